import type { Address } from "../../../conversation/message.ts";
import { audit } from "../audit.ts";
import { findConversation } from "../conversation-rows.ts";
import type { Database, Tx } from "../database.ts";
import { inTransaction } from "../transaction.ts";

/** What a channel tells of its chats. */
export interface ChatNews {
  /** the bot was thrown out, or blocked */
  gone: (address: Address) => Promise<void>;
  /** a group has another id from now on */
  moved: (from: Address, to: Address) => Promise<void>;
}

/** Keeps the linked groups of staff where they are; other chats are none of its business. */
export function createGroupKeeper(
  database: Database,
  now: () => Date,
  report: (message: string) => void,
): ChatNews {
  const actor = "channel";
  return {
    gone: async (address) => {
      const removed = await inTransaction(database, async (tx) => {
        const groups = await groupsAt(tx, address);
        for (const { id } of groups) {
          await tx.staffGroup.delete({ where: { id } });
          await audit({ tx, now: now(), actor }, "staff_group.gone", id, { channel: address.channel });
        }
        return groups.length;
      });
      if (removed > 0) {
        report(`the bot was removed from a linked group of staff (${address.channel}): link another one`);
      }
    },
    moved: (from, to) =>
      inTransaction(database, async (tx) => {
        for (const group of await groupsAt(tx, from)) {
          const chat = to.chat + group.chat.slice(from.chat.length);
          await rename(tx, { ...from, chat: group.chat }, { ...to, chat });
          const already = await tx.staffGroup.count({ where: { ...to, chat } });
          if (already > 0) await tx.staffGroup.delete({ where: { id: group.id } });
          else await tx.staffGroup.update({ where: { id: group.id }, data: { chat } });
          await audit({ tx, now: now(), actor }, "staff_group.moved", group.id, { channel: to.channel });
        }
      }),
  };
}

/** The group, and its topics, each a chat of its own behind a colon. */
function groupsAt(tx: Tx, { channel, account, chat }: Address) {
  return tx.staffGroup.findMany({
    where: { channel, account, OR: [{ chat }, { chat: { startsWith: `${chat}:` } }] },
  });
}

/** The conversation goes along. Its messages get other ids there, so the old ones mean nothing any more. */
async function rename(tx: Tx, from: Address, to: Address): Promise<void> {
  const conversation = await findConversation(tx, from);
  if (conversation === null || (await findConversation(tx, to)) !== null) return;
  await tx.conversation.update({ where: { id: conversation.id }, data: { chat: to.chat } });
  await tx.outgoingMessage.updateMany({ where: { conversationId: conversation.id }, data: { ref: null } });
}

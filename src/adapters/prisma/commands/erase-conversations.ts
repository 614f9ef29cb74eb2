import type { Address } from "../../../conversation/message.ts";
import type { Tx } from "../database.ts";
import type { Scope, Who } from "./scope.ts";

/** The message in hand stays as a row, because it is being answered, but without its words. */
const NO_WORDS = JSON.stringify({ kind: "text", text: "" });

/** The message that asked for it, which is still being answered; null where staff erase. */
export type InHand = Pick<Who, "conversationId" | "messageId"> | null;

/** What was said at these addresses. In a group only what this person wrote, and what was answered to it. */
export async function eraseConversations(
  { tx }: Pick<Scope, "tx">,
  addresses: readonly (Address & { sender: string })[],
  inHand: InHand,
): Promise<void> {
  if (addresses.length === 0) return;
  const conversations = await tx.conversation.findMany({
    where: { OR: addresses.map(({ channel, account, chat }) => ({ channel, account, chat })) },
    select: { id: true, channel: true, account: true, chat: true },
  });
  for (const { id, ...place } of conversations) {
    const isGroup = (await tx.inboxMessage.count({ where: { conversationId: id, isGroup: true } })) > 0;
    const senders = addresses
      .filter(
        (one) => one.channel === place.channel && one.account === place.account && one.chat === place.chat,
      )
      .map(({ sender }) => sender);
    await eraseLines(tx, id, isGroup ? senders : null, inHand);
    await eraseAtStaff(tx, id);
    await tx.conversation.update({ where: { id }, data: { state: "{}" } });
    if (!isGroup) await tx.storedFile.deleteMany({ where: { conversationId: id } });
  }
  if (inHand === null) return;
  await tx.inboxMessage.updateMany({
    where: { conversationId: inHand.conversationId, externalId: inHand.messageId },
    data: { content: NO_WORDS, senderName: null, lastError: null },
  });
}

/** What staff were told of it in their group, and what they wrote there in reply. */
async function eraseAtStaff(tx: Tx, about: string): Promise<void> {
  const told = await tx.outgoingMessage.findMany({
    where: { aboutId: about },
    select: { conversationId: true, ref: true },
  });
  for (const { conversationId, ref } of told) {
    if (ref === null) continue;
    await tx.inboxMessage.deleteMany({
      where: { conversationId, replyTo: ref, status: { not: "pending" } },
    });
  }
  await tx.outgoingMessage.deleteMany({ where: { aboutId: about } });
}

/** What waits to be answered is newer than the wish to be erased, and is answered. */
async function eraseLines(
  tx: Tx,
  conversationId: string,
  senders: readonly string[] | null,
  inHand: InHand,
): Promise<void> {
  const mine = {
    conversationId,
    status: { not: "pending" },
    ...(inHand && { NOT: { conversationId: inHand.conversationId, externalId: inHand.messageId } }),
    ...(senders && { sender: { in: [...senders] } }),
  };
  const lines = await tx.inboxMessage.findMany({ where: mine, select: { id: true, externalId: true } });
  const written = senders ? { in: lines.map(({ externalId }) => externalId) } : null;
  await tx.outgoingMessage.deleteMany({ where: { conversationId, ...(written && { inReplyTo: written }) } });
  await tx.askedQuestion.deleteMany({ where: { conversationId, ...(written && { messageId: written }) } });
  await tx.inboxMessage.deleteMany({ where: { id: { in: lines.map(({ id }) => id) } } });
}

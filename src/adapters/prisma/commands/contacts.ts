import type { ConsentGiven } from "../../../registry/commands.ts";
import type { ConsentPurpose } from "../../../registry/views.ts";
import type { Tx } from "../database.ts";
import { newId } from "../ids.ts";
import { audit } from "../audit.ts";
import type { Scope, Who } from "./scope.ts";

/** The contact behind a chat and a sender; null where nothing was ever kept for them. */
export async function findContact(
  tx: Tx,
  { address, sender }: Pick<Who, "address" | "sender">,
): Promise<string | null> {
  const { channel, account, chat } = address;
  const row = await tx.channelAddress.findUnique({
    where: { channel_account_chat_sender: { channel, account, chat, sender } },
    select: { contactId: true },
  });
  return row?.contactId ?? null;
}

export async function ensureContact(scope: Scope, who: Who): Promise<string> {
  const found = await findContact(scope.tx, who);
  if (found !== null) return found;
  const { channel, account, chat } = who.address;
  const contactId = newId();
  await scope.tx.contact.create({
    data: {
      id: contactId,
      createdAt: scope.now,
      updatedAt: scope.now,
      addresses: {
        create: { id: newId(), channel, account, chat, sender: who.sender, createdAt: scope.now },
      },
    },
  });
  await audit(scope, "contact.created", contactId);
  return contactId;
}

/** Whether this purpose was agreed to earlier, or is agreed to just now. Asked before anything is written. */
export async function hasConsent(
  tx: Tx,
  contactId: string | null,
  purpose: ConsentPurpose,
  given: readonly ConsentGiven[] = [],
): Promise<boolean> {
  if (given.some((one) => one.purpose === purpose)) return true;
  if (contactId === null) return false;
  const count = await tx.consent.count({ where: { contactId, purpose, withdrawnAt: null } });
  return count > 0;
}

/** Keeps each consent with its words and the message that gave it. */
export async function keepConsents(
  scope: Scope,
  who: Who,
  contactId: string,
  given: readonly ConsentGiven[],
): Promise<void> {
  for (const { purpose, noticeVersion, wording } of given) {
    const same = { contactId, purpose, noticeVersion, withdrawnAt: null };
    if ((await scope.tx.consent.count({ where: same })) > 0) continue;
    const id = newId();
    await scope.tx.consent.create({
      data: {
        id,
        contactId,
        purpose,
        noticeVersion,
        wording,
        messageId: who.messageId,
        givenAt: scope.now,
      },
    });
    await audit(scope, "consent.given", id, { purpose, noticeVersion });
  }
}

/** The conversation a contact wrote in last; null where none is left. */
export async function conversationOf(tx: Tx, contactId: string): Promise<string | null> {
  const addresses = await tx.channelAddress.findMany({ where: { contactId } });
  if (addresses.length === 0) return null;
  const conversation = await tx.conversation.findFirst({
    where: { OR: addresses.map(({ channel, account, chat }) => ({ channel, account, chat })) },
    orderBy: { lastMessageAt: "desc" },
    select: { id: true },
  });
  return conversation?.id ?? null;
}

import type { Address } from "../../conversation/message.ts";
import type { Reply } from "../../conversation/reply.ts";
import type { Tx } from "./client.ts";
import { nextLine } from "./conversation-rows.ts";
import { newId } from "./ids.ts";

/** Lower goes first. */
export const PRIORITY = { personal: 0, reminder: 1, announcement: 2 } as const;

/** What a platform takes only after the person wrote again stands like this in the outbox. */
export const WAITING_FOR_PERSON = "waiting_for_person";

export interface Saying {
  author: "bot" | "staff";
  priority: (typeof PRIORITY)[keyof typeof PRIORITY];
  /** external id of the message it answers */
  inReplyTo: string | null;
  /** where it is said to staff: the conversation it tells of */
  about?: string | null;
  now: Date;
}

/** Queues a reply of a conversation; it leaves when the transaction is stored. */
export async function say(tx: Tx, conversationId: string, reply: Reply, saying: Saying): Promise<void> {
  const { seq, channel } = await nextLine(tx, conversationId);
  await tx.outgoingMessage.create({
    data: {
      id: newId(),
      conversationId,
      channel,
      seq,
      inReplyTo: saying.inReplyTo,
      author: saying.author,
      priority: saying.priority,
      body: JSON.stringify(reply),
      aboutId: saying.about ?? null,
      notBefore: saying.now,
      createdAt: saying.now,
    },
  });
}

/**
 * Offers, reminders and announcements that have not left wait while staff talk: the bot never talks over a person. They
 * neither leave (the outbox) nor show (the transcript).
 */
export const WAITS_FOR_STAFF = {
  status: "queued",
  priority: { gt: PRIORITY.personal },
  conversation: { holdState: { not: "bot" } },
} as const;

/** Staff gave the conversation back: what waited for that comes after everything they said. */
export async function releaseHeldBack(tx: Tx, conversationId: string): Promise<void> {
  const waiting = await tx.outgoingMessage.findMany({
    where: { conversationId, status: "queued", priority: { gt: PRIORITY.personal } },
    orderBy: { seq: "asc" },
    select: { id: true },
  });
  for (const { id } of waiting) {
    const { seq } = await nextLine(tx, conversationId);
    await tx.outgoingMessage.update({ where: { id }, data: { seq } });
  }
}

/**
 * The person wrote: they can be reached, and what waited for that is due, as if it had never been tried. What waited on
 * another channel of theirs comes here.
 */
export async function releaseWaiting(
  tx: Tx,
  { id: conversationId, channel, account, chat }: Address & { id: string },
  now: Date,
): Promise<void> {
  await tx.conversation.updateMany({
    where: { id: conversationId, blockedAt: { not: null } },
    data: { blockedAt: null },
  });
  await tx.delivery.updateMany({
    where: { status: "waiting", contact: { addresses: { some: { channel, account, chat } } } },
    data: { status: "queued", notBefore: now, attempts: 0, conversationId, channel, account },
  });
  await tx.outgoingMessage.updateMany({
    where: { conversationId, status: WAITING_FOR_PERSON },
    data: { status: "queued", notBefore: now, attempts: 0 },
  });
}

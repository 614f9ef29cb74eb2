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
      notBefore: saying.now,
      createdAt: saying.now,
    },
  });
}

/** The person wrote: what waited for that is due, as if it had never been tried. */
export async function releaseWaiting(tx: Tx, conversationId: string, now: Date): Promise<void> {
  await tx.outgoingMessage.updateMany({
    where: { conversationId, status: WAITING_FOR_PERSON },
    data: { status: "queued", notBefore: now, attempts: 0 },
  });
}

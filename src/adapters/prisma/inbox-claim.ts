import { empty, sqltag as sql } from "@prisma/client/runtime/client";
import type { ClaimedMessage } from "../../conversation/conversations.ts";
import type { Content, IncomingMessage } from "../../conversation/message.ts";
import { later } from "./backoff.ts";
import type { Database, Tx } from "./client.ts";
import { addressFrom, conversationFrom } from "./conversation-rows.ts";
import type { Conversation as ConversationRow, InboxMessage as InboxRow } from "./generated/sqlite/client.ts";
import { inTransaction } from "./transaction.ts";

/** Times somebody else may be faster before the next look is left to the next claim. */
const ATTEMPTS = 10;

export interface Claimer {
  owner: string;
  now: Date;
  leaseMs: number;
  /** times a message is taken to be answered; after that only to be set aside */
  attempts: number;
}

/** Leases the conversation of the oldest open message; null when there is none that nobody works on. */
export async function claimOldest(database: Database, claimer: Claimer): Promise<ClaimedMessage | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Looking costs no lock, and mostly there is nothing.
    if ((await oldestOpen(database, database.client, claimer.now, false)) === null) return null;
    const claimed = await inTransaction(database, (tx) => take(database, tx, claimer));
    if (claimed !== "somebody else was faster") return claimed;
  }
  return null;
}

async function take(
  database: Database,
  tx: Tx,
  claimer: Claimer,
): Promise<ClaimedMessage | null | "somebody else was faster"> {
  const { now } = claimer;
  const oldest = await oldestOpen(database, tx, now, true);
  if (oldest === null) return null;

  const lease = { owner: claimer.owner, until: later(now, claimer.leaseMs) };
  const { count } = await tx.conversation.updateMany({
    where: { id: oldest.conversationId, OR: [{ leaseUntil: null }, { leaseUntil: { lte: now } }] },
    data: { leaseOwner: lease.owner, leaseUntil: lease.until },
  });
  // Looked at again under the lock: what was seen before may have been settled meanwhile.
  const row = count === 0 ? null : await firstOpen(tx, oldest.conversationId);
  if (row === null || row.notBefore > now) {
    if (count > 0) await free(tx, oldest.conversationId);
    return "somebody else was faster";
  }
  // Counted before anything is tried: a process that the message ends counts nothing.
  const isSpent = row.attempts >= claimer.attempts;
  if (!isSpent) await tx.inboxMessage.update({ where: { id: row.id }, data: { attempts: { increment: 1 } } });
  return { message: messageFrom(row), conversation: conversationFrom(row.conversation), lease, isSpent };
}

/**
 * A message waits for the earlier ones of its conversation, also while they are not due again.
 * PostgreSQL passes over conversations that another replica is just taking.
 */
async function oldestOpen(
  database: Database,
  tx: Tx,
  now: Date,
  lock: boolean,
): Promise<{ conversationId: string } | null> {
  const rows = await tx.$queryRaw<{ conversationId: string }[]>(sql`
    SELECT m."conversationId"
    FROM "InboxMessage" m JOIN "Conversation" c ON c."id" = m."conversationId"
    WHERE m."status" = 'pending' AND m."notBefore" <= ${now}
      AND (c."leaseUntil" IS NULL OR c."leaseUntil" <= ${now})
      AND NOT EXISTS (
        SELECT 1 FROM "InboxMessage" earlier
        WHERE earlier."conversationId" = m."conversationId" AND earlier."status" = 'pending'
          AND earlier."seq" < m."seq")
    ORDER BY m."receivedAt", m."id"
    LIMIT 1
    ${lock && database.kind === "postgresql" ? sql`FOR UPDATE OF c SKIP LOCKED` : empty}`);
  return rows[0] ?? null;
}

function firstOpen(
  tx: Tx,
  conversationId: string,
): Promise<(InboxRow & { conversation: ConversationRow }) | null> {
  return tx.inboxMessage.findFirst({
    where: { conversationId, status: "pending" },
    orderBy: { seq: "asc" },
    include: { conversation: true },
  });
}

async function free(tx: Tx, id: string): Promise<void> {
  await tx.conversation.update({ where: { id }, data: { leaseOwner: null, leaseUntil: null } });
}

function messageFrom(row: InboxRow & { conversation: ConversationRow }): IncomingMessage {
  return {
    id: row.externalId,
    from: addressFrom(row.conversation),
    sender: row.sender,
    senderName: row.senderName,
    isGroup: row.isGroup,
    mentioned: row.mentioned,
    content: JSON.parse(row.content) as Content,
    sentAt: row.sentAt,
  };
}

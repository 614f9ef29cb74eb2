import { empty, join, sqltag as sql } from "@prisma/client/runtime/client";
import type { SendResult } from "../../conversation/channel.ts";
import type { Reply } from "../../conversation/reply.ts";
import type { Outbox, OutgoingClaim, OutgoingMessage } from "../../outbox/outbox.ts";
import { backoffMs, later, shortened, triesWithin } from "./backoff.ts";
import type { Database, Tx } from "./client.ts";
import { addressFrom } from "./conversation-rows.ts";
import type { OutboxSettings } from "./outbox-settings.ts";
import { PRIORITY, WAITING_FOR_PERSON, WAITS_FOR_STAFF } from "./say.ts";
import { inTransaction } from "./transaction.ts";

/** The lines of conversations that wait to be said. */
export function createLines(database: Database, usual: OutboxSettings): Omit<Outbox, "rest"> {
  return {
    claim: async (claim) => {
      // Looking costs no lock, and mostly there is nothing.
      if (!(await somethingIsDue(database, claim))) return [];
      return inTransaction(database, async (tx) => {
        await takeBackExpired(tx, claim, usual);
        return take(database, tx, claim, usual);
      });
    },
    async begin({ id, lease }) {
      const { count } = await database.client.outgoingMessage.updateMany({
        where: { id, status: "leased", leaseOwner: lease.owner, leaseUntil: lease.until },
        data: { status: "sending" },
      });
      return count === 1;
    },
    settle: (message, result, now) =>
      inTransaction(database, (tx) => settle(tx, message, result, now, usual)),
  };
}

async function somethingIsDue({ client }: Database, claim: OutgoingClaim): Promise<boolean> {
  const { channel, now, accounts } = claim;
  const due = await client.outgoingMessage.findFirst({
    where: {
      channel,
      ...(accounts && { conversation: { account: { in: [...accounts] } } }),
      OR: [{ status: "queued", notBefore: { lte: now }, NOT: WAITS_FOR_STAFF }, expired(claim)],
    },
    select: { id: true },
  });
  return due !== null;
}

function expired({ channel, now, inHand = [] }: OutgoingClaim) {
  return {
    channel,
    status: { in: ["leased", "sending"] },
    leaseUntil: { lte: now },
    id: { notIn: [...inHand] },
  };
}

/**
 * Whoever had these went away: they may have arrived. Personal replies are sent again a few times; what nobody asked for
 * is taken anew where it was not marked as being sent, else it is left for staff to judge.
 */
async function takeBackExpired(tx: Tx, claim: OutgoingClaim, { repeats }: OutboxSettings): Promise<void> {
  const unleased = { leaseOwner: null, leaseUntil: null, lastError: "the sender went away" };
  await tx.outgoingMessage.updateMany({
    where: { ...expired(claim), priority: PRIORITY.personal, unknowns: { lt: repeats } },
    data: { ...unleased, status: "queued", unknowns: { increment: 1 } },
  });
  await tx.outgoingMessage.updateMany({
    where: { ...expired(claim), status: "leased", priority: { gt: PRIORITY.personal } },
    data: { ...unleased, status: "queued", attempts: { decrement: 1 } },
  });
  await tx.outgoingMessage.updateMany({
    where: expired(claim),
    data: { ...unleased, status: "unknown", unknowns: { increment: 1 }, settledAt: claim.now },
  });
}

async function take(
  database: Database,
  tx: Tx,
  claim: OutgoingClaim,
  { leaseMs }: OutboxSettings,
): Promise<readonly OutgoingMessage[]> {
  const { owner, now } = claim;
  const ids = await nextInLine(database, tx, claim);
  if (ids.length === 0) return [];
  const until = later(now, leaseMs);
  await tx.outgoingMessage.updateMany({
    where: { id: { in: [...ids] } },
    data: { status: "leased", leaseOwner: owner, leaseUntil: until, attempts: { increment: 1 } },
  });
  const rows = await tx.outgoingMessage.findMany({
    where: { id: { in: [...ids] } },
    include: { conversation: { select: { channel: true, account: true, chat: true } } },
  });
  return rows
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row) => ({
      id: row.id,
      book: "outbox",
      to: addressFrom(row.conversation),
      reply: JSON.parse(row.body) as Reply,
      priority: row.priority,
      attempts: row.attempts - 1,
      lease: { owner, until },
    }));
}

/**
 * One a conversation at most: a message waits while another of its conversation is on its way, and for those that are
 * more urgent, or as urgent and earlier, also while they are not due again. Only what answers somebody leaves while staff
 * talk there.
 */
async function nextInLine(
  database: Database,
  tx: Tx,
  { channel, now, limit, accounts }: OutgoingClaim,
): Promise<readonly string[]> {
  const ours = accounts ? sql`AND c."account" IN (${join([...accounts])})` : empty;
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT m."id"
    FROM "OutgoingMessage" m JOIN "Conversation" c ON c."id" = m."conversationId"
    WHERE m."channel" = ${channel} AND m."status" = 'queued' AND m."notBefore" <= ${now} ${ours}
      AND (m."priority" = ${PRIORITY.personal} OR (c."holdState" = 'bot' AND NOT EXISTS (
        SELECT 1 FROM "SendPace" p
        WHERE p."id" = m."channel" || ':' || c."account" AND p."restUntil" > ${now})))
      AND NOT EXISTS (
        SELECT 1 FROM "OutgoingMessage" other
        WHERE other."conversationId" = m."conversationId" AND other."id" <> m."id"
          AND (other."status" IN ('leased', 'sending')
            OR (other."status" = 'queued' AND (other."priority" < m."priority"
              OR (other."priority" = m."priority" AND other."seq" < m."seq")))))
    ORDER BY m."priority", m."createdAt", m."id"
    LIMIT ${limit}
    ${database.kind === "postgresql" ? sql`FOR UPDATE OF m SKIP LOCKED` : empty}`);
  return rows.map(({ id }) => id);
}

async function settle(
  tx: Tx,
  { id, lease }: OutgoingMessage,
  result: SendResult,
  now: Date,
  settings: OutboxSettings,
): Promise<void> {
  const row = await tx.outgoingMessage.findFirst({
    where: { ...inHandOf(lease), id },
    select: {
      attempts: true,
      unknowns: true,
      priority: true,
      conversation: { select: { lastMessageAt: true } },
    },
  });
  if (row === null) return;
  const claimedAt = later(lease.until, -settings.leaseMs);
  const wroteMeanwhile = row.conversation.lastMessageAt >= claimedAt;
  await tx.outgoingMessage.updateMany({
    // Again, since another process may have taken it back between the look and this.
    where: { ...inHandOf(lease), id },
    data: {
      leaseOwner: null,
      leaseUntil: null,
      ...ending({ ...row, wroteMeanwhile }, result, now, settings),
    },
  });
}

function inHandOf({ owner, until }: OutgoingMessage["lease"]) {
  return { status: { in: ["leased", "sending"] }, leaseOwner: owner, leaseUntil: until };
}

interface Tried {
  attempts: number;
  unknowns: number;
  priority: number;
  /** the person wrote while it was on its way */
  wroteMeanwhile: boolean;
}

function ending(
  row: Tried,
  result: SendResult,
  now: Date,
  { patienceMs, repeats, longestBackoffMs }: OutboxSettings,
) {
  const backoff = backoffMs(row.attempts, longestBackoffMs);
  switch (result.kind) {
    case "sent":
      return { status: "sent", ref: result.ref, lastError: null, settledAt: now };
    case "refused":
      return { status: "refused", lastError: shortened(result.why), settledAt: now };
    case "when_they_write":
      // Queued again when a message of theirs is accepted, which may have happened just now.
      return row.wroteMeanwhile
        ? { status: "queued", lastError: shortened(result.why), notBefore: now }
        : { status: WAITING_FOR_PERSON, lastError: shortened(result.why) };
    case "retry": {
      const retry = { status: "queued", lastError: shortened(result.why) };
      // To wait for one's turn is no attempt that failed.
      if (result.because === "pace")
        return { ...retry, attempts: { decrement: 1 }, notBefore: later(now, result.afterMs) };
      return row.attempts >= triesWithin(patienceMs, longestBackoffMs)
        ? { ...retry, status: "dead", settledAt: now }
        : { ...retry, notBefore: later(now, Math.max(result.afterMs, backoff)) };
    }
    case "unknown": {
      const unknown = { lastError: shortened(result.why), unknowns: row.unknowns + 1 };
      return row.priority === PRIORITY.personal && row.unknowns < repeats
        ? { ...unknown, status: "queued", notBefore: later(now, backoff) }
        : { ...unknown, status: "unknown", settledAt: now };
    }
  }
}

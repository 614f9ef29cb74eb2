import { empty, join, sqltag as sql } from "@prisma/client/runtime/client";
import { isQuiet } from "../../../announce/quiet-hours.ts";
import type { Reason } from "../../../announce/reasons.ts";
import type { Outbox, OutgoingClaim, OutgoingMessage } from "../../../outbox/outbox.ts";
import { later } from "../backoff.ts";
import type { Database, Tx } from "../client.ts";
import { addressFrom } from "../conversation-rows.ts";
import type { OutboxSettings } from "../outbox-settings.ts";
import { PRIORITY } from "../say.ts";
import { BOT_IS_PAUSED } from "../settings-rows.ts";
import { inTransaction } from "../transaction.ts";
import { keepLine, type MarkedRow } from "./lines.ts";
import { createReplies } from "./replies.ts";
import { settleDelivery } from "./settle.ts";

/**
 * Rows of the ledger as messages to send. A row becomes a line of its conversation in the transaction that marks it as
 * being sent: before that nothing shows that might still be stopped.
 */
export function createLedger(database: Database, settings: OutboxSettings): Omit<Outbox, "rest"> {
  return {
    async claim(claim) {
      const quiet = isQuiet(claim.now);
      if (!(await somethingIsDue(database, claim, quiet))) return [];
      return inTransaction(database, async (tx) => {
        await takeBackExpired(tx, claim);
        return quiet ? [] : take(database, tx, claim, settings);
      });
    },
    begin: (message, now) => inTransaction(database, (tx) => begin(tx, message, now)),
    settle: (message, result, now) =>
      inTransaction(database, (tx) => settleDelivery(tx, message, result, now, settings)),
  };
}

async function somethingIsDue({ client }: Database, claim: OutgoingClaim, quiet: boolean): Promise<boolean> {
  const { channel, now } = claim;
  const queued = { status: "queued", notBefore: { lte: now }, ...MAY_LEAVE };
  const due = await client.delivery.findFirst({
    where: {
      channel,
      OR: [...(quiet ? [] : [queued]), expired(claim)],
    },
    select: { id: true },
  });
  return due !== null;
}

/** A reminder, or an announcement that runs; one that has been sent still waits for some to write, or was asked for again. */
const RUNNING = ["sending", "sent"];
const MAY_LEAVE = {
  OR: [{ announcementId: null }, { announcement: { status: { in: RUNNING } } }],
};

function expired({ channel, now, inHand = [] }: OutgoingClaim) {
  return {
    channel,
    status: { in: ["leased", "sending"] },
    leaseUntil: { lte: now },
    id: { notIn: [...inHand] },
  };
}

/** Whoever had these went away: what was not marked is taken anew, what was marked may have arrived. */
async function takeBackExpired(tx: Tx, claim: OutgoingClaim): Promise<void> {
  const unleased = { leaseOwner: null, leaseUntil: null };
  await tx.delivery.updateMany({
    where: { ...expired(claim), status: "leased" },
    data: { ...unleased, status: "queued" },
  });
  await tx.delivery.updateMany({
    where: { ...expired(claim), status: "sending" },
    data: { ...unleased, status: "unknown", reason: "the sender went away", settledAt: claim.now },
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
  await tx.delivery.updateMany({
    where: { id: { in: [...ids] } },
    data: { status: "leased", leaseOwner: owner, leaseUntil: until },
  });
  const rows = await tx.delivery.findMany({
    where: { id: { in: [...ids] } },
    include: { conversation: { select: { channel: true, account: true, chat: true } } },
  });
  const replies = createReplies(tx);
  const taken: OutgoingMessage[] = [];
  for (const row of rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))) {
    if (row.conversation === null) continue;
    const reply = await replies.of(row);
    if (reply === null) {
      await skip(tx, row.id, now);
      continue;
    }
    taken.push({
      id: row.id,
      book: "ledger",
      to: addressFrom(row.conversation),
      reply,
      priority: row.priority,
      attempts: row.attempts,
      lease: { owner, until },
    });
  }
  return taken;
}

async function skip(tx: Tx, id: string, now: Date): Promise<void> {
  const unleased = { leaseOwner: null, leaseUntil: null };
  await tx.delivery.update({
    where: { id },
    data: { ...unleased, status: "skipped", reason: "moot" satisfies Reason, settledAt: now },
  });
}

/** Those of running announcements alone are looked through: one that is paused may have ten thousand rows. */
async function nextInLine(
  database: Database,
  tx: Tx,
  { channel, now, limit, accounts }: OutgoingClaim,
): Promise<readonly string[]> {
  const running = await tx.announcement.findMany({
    where: { status: { in: RUNNING }, expiresAt: { gt: now } },
    select: { id: true },
  });
  const ofRunning =
    running.length === 0 ? empty : sql`OR d."announcementId" IN (${join(running.map(({ id }) => id))})`;
  const ours = accounts ? sql`AND d."account" IN (${join([...accounts])})` : empty;
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT d."id"
    FROM "Delivery" d JOIN "Conversation" c ON c."id" = d."conversationId"
    WHERE d."channel" = ${channel} AND d."status" = 'queued' AND d."notBefore" <= ${now} ${ours}
      AND (d."announcementId" IS NULL ${ofRunning}) AND (d."expiresAt" IS NULL OR d."expiresAt" > ${now})
      AND c."holdState" = 'bot' AND NOT ${BOT_IS_PAUSED}
      AND NOT EXISTS (SELECT 1 FROM "SendPace" p
        WHERE p."id" = d."channel" || ':' || d."account" AND p."restUntil" > ${now})
      AND NOT EXISTS (SELECT 1 FROM "OutgoingMessage" m
        WHERE m."conversationId" = d."conversationId" AND m."status" IN ('queued', 'leased', 'sending'))
      AND NOT EXISTS (SELECT 1 FROM "Delivery" other
        WHERE other."conversationId" = d."conversationId" AND other."id" <> d."id"
          AND (other."status" IN ('leased', 'sending') OR (other."status" = 'queued'
            AND other."notBefore" <= ${now} AND other."priority" = d."priority" AND other."id" < d."id")))
    ORDER BY d."priority", d."id"
    LIMIT ${limit}
    ${database.kind === "postgresql" ? sql`FOR UPDATE OF d SKIP LOCKED` : empty}`);
  return rows.map(({ id }) => id);
}

/**
 * One statement marks the row and asks once more for everything that may have changed since it was claimed: stopped or
 * paused, over, opted out, talked to by staff, the bot switched off. Whoever says no at this moment waits for it, or it
 * waits for them.
 */
async function begin(tx: Tx, message: OutgoingMessage, now: Date): Promise<boolean> {
  const { id, lease } = message;
  const marked = isQuiet(now)
    ? []
    : await tx.$queryRaw<MarkedRow[]>(sql`
        UPDATE "Delivery" SET "status" = 'sending', "attempts" = "attempts" + 1
        WHERE "id" = ${id} AND "status" = 'leased'
          AND "leaseOwner" = ${lease.owner} AND "leaseUntil" = ${lease.until}
          AND ("expiresAt" IS NULL OR "expiresAt" > ${now})
          AND ("announcementId" IS NULL OR EXISTS (SELECT 1 FROM "Announcement" a
            WHERE a."id" = "Delivery"."announcementId" AND a."status" IN (${join(RUNNING)}) AND a."expiresAt" > ${now}))
          AND ("priority" < ${PRIORITY.announcement} OR EXISTS (SELECT 1 FROM "Consent" s
            WHERE s."contactId" = "Delivery"."contactId" AND s."purpose" = 'announcement'
              AND s."withdrawnAt" IS NULL))
          AND EXISTS (SELECT 1 FROM "Conversation" c
            WHERE c."id" = "Delivery"."conversationId" AND c."holdState" = 'bot')
          AND NOT ${BOT_IS_PAUSED}
        RETURNING "conversationId", "announcementId", "attempts"`);
  const [row] = marked;
  if (row === undefined) {
    await tx.delivery.updateMany({
      where: { id, status: "leased", leaseOwner: lease.owner, leaseUntil: lease.until },
      data: { status: "queued", leaseOwner: null, leaseUntil: null },
    });
    return false;
  }
  await keepLine(tx, message, row, now);
  return true;
}

import type { SendResult } from "../../../conversation/channel.ts";
import type { OutgoingMessage } from "../../../outbox/outbox.ts";
import { audit } from "../audit.ts";
import { backoffMs, later, shortened } from "../backoff.ts";
import type { Tx } from "../database.ts";
import type { OutboxSettings } from "../outbox-settings.ts";

/** Of the last so many that were sent to, at least so many, this part may fail before somebody has to look. */
const LOOKED_AT = 50;
const FEWEST = 20;
const MOST_FAILING = 0.3;

/** Why an announcement paused itself; shown in words by the console. */
const PAUSED_BY_ERRORS = "error_rate";

/** How one send of the ledger ended: its row, its line in the conversation, and what follows for others. */
export async function settleDelivery(
  tx: Tx,
  { id, lease }: OutgoingMessage,
  result: SendResult,
  now: Date,
  settings: OutboxSettings,
): Promise<void> {
  const inHand = { id, status: "sending", leaseOwner: lease.owner, leaseUntil: lease.until };
  const row = await tx.delivery.findFirst({
    where: inHand,
    select: {
      attempts: true,
      announcementId: true,
      conversation: { select: { id: true, lastMessageAt: true } },
    },
  });
  if (row === null) return;
  const claimedAt = later(lease.until, -settings.leaseMs);
  const wroteMeanwhile = row.conversation !== null && row.conversation.lastMessageAt >= claimedAt;
  const { count } = await tx.delivery.updateMany({
    where: inHand,
    data: {
      leaseOwner: null,
      leaseUntil: null,
      ...ending({ attempts: row.attempts, wroteMeanwhile }, result, now, settings),
    },
  });
  if (count === 0) return;
  await settleLine(tx, id, result, now);
  if (result.kind === "refused" && result.because === "blocked" && row.conversation)
    await tx.conversation.updateMany({
      where: { id: row.conversation.id, blockedAt: null },
      data: { blockedAt: now },
    });
  const failed = (result.kind === "refused" && result.because === undefined) || result.kind === "unknown";
  if (failed && row.announcementId !== null) await pauseWhereFailing(tx, row.announcementId, now);
}

function ending(
  row: { attempts: number; wroteMeanwhile: boolean },
  result: SendResult,
  now: Date,
  { longestBackoffMs }: OutboxSettings,
) {
  switch (result.kind) {
    case "sent":
      return { status: "sent", reason: null, settledAt: now };
    case "refused":
      return result.because === "quota"
        ? { status: "skipped", reason: "quota", settledAt: now }
        : { status: "refused", reason: shortened(result.because ?? result.why), settledAt: now };
    case "unknown":
      return { status: "unknown", reason: shortened(result.why), settledAt: now };
    case "when_they_write":
      // They may have written just now.
      return { status: row.wroteMeanwhile ? "queued" : "waiting", reason: "window", notBefore: now };
    case "retry": {
      const wait =
        result.because === "pace"
          ? result.afterMs
          : Math.max(result.afterMs, backoffMs(row.attempts, longestBackoffMs));
      // As long as it is news: an outage ends, or the announcement does.
      return {
        status: "queued",
        reason: shortened(result.why),
        notBefore: later(now, wait),
        ...(result.because === "pace" && { attempts: { decrement: 1 } }),
      };
    }
  }
}

/** What did not leave stands in no conversation. */
async function settleLine(tx: Tx, id: string, result: SendResult, now: Date): Promise<void> {
  const unleased = { leaseOwner: null, leaseUntil: null, settledAt: now };
  switch (result.kind) {
    case "sent":
      await tx.outgoingMessage.updateMany({
        where: { id },
        data: { ...unleased, status: "sent", ref: result.ref },
      });
      return;
    case "unknown":
      await tx.outgoingMessage.updateMany({
        where: { id },
        data: { ...unleased, status: "unknown", lastError: shortened(result.why) },
      });
      return;
    case "refused":
    case "when_they_write":
    case "retry":
      await tx.outgoingMessage.deleteMany({ where: { id } });
  }
}

/** Something is wrong with the announcement or the channel: nobody else gets it until one of the staff has looked. */
async function pauseWhereFailing(tx: Tx, announcementId: string, now: Date): Promise<void> {
  const announcement = await tx.announcement.findUnique({
    where: { id: announcementId },
    select: { status: true, resumedAt: true },
  });
  if (announcement?.status !== "sending") return;
  const last = await tx.delivery.findMany({
    where: {
      announcementId,
      status: { in: ["sent", "refused", "unknown"] },
      // People who blocked us are no sign of a fault.
      NOT: { status: "refused", reason: "blocked" },
      ...(announcement.resumedAt && { settledAt: { gte: announcement.resumedAt } }),
    },
    orderBy: { settledAt: "desc" },
    take: LOOKED_AT,
    select: { status: true },
  });
  const failing = last.filter(({ status }) => status !== "sent").length;
  if (last.length < FEWEST || failing / last.length <= MOST_FAILING) return;
  const { count } = await tx.announcement.updateMany({
    where: { id: announcementId, status: "sending" },
    data: { status: "paused", reason: PAUSED_BY_ERRORS, revision: { increment: 1 }, updatedAt: now },
  });
  if (count === 1)
    await audit({ tx, now, actor: "job" }, "announcement.paused", announcementId, {
      from: "sending",
      failing,
      of: last.length,
    });
}

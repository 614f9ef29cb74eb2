import { expiryOf } from "../../../announce/announcement.ts";
import { isQuiet } from "../../../announce/quiet-hours.ts";
import type { ReachOf } from "../../../announce/reach.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import type { Announcement } from "../generated/sqlite/client.ts";
import { skipRest } from "../staff/announcement-runs.ts";
import { recipientsOf } from "./recipients.ts";
import { keepRows, standingOf } from "./rows.ts";
import { approvalHash, wordsOf } from "./words.ts";

/**
 * The hour has come: the audience is frozen, a row for everybody in it, also for those who cannot be reached. All of it is
 * one transaction, so that nobody is in it twice and nobody is left out, however often it is tried.
 */
export async function startAnnouncement(scope: Scope, id: string, channels: ReachOf): Promise<boolean> {
  const { tx, now } = scope;
  const row = await tx.announcement.findUnique({ where: { id } });
  if (row?.status !== "scheduled" || isQuiet(now) || (row.scheduledAt !== null && row.scheduledAt > now))
    return false;
  const words = wordsOf(row);
  if (row.approvedHash !== (await approvalHash(tx, row))) return withdraw(scope, row);
  const expiresAt = expiryOf(words, now);
  const isOver = expiresAt <= now;
  const { count } = await tx.announcement.updateMany({
    where: { id, status: "scheduled", revision: row.revision },
    data: {
      revision: { increment: 1 },
      updatedAt: now,
      ...(isOver
        ? { status: "stopped", reason: "expired", endedAt: now }
        : { status: "sending", startedAt: now, resumedAt: now, expiresAt }),
    },
  });
  if (count === 0) return false;
  if (isOver) {
    await audit(scope, "announcement.expired", id, { people: 0 });
    return true;
  }
  const people = await recipientsOf(tx, { ...words, corrects: row.correctsId }, channels, now);
  await keepRows(
    scope,
    people.map((to) => ({ to, announcementId: id, ...standingOf(to, now) })),
  );
  await audit(scope, "announcement.sending", id, { people: people.length });
  return true;
}

/** It is not what was approved: somebody has to look at it again. */
async function withdraw(scope: Scope, { id, revision }: Announcement): Promise<boolean> {
  const { count } = await scope.tx.announcement.updateMany({
    where: { id, status: "scheduled", revision },
    data: { status: "draft", approvedHash: null, revision: { increment: 1 }, updatedAt: scope.now },
  });
  if (count > 0) await audit(scope, "announcement.approval_void", id);
  return count > 0;
}

/** Whether everything has left that can, or the time for it is over. */
export async function endAnnouncement(scope: Scope, id: string): Promise<boolean> {
  const { tx, now } = scope;
  const row = await tx.announcement.findUnique({ where: { id }, select: { status: true, expiresAt: true } });
  if (row === null) return false;
  const isOver = row.expiresAt !== null && row.expiresAt <= now;
  if (isOver) await skipRest(scope, id, "expired");
  if (row.status === "sent") return isOver;
  const open = await tx.delivery.count({
    where: { announcementId: id, status: { in: ["queued", "leased", "sending"] } },
  });
  if (open > 0) return false;
  const { count } = await tx.announcement.updateMany({
    where: { id, status: { in: isOver ? ["sending", "paused"] : ["sending"] } },
    data: { status: "sent", endedAt: now, revision: { increment: 1 }, updatedAt: now },
  });
  if (count > 0) await audit(scope, "announcement.sent", id, { expired: isOver });
  return count > 0;
}

import type { RunDone } from "../../../console/announcements/port.ts";
import { mayBecome, type AnnouncementStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import type { Announcement, Prisma } from "../generated/sqlite/client.ts";
import { act, type By, type Desk } from "./act.ts";

/** Nothing more leaves on any replica: a row is marked as being sent only while its announcement runs. */
export function pauseAnnouncement(desk: Desk, by: By, id: string, reason = ""): Promise<RunDone> {
  return run(desk, by, id, "paused", { reason: reason.trim() || null });
}

/** Goes on; what failed before the pause no longer counts. */
export function resumeAnnouncement(desk: Desk, by: By, id: string): Promise<RunDone> {
  return run(desk, by, id, "sending", { reason: null, resumedAt: by.now });
}

/** For good: who has not got it will not. */
export function stopAnnouncement(desk: Desk, by: By, id: string, reason: string): Promise<RunDone> {
  return run(desk, by, id, "stopped", { reason: reason.trim(), endedAt: by.now }, async (scope) => {
    await skipRest(scope, id, "stopped");
  });
}

/** Whoever has not got it will not. */
export async function skipRest(
  { tx, now }: Pick<Scope, "tx" | "now">,
  announcementId: string,
  reason: "stopped" | "expired",
): Promise<void> {
  await tx.delivery.updateMany({
    where: { announcementId, status: { in: ["queued", "leased", "waiting"] } },
    data: { status: "skipped", reason, leaseOwner: null, leaseUntil: null, settledAt: now },
  });
}

/** Sends one again of which nobody knows whether it arrived: the person may get it twice. */
export function resendUnknown(
  desk: Desk,
  by: By,
  deliveryId: string,
): Promise<{ kind: "done" | "not_found" | "not_unknown" | "over" }> {
  return act(desk, by, async (scope) => {
    const row = await scope.tx.delivery.findUnique({
      where: { id: deliveryId },
      include: { announcement: { select: { status: true, expiresAt: true } } },
    });
    if (row === null) return { kind: "not_found" };
    const { announcement } = row;
    const ends = announcement?.expiresAt ?? row.expiresAt;
    if (announcement?.status === "stopped" || (ends !== null && ends <= by.now)) return { kind: "over" };
    const { count } = await scope.tx.delivery.updateMany({
      where: { id: deliveryId, status: "unknown" },
      data: { status: "queued", notBefore: by.now, settledAt: null, reason: null },
    });
    if (count === 0) return { kind: "not_unknown" };
    await audit(scope, "delivery.resent", deliveryId, { announcement: row.announcementId });
    return { kind: "done" };
  });
}

function run(
  desk: Desk,
  by: By,
  id: string,
  to: Extract<AnnouncementStatus, "paused" | "sending" | "stopped">,
  data: Prisma.AnnouncementUncheckedUpdateManyInput,
  also: (scope: Scope, row: Announcement) => Promise<void> = () => Promise.resolve(),
): Promise<RunDone> {
  return act<RunDone>(desk, by, async (scope) => {
    const row = await scope.tx.announcement.findUnique({ where: { id } });
    if (row === null) return { kind: "not_found" };
    const from = row.status as AnnouncementStatus;
    if (from === to) return { kind: "done", changed: false };
    // Only what had begun goes on.
    if (!mayBecome("announcement", from, to) || (to === "sending" && from !== "paused"))
      return { kind: "not_allowed", from };
    const { count } = await scope.tx.announcement.updateMany({
      where: { id, status: from },
      data: { ...data, status: to, revision: { increment: 1 }, updatedAt: by.now },
    });
    // Somebody else changed it at the same moment: the state it has now decides.
    if (count === 0) return { kind: "not_allowed", from };
    await also(scope, row);
    await audit(scope, `announcement.${to === "sending" ? "resumed" : to}`, id, { from });
    return { kind: "done", changed: true };
  });
}

import type { ReachOf } from "../../../announce/reach.ts";
import { endAnnouncement, startAnnouncement } from "../announce/start.ts";
import type { Desk } from "../staff/act.ts";
import { jobStep } from "./job.ts";

/** Those whose hour has come begin to leave; those that are through, or over, end. */
export async function moveAnnouncements(desk: Desk, channels: ReachOf, now: Date): Promise<number> {
  const { client } = desk.database;
  const due = await client.announcement.findMany({
    where: { status: "scheduled", OR: [{ scheduledAt: null }, { scheduledAt: { lte: now } }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const under = await client.announcement.findMany({
    where: {
      OR: [
        { status: { in: ["sending", "paused"] } },
        // Some may still have been waiting.
        {
          status: "sent",
          expiresAt: { lte: now },
          deliveries: { some: { status: { in: ["queued", "waiting"] } } },
        },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let moved = 0;
  for (const { id } of due)
    if (await jobStep(desk, now, (scope) => startAnnouncement(scope, id, channels))) moved += 1;
  for (const { id } of under) if (await jobStep(desk, now, (scope) => endAnnouncement(scope, id))) moved += 1;
  return moved;
}

/** Reminders whose time is over. */
export async function dropLateReminders({ database }: Desk, now: Date): Promise<number> {
  const { count } = await database.client.delivery.updateMany({
    where: { announcementId: null, status: { in: ["queued", "waiting"] }, expiresAt: { lte: now } },
    data: { status: "skipped", reason: "expired", settledAt: now },
  });
  return count;
}

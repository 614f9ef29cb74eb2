import { mayBecome, type EventStatus } from "../../../registry/states.ts";
import { lapsedNotice } from "../../../registry/notices.ts";
import { audit } from "../audit.ts";
import { fillSeats, leave } from "../commands/queue.ts";
import { EVENT_PARTS, eventView } from "../rows.ts";
import type { Desk } from "../staff/act.ts";
import { tell } from "../tell.ts";
import { jobStep } from "./job.ts";

/** Seats that were offered and not taken in time go to the next who wait. */
export async function lapseOffers(desk: Desk, now: Date): Promise<number> {
  const late = await desk.database.client.attendee.findMany({
    where: { status: "offered", offerExpiresAt: { lte: now } },
    orderBy: { offerExpiresAt: "asc" },
    select: { id: true },
  });
  let lapsed = 0;
  for (const { id } of late) {
    const changed = await jobStep(desk, now, async (scope) => {
      const attendee = await scope.tx.attendee.findUnique({
        where: { id },
        include: { registration: true, event: { include: EVENT_PARTS } },
      });
      if (attendee?.status !== "offered" || !(await leave(scope, attendee, "lapsed"))) return false;
      await tell(scope, attendee.registration.contactId, lapsedNotice(eventView(attendee.event), attendee));
      await fillSeats(scope, attendee.eventId);
      return true;
    });
    if (changed) lapsed += 1;
  }
  return lapsed;
}

/** Registration ends when its window does. */
export async function closeWindows(desk: Desk, now: Date): Promise<number> {
  const over = await desk.database.client.event.findMany({
    where: { status: "open", closesAt: { lt: now } },
    select: { id: true },
  });
  let closed = 0;
  for (const { id } of over) {
    const changed = await jobStep(desk, now, async (scope) => {
      const event = await scope.tx.event.findUnique({ where: { id } });
      if (event?.status !== "open" || event.closesAt >= now) return false;
      if (!mayBecome("event", event.status as EventStatus, "closed")) return false;
      await scope.tx.event.update({ where: { id }, data: { status: "closed", updatedAt: now } });
      await audit(scope, "event.closed", id);
      return true;
    });
    if (changed) closed += 1;
  }
  return closed;
}

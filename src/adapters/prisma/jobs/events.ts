import { mayBecome, type EventStatus } from "../../../registry/states.ts";
import { lapsedNotice, reminderNotice } from "../../../registry/notices.ts";
import { audit } from "../audit.ts";
import { fillSeats, leave } from "../commands/queue.ts";
import { EVENT_PARTS, eventView } from "../rows.ts";
import type { Desk } from "../staff/act.ts";
import { tell } from "../tell.ts";
import { jobStep } from "./job.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Việt Nam has one zone and no summer time. */
const AHEAD_MS = 7 * HOUR_MS;
/** People are reminded from eight in the morning of the day before. */
const REMINDED_FROM_MS = 8 * HOUR_MS;

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

/** Once, the day before, to each registration with people who have a seat. */
export async function remind(desk: Desk, now: Date): Promise<number> {
  const soon = await desk.database.client.event.findMany({
    where: {
      status: { in: ["open", "closed"] },
      sessions: { some: { startsAt: { gt: now, lt: new Date(now.getTime() + 2 * DAY_MS) } } },
    },
    include: EVENT_PARTS,
  });
  let reminded = 0;
  for (const event of soon) {
    const [first] = event.sessions;
    if (!first || now < reminderDue(first.startsAt) || first.startsAt <= now) continue;
    const unreminded = {
      status: "confirmed",
      remindedAt: null,
      // Who registered on that very day knows.
      createdAt: { lt: reminderDue(first.startsAt) },
    };
    const registrations = await desk.database.client.registration.findMany({
      where: { eventId: event.id, attendees: { some: unreminded } },
      select: { id: true },
    });
    for (const { id } of registrations) {
      const told = await jobStep(desk, now, async (scope) => {
        const where = { registrationId: id, ...unreminded };
        const attendees = await scope.tx.attendee.findMany({ where, orderBy: { id: "asc" } });
        const { count } = await scope.tx.attendee.updateMany({ where, data: { remindedAt: now } });
        if (count === 0) return false;
        const { code, contactId } = await scope.tx.registration.findUniqueOrThrow({ where: { id } });
        return tell(scope, contactId, reminderNotice(eventView(event), { code, attendees }));
      });
      if (told) reminded += 1;
    }
  }
  return reminded;
}

/** Eight in the morning of the day before, on the clock there. */
function reminderDue(startsAt: Date): Date {
  const midnight = Math.floor((startsAt.getTime() + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS;
  return new Date(midnight - DAY_MS + REMINDED_FROM_MS);
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

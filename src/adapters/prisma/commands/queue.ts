import { offerExpiry } from "../../../registry/deadlines.ts";
import { offerNotice } from "../../../registry/notices.ts";
import { mayBecome, type AttendeeStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { EVENT_PARTS, eventView, hasBegun, SEATED, startOf, type EventRow } from "../rows.ts";
import { tell } from "../tell.ts";
import type { Scope } from "./scope.ts";

interface Seated {
  id: string;
  eventId: string;
  status: string;
}

/**
 * Takes somebody off an event; a seat that becomes free goes to the first who waits, never back to everybody. False
 * when the attendee changed meanwhile.
 */
export async function leave(scope: Scope, attendee: Seated, to: "cancelled" | "lapsed"): Promise<boolean> {
  const from = attendee.status as AttendeeStatus;
  if (!mayBecome("attendee", from, to)) return false;
  await hold(scope, attendee.eventId);
  const { count } = await scope.tx.attendee.updateMany({
    where: { id: attendee.id, status: from },
    data: { status: to, offerExpiresAt: null, updatedAt: scope.now },
  });
  if (count === 0) return false;
  await audit(scope, `attendee.${to}`, attendee.id, { from });
  if (SEATED.includes(from)) {
    await scope.tx.event.update({
      where: { id: attendee.eventId },
      data: { seatsTaken: { decrement: 1 } },
    });
  }
  return true;
}

/** Offers every free seat to those who wait, in their order. */
export async function fillSeats(scope: Scope, eventId: string): Promise<void> {
  const { tx, now } = scope;
  await hold(scope, eventId);
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, include: EVENT_PARTS });
  if (!["open", "closed"].includes(event.status) || hasBegun(event, now)) return;
  const next = await tx.attendee.findMany({
    where: { eventId, status: "waiting" },
    orderBy: { waitingPosition: "asc" },
    take: Math.max(0, event.capacity - event.seatsTaken),
    include: { registration: true },
  });
  for (const { id, name, registration } of next) {
    await offer(scope, event, { id, name, contactId: registration.contactId, code: registration.code });
  }
}

async function offer(
  scope: Scope,
  event: EventRow,
  attendee: { id: string; name: string; contactId: string; code: string },
): Promise<void> {
  const { tx, now } = scope;
  const until = offerExpiry(now, startOf(event), scope.calendar, scope.settings);
  await tx.attendee.update({
    where: { id: attendee.id },
    data: { status: "offered", offerExpiresAt: until, updatedAt: now },
  });
  await tx.event.update({ where: { id: event.id }, data: { seatsTaken: { increment: 1 } } });
  await audit(scope, "attendee.offered", attendee.id, { until: until.toISOString() });
  await tell(scope, attendee.contactId, offerNotice(eventView(event), attendee, until));
}

/** Nobody else changes seats or queue of the event until this transaction ends. */
async function hold({ tx, now }: Scope, eventId: string): Promise<void> {
  await tx.event.update({ where: { id: eventId }, data: { updatedAt: now } });
}

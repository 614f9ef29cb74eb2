import type { DeclineReason, NewAttendee } from "../../../registry/commands.ts";
import { decidedNotice, movedNotice, releasedNotice } from "../../../registry/notices.ts";
import { mayBecome, type AttendeeStatus } from "../../../registry/states.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import { audit } from "../audit.ts";
import { fillSeats, leave } from "../commands/queue.ts";
import { registrationOf, seat } from "../commands/register.ts";
import { reserve } from "../commands/reserve.ts";
import type { Scope } from "../commands/scope.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { EVENT_PARTS, eventView, seatsLeft } from "../rows.ts";
import { guardSeats } from "../seats.ts";
import { tell } from "../tell.ts";
import { act, type By, type Desk, type Done } from "./act.ts";

const PARTS = {
  event: { include: EVENT_PARTS },
  registration: { include: { enterprise: true } },
} as const satisfies Prisma.AttendeeInclude;

type Row = Prisma.AttendeeGetPayload<{ include: typeof PARTS }>;

/** Name, phone and position of one person, unless somebody changed them since `revision`. */
export function correctAttendee(
  desk: Desk,
  by: By,
  id: string,
  revision: number,
  person: NewAttendee,
): Promise<{ kind: "saved" } | { kind: "stale" } | { kind: "not_found" }> {
  return act(desk, by, async (scope) => {
    const { tx, now } = scope;
    const attendee = await tx.attendee.findUnique({ where: { id } });
    if (attendee === null) return { kind: "not_found" };
    const { count } = await tx.attendee.updateMany({
      where: { id, updatedAt: new Date(revision) },
      // Two changes within a millisecond are told apart, too.
      data: { ...person, updatedAt: new Date(Math.max(now.getTime(), revision + 1)) },
    });
    if (count === 0) return { kind: "stale" };
    await audit(scope, "attendee.corrected", id, { renamed: attendee.name !== person.name });
    return { kind: "saved" };
  });
}

/** A place that was asked for becomes a seat; where none is left, a place in the queue. */
export function confirmAttendee(desk: Desk, by: By, id: string): Promise<Done<{ status: AttendeeStatus }>> {
  return changing(desk, by, id, async (scope, attendee) => {
    const from = attendee.status as AttendeeStatus;
    if (from !== "requested") return { kind: "not_allowed", from };
    const { event, isSeated } = await takePlace(scope, attendee.eventId);
    const status = isSeated ? "confirmed" : "waiting";
    await scope.tx.attendee.update({
      where: { id },
      data: { status, waitingPosition: isSeated ? null : event.waitingIssued + 1, updatedAt: scope.now },
    });
    await audit(scope, `attendee.${status}`, id, { from });
    await tell(scope, attendee.registration.contactId, decidedNotice(eventView(event), attendee, status));
    return { kind: "done", status };
  });
}

export function rejectAttendee(desk: Desk, by: By, id: string): Promise<Done> {
  return changing(desk, by, id, async (scope, attendee) => {
    const from = attendee.status as AttendeeStatus;
    if (!mayBecome("attendee", from, "rejected")) return { kind: "not_allowed", from };
    await scope.tx.attendee.update({ where: { id }, data: { status: "rejected", updatedAt: scope.now } });
    await audit(scope, "attendee.rejected", id, { from });
    const notice = decidedNotice(eventView(attendee.event), attendee, "rejected");
    await tell(scope, attendee.registration.contactId, notice);
    return { kind: "done" };
  });
}

export function releaseAttendee(desk: Desk, by: By, id: string): Promise<Done> {
  return changing(desk, by, id, async (scope, attendee) => {
    if (!(await leave(scope, attendee, "cancelled"))) return { kind: "not_allowed", from: attendee.status };
    await tell(scope, attendee.registration.contactId, releasedNotice(eventView(attendee.event), attendee));
    await fillSeats(scope, attendee.eventId);
    return { kind: "done" };
  });
}

/** To another class: registered there as anybody is, then taken off the first. */
export function moveAttendee(
  desk: Desk,
  by: By,
  id: string,
  toEvent: string,
): Promise<Done | { kind: "declined"; why: DeclineReason }> {
  return changing(desk, by, id, async (scope, attendee) => {
    const { registration, name, phone, position } = attendee;
    if (!mayBecome("attendee", attendee.status as AttendeeStatus, "cancelled")) {
      return { kind: "not_allowed", from: attendee.status };
    }
    const { enterprise } = registration;
    const reserved = await reserve(scope, {
      eventId: toEvent,
      enterprise: { ...enterprise, kind: enterprise.kind as EnterpriseKind },
      enterpriseId: enterprise.id,
      attendees: [{ name, phone, position }],
      beyondSeats: "wait",
    });
    if (reserved.kind === "declined") return reserved;
    if (reserved.fresh.length === 0) return { kind: "declined", why: "already_settled" };
    const target = await registrationOf(scope, {
      eventId: toEvent,
      enterpriseId: enterprise.id,
      contactId: registration.contactId,
      submitter: { name: registration.submitterName, phone: registration.submitterPhone },
    });
    await seat(scope, target.id, reserved);
    await leave(scope, attendee, "cancelled");
    await audit(scope, "attendee.moved", id, { from: attendee.eventId, to: toEvent });
    const notice = movedNotice(attendee.event, eventView(reserved.event), {
      name,
      code: target.code,
      isSeated: reserved.seats > 0,
    });
    await tell(scope, registration.contactId, notice);
    await fillSeats(scope, attendee.eventId);
    return { kind: "done" };
  });
}

/** A seat, or the next number of the queue; whoever was faster is counted, and all is read again. */
async function takePlace({ tx }: Scope, eventId: string) {
  for (;;) {
    const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, include: EVENT_PARTS });
    const isSeated = seatsLeft(event, event._count.attendees) > 0;
    const change = isSeated ? { seats: 1, waiting: 0 } : { seats: 0, waiting: 1 };
    if (await guardSeats(tx, event, change)) return { event, isSeated };
  }
}

function changing<T>(
  desk: Desk,
  by: By,
  id: string,
  work: (scope: Scope, attendee: Row) => Promise<T>,
): Promise<T | { kind: "not_found" }> {
  return act(desk, by, async (scope) => {
    const attendee = await scope.tx.attendee.findUnique({ where: { id }, include: PARTS });
    return attendee === null ? { kind: "not_found" } : work(scope, attendee);
  });
}

import { cancelledNotice, postponedNotice, type Notified } from "../../../registry/notices.ts";
import { mayBecome, type AttendeeStatus, type EventStatus } from "../../../registry/states.ts";
import type { EnterpriseKind, EventView, SessionView } from "../../../registry/views.ts";
import type { Reply } from "../../../conversation/reply.ts";
import { audit } from "../audit.ts";
import { fillSeats, leave } from "../commands/queue.ts";
import type { Scope } from "../commands/scope.ts";
import { newId } from "../ids.ts";
import { EVENT_PARTS, eventView, LIVE } from "../rows.ts";
import { tell } from "../tell.ts";
import { act, type By, type Desk, type Done } from "./act.ts";

export interface NewEvent {
  /** short number people type: `DK 12` */
  keyword: string;
  title: string;
  description: string;
  audience: string;
  audienceKinds: readonly EnterpriseKind[];
  sessions: readonly SessionView[];
  capacity: number;
  capPerEnterprise: number | null;
  opensAt: Date;
  closesAt: Date;
  cost: string;
  invitation: string | null;
  planRef: string | null;
}

/** A draft; nobody sees it before it is approved. */
export function createEvent(desk: Desk, by: By, event: NewEvent): Promise<{ id: string }> {
  return act(desk, by, async (scope) => {
    const id = newId();
    const { sessions, audienceKinds, ...columns } = event;
    await scope.tx.event.create({
      data: {
        id,
        ...columns,
        audienceKinds: audienceKinds.join(","),
        createdAt: by.now,
        updatedAt: by.now,
        sessions: { create: sessions.map((session) => ({ id: newId(), ...session })) },
      },
    });
    await audit(scope, "event.created", id, { capacity: event.capacity });
    return { id };
  });
}

export function approveEvent(desk: Desk, by: By, eventId: string): Promise<Done> {
  return act(desk, by, (scope) => move(scope, eventId, "approved"));
}

/** Registration begins, or goes on after it was closed or the class put off. */
export function openEvent(desk: Desk, by: By, eventId: string): Promise<Done> {
  return act(desk, by, async (scope) => {
    const moved = await move(scope, eventId, "open");
    if (moved.kind === "done") await fillSeats(scope, eventId);
    return moved;
  });
}

export function closeEvent(desk: Desk, by: By, eventId: string): Promise<Done> {
  return act(desk, by, (scope) => move(scope, eventId, "closed"));
}

/** Everyone who has a seat says again whether they come; `sessions` are the new ones, where they are known. */
export function postponeEvent(
  desk: Desk,
  by: By,
  eventId: string,
  sessions: readonly SessionView[],
): Promise<Done<{ told: number }>> {
  return act(desk, by, async (scope) => {
    const moved = await move(scope, eventId, "postponed");
    if (moved.kind !== "done") return moved;
    await scope.tx.eventSession.deleteMany({ where: { eventId } });
    await scope.tx.eventSession.createMany({
      data: sessions.map((session) => ({ id: newId(), eventId, ...session })),
    });
    await scope.tx.attendee.updateMany({ where: { eventId }, data: { remindedAt: null } });
    const told = await tellRegistrations(scope, eventId, ["confirmed", "offered"], postponedNotice);
    return { kind: "done", told };
  });
}

/** The class does not take place: everyone on it is told, and nobody takes their place. */
export function cancelEvent(desk: Desk, by: By, eventId: string): Promise<Done<{ told: number }>> {
  return act(desk, by, async (scope) => {
    const moved = await move(scope, eventId, "cancelled");
    if (moved.kind !== "done") return moved;
    const told = await tellRegistrations(scope, eventId, LIVE, cancelledNotice);
    const live = await scope.tx.attendee.findMany({
      where: { eventId, status: { in: [...LIVE] } },
      orderBy: { id: "asc" },
    });
    for (const attendee of live) await leave(scope, attendee, "cancelled");
    return { kind: "done", told };
  });
}

async function move(scope: Scope, eventId: string, to: EventStatus): Promise<Done> {
  const event = await scope.tx.event.findUnique({ where: { id: eventId } });
  if (!event) return { kind: "not_found" };
  const from = event.status as EventStatus;
  if (!mayBecome("event", from, to)) return { kind: "not_allowed", from };
  await scope.tx.event.update({ where: { id: eventId }, data: { status: to, updatedAt: scope.now } });
  await audit(scope, `event.${to}`, eventId, { from });
  return { kind: "done" };
}

/** One message a registration, naming those of its people it concerns. Returns how many were reached. */
async function tellRegistrations(
  scope: Scope,
  eventId: string,
  statuses: readonly AttendeeStatus[],
  notice: (event: EventView, registration: Notified) => Reply,
): Promise<number> {
  const concerned = { status: { in: [...statuses] } };
  const event = await scope.tx.event.findUniqueOrThrow({ where: { id: eventId }, include: EVENT_PARTS });
  const registrations = await scope.tx.registration.findMany({
    where: { eventId, attendees: { some: concerned } },
    include: { attendees: { where: concerned, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  let told = 0;
  for (const registration of registrations) {
    const reply = notice(eventView(event), registration);
    if (await tell(scope, registration.contactId, reply)) told += 1;
  }
  return told;
}

import { cancelledNotice, postponedNotice, type Notified } from "../../../registry/notices.ts";
import type { Amounts } from "../../../registry/money.ts";
import { mayBecome, type AttendeeStatus, type EventStatus } from "../../../registry/states.ts";
import type { EnterpriseKind, EventView, SessionView } from "../../../registry/views.ts";
import type { Reply } from "../../../conversation/reply.ts";
import { audit } from "../audit.ts";
import { fillSeats, leave } from "../commands/queue.ts";
import type { Scope } from "../commands/scope.ts";
import { newId } from "../ids.ts";
import { EVENT_PARTS, eventView, hasBegun, LIVE } from "../rows.ts";
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
  annexItem?: string | null;
  costs?: Amounts;
}

/** A draft; nobody sees it before it is approved. */
export function createEvent(desk: Desk, by: By, event: NewEvent): Promise<{ id: string }> {
  return act(desk, by, (scope) => addEvent(scope, event));
}

export async function addEvent(scope: Scope, event: NewEvent): Promise<{ id: string }> {
  const id = newId();
  const { sessions, ...details } = event;
  await scope.tx.event.create({
    data: {
      id,
      ...eventColumns(details),
      createdAt: scope.now,
      updatedAt: scope.now,
      sessions: { create: sessions.map((session) => ({ id: newId(), ...session })) },
    },
  });
  await audit(scope, "event.created", id, { capacity: event.capacity });
  return { id };
}

export function eventColumns({ audienceKinds, costs, ...columns }: Omit<NewEvent, "sessions">) {
  return {
    ...columns,
    audienceKinds: audienceKinds.join(","),
    ...(costs !== undefined && { costs: JSON.stringify(costs) }),
  };
}

export async function setSessions(
  { tx }: Scope,
  eventId: string,
  sessions: readonly SessionView[],
): Promise<void> {
  await tx.eventSession.deleteMany({ where: { eventId } });
  await tx.eventSession.createMany({
    data: sessions.map((session) => ({ id: newId(), eventId, ...session })),
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

/** It took place; one whose registration still runs is closed first. */
export function holdEvent(desk: Desk, by: By, eventId: string): Promise<Done | { kind: "not_begun" }> {
  return act(desk, by, async (scope) => {
    const event = await scope.tx.event.findUnique({ where: { id: eventId }, include: EVENT_PARTS });
    if (event && !hasBegun(event, scope.now)) return { kind: "not_begun" };
    if (event?.status === "open") await move(scope, eventId, "closed");
    return move(scope, eventId, "held");
  });
}

/** Its figures are in the report; they no longer change. */
export function reportEvent(desk: Desk, by: By, eventId: string): Promise<Done> {
  return act(desk, by, (scope) => move(scope, eventId, "reported"));
}

/**
 * Everyone who has a seat says again whether they come; `sessions` are the new ones, where they are known. One that is
 * put off already gets its new time in the same way.
 */
export function postponeEvent(
  desk: Desk,
  by: By,
  eventId: string,
  sessions: readonly SessionView[],
): Promise<Done<{ told: number }>> {
  return act(desk, by, async (scope) => {
    const moved = (await isPostponed(scope, eventId))
      ? await renew(scope, eventId, sessions.length)
      : await move(scope, eventId, "postponed");
    if (moved.kind !== "done") return moved;
    await setSessions(scope, eventId, sessions);
    await scope.tx.attendee.updateMany({ where: { eventId }, data: { remindedAt: null } });
    const told = await tellRegistrations(scope, eventId, ["confirmed", "offered"], postponedNotice);
    return { kind: "done", told };
  });
}

async function isPostponed({ tx }: Scope, eventId: string): Promise<boolean> {
  return (await tx.event.count({ where: { id: eventId, status: "postponed" } })) > 0;
}

/** A time for what was put off without one, or another time. */
async function renew(scope: Scope, eventId: string, sessions: number): Promise<Done> {
  await scope.tx.event.update({
    where: { id: eventId },
    data: { revision: { increment: 1 }, updatedAt: scope.now },
  });
  await audit(scope, "event.rescheduled", eventId, { sessions });
  return { kind: "done" };
}

/**
 * The class does not take place: everyone on it is told, and nobody takes their place.
 * @param reason in the words people read; none where it is not said
 */
export function cancelEvent(
  desk: Desk,
  by: By,
  eventId: string,
  reason = "",
): Promise<Done<{ told: number }>> {
  return act(desk, by, async (scope) => {
    const moved = await move(scope, eventId, "cancelled");
    if (moved.kind !== "done") return moved;
    const told = await tellRegistrations(scope, eventId, LIVE, (event, registration) =>
      cancelledNotice(event, registration, reason),
    );
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
  await scope.tx.event.update({
    where: { id: eventId },
    data: { status: to, revision: { increment: 1 }, updatedAt: scope.now },
  });
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

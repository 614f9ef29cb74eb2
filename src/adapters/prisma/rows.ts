import type { AttendeeStatus, EventStatus } from "../../registry/states.ts";
import type { EnterpriseKind, EventView, RegistrationView } from "../../registry/views.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

/** What is read with an event so that it can be shown. */
export const EVENT_PARTS = {
  sessions: { orderBy: { startsAt: "asc" } },
  _count: { select: { attendees: { where: { status: "waiting" } } } },
} as const satisfies Prisma.EventInclude;

export type EventRow = Prisma.EventGetPayload<{ include: typeof EVENT_PARTS }>;

export function eventView(row: EventRow): EventView {
  return {
    id: row.id,
    keyword: row.keyword,
    title: row.title,
    description: row.description,
    audience: row.audience,
    audienceKinds: kindsOf(row.audienceKinds),
    status: row.status as EventStatus,
    sessions: row.sessions.map(({ startsAt, endsAt, place }) => ({ startsAt, endsAt, place })),
    capacity: row.capacity,
    seatsLeft: seatsLeft(row, row._count.attendees),
    waiting: row._count.attendees,
    capPerEnterprise: row.capPerEnterprise,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    cost: row.cost,
    invitation: row.invitation,
    planRef: row.planRef,
  };
}

/** Seats a newcomer may have: none while somebody waits. */
export function seatsLeft(
  { capacity, seatsTaken }: { capacity: number; seatsTaken: number },
  waiting: number,
): number {
  return waiting > 0 ? 0 : Math.max(0, capacity - seatsTaken);
}

export function kindsOf(audienceKinds: string): readonly EnterpriseKind[] {
  return audienceKinds.split(",").filter(Boolean) as EnterpriseKind[];
}

/** Those who have a seat or a place in the queue. */
export const LIVE: readonly AttendeeStatus[] = ["requested", "confirmed", "offered", "waiting"];

/** Those who hold a seat. */
export const SEATED: readonly AttendeeStatus[] = ["confirmed", "offered"];

/** When the first session begins; null where none is set. */
export function startOf({ sessions }: { sessions: readonly { startsAt: Date }[] }): Date | null {
  return sessions[0]?.startsAt ?? null;
}

export function hasBegun(event: { sessions: readonly { startsAt: Date }[] }, now: Date): boolean {
  const start = startOf(event);
  return start !== null && start <= now;
}

export type RegistrationRow = Prisma.RegistrationGetPayload<{
  include: { attendees: true; enterprise: true; event: { include: typeof EVENT_PARTS } };
}>;

export function registrationView(
  row: RegistrationRow,
  enterprise: RegistrationView["enterprise"],
  places: ReadonlyMap<string, number>,
): RegistrationView {
  return {
    id: row.id,
    code: row.code,
    event: eventView(row.event),
    enterprise,
    submitter: { name: row.submitterName, phone: row.submitterPhone },
    attendees: row.attendees.map((attendee) => ({
      id: attendee.id,
      name: attendee.name,
      phone: attendee.phone,
      position: attendee.position,
      status: attendee.status as AttendeeStatus,
      waitingPosition: places.get(attendee.id) ?? null,
      offerExpiresAt: attendee.status === "offered" ? attendee.offerExpiresAt : null,
    })),
  };
}

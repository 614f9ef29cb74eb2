import type { DeclineReason, NewAttendee } from "../../../registry/commands.ts";
import type { EnterpriseDetails } from "../../../registry/views.ts";
import type { Tx } from "../database.ts";
import { EVENT_PARTS, hasBegun, kindsOf, LIVE, seatsLeft, type EventRow } from "../rows.ts";
import { foldedName, sameAs } from "./enterprises.ts";
import type { Scope } from "./scope.ts";

/** Every failed attempt means that another registration went through, so this many never fail in a row. */
const ATTEMPTS = 1_000;

export interface Wish {
  eventId: string;
  enterprise: EnterpriseDetails;
  /** the record of it this contact has; null for one that is new */
  enterpriseId: string | null;
  attendees: readonly NewAttendee[];
  beyondSeats: "wait" | "all_wait";
}

/** Seats and queue numbers that are ours when the transaction is stored. */
export interface Reservation {
  kind: "reserved";
  event: EventRow;
  /** those who are not there yet, in the order they were given */
  fresh: readonly NewAttendee[];
  /** the first so many of them have a seat */
  seats: number;
  /** names of those who are there already */
  alreadyThere: readonly string[];
}

/** Takes seats and queue numbers. Reads only, until all that could stand against it was looked at. */
export async function reserve(
  scope: Scope,
  wish: Wish,
): Promise<Reservation | { kind: "declined"; why: DeclineReason }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const event = await scope.tx.event.findUnique({ where: { id: wish.eventId }, include: EVENT_PARTS });
    if (!event || !isOpen(event, scope.now)) return { kind: "declined", why: "event_not_open" };
    const kinds = kindsOf(event.audienceKinds);
    if (kinds.length > 0 && !kinds.includes(wish.enterprise.kind)) {
      return { kind: "declined", why: "audience_mismatch" };
    }
    const { fresh, alreadyThere } = await newcomers(scope.tx, wish);
    if (await isBeyondCap(scope.tx, event, wish, fresh.length)) {
      return { kind: "declined", why: "event_full_for_enterprise" };
    }
    const left = seatsLeft(event, event._count.attendees);
    const seats = wish.beyondSeats === "all_wait" && fresh.length > left ? 0 : Math.min(left, fresh.length);
    const change = { seats, waiting: fresh.length - seats };
    if (fresh.length === 0 || (await scope.guard(scope.tx, event, change))) {
      return { kind: "reserved", event, fresh, seats, alreadyThere };
    }
  }
  throw new Error("no turn among those who register");
}

function isOpen(event: EventRow, now: Date): boolean {
  return event.status === "open" && event.opensAt <= now && now <= event.closesAt && !hasBegun(event, now);
}

/** One person is one name and one phone. */
function keyOf({ name, phone }: { name: string; phone: string | null }): string {
  return `${foldedName(name)}|${phone ?? ""}`;
}

async function newcomers(tx: Tx, { eventId, enterpriseId, attendees }: Wish) {
  const present =
    enterpriseId === null
      ? []
      : await tx.attendee.findMany({
          where: { eventId, status: { in: [...LIVE] }, registration: { enterpriseId } },
          select: { name: true, phone: true },
        });
  const there = new Set(present.map(keyOf));
  const fresh = new Map<string, NewAttendee>();
  for (const attendee of attendees) {
    const key = keyOf(attendee);
    if (!there.has(key) && !fresh.has(key)) fresh.set(key, attendee);
  }
  return {
    fresh: [...fresh.values()],
    alreadyThere: attendees.filter((one) => there.has(keyOf(one))).map(({ name }) => name),
  };
}

/** Counted over every record that seems to be this enterprise, or the cap would be gone with a second chat. */
async function isBeyondCap(tx: Tx, event: EventRow, wish: Wish, more: number): Promise<boolean> {
  if (event.capPerEnterprise === null) return false;
  const { enterprise, enterpriseId } = wish;
  const equal = sameAs({ ...enterprise, searchText: foldedName(enterprise.name) });
  const there = await tx.attendee.count({
    where: {
      eventId: event.id,
      status: { in: [...LIVE] },
      registration: { enterprise: { OR: [equal, ...(enterpriseId === null ? [] : [{ id: enterpriseId }])] } },
    },
  });
  return there + more > event.capPerEnterprise;
}

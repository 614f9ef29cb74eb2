import type { Command, CommandOutcome, DeclineReason } from "../../../registry/commands.ts";
import type { AttendeeStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { placesOf } from "../places.ts";
import { EVENT_PARTS, hasBegun, LIVE } from "../rows.ts";
import { findContact, hasConsent } from "./contacts.ts";
import { fillSeats, leave } from "./queue.ts";
import type { Scope, Who } from "./scope.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Another person on the same seat, or the same place in the queue. */
export async function swapAttendee(
  scope: Scope,
  who: Who,
  { attendeeId, replacement }: Of<"swap_attendee">,
): Promise<CommandOutcome> {
  const found = await ownAttendees(scope, who, [attendeeId]);
  if (found.kind === "declined") return found;
  const [attendee] = found.attendees;
  if (!attendee || !isLive(attendee)) return { kind: "declined", why: "already_settled" };
  if (hasBegun(attendee.event, scope.now)) return { kind: "declined", why: "too_late" };
  if (!(await hasConsent(scope.tx, attendee.registration.contactId, "registration"))) {
    return { kind: "declined", why: "consent_missing" };
  }
  const { name, phone, position } = replacement;
  await scope.tx.attendee.update({
    where: { id: attendeeId },
    data: { name, phone, position, remindedAt: null, updatedAt: scope.now },
  });
  await audit(scope, "attendee.swapped", attendeeId);
  const places = await placesOf(scope.tx, attendee.status === "waiting" ? [attendee] : []);
  return {
    kind: "attendee_swapped",
    code: attendee.registration.code,
    attendee: {
      name,
      status: attendee.status as AttendeeStatus,
      waitingPosition: places.get(attendeeId) ?? null,
    },
  };
}

export async function cancelAttendees(
  scope: Scope,
  who: Who,
  { attendeeIds }: Of<"cancel_attendees">,
): Promise<CommandOutcome> {
  const found = await ownAttendees(scope, who, attendeeIds);
  if (found.kind === "declined") return found;
  const live = found.attendees.filter(isLive);
  const [first] = live;
  if (!first) return { kind: "declined", why: "already_settled" };
  if (live.some(({ event }) => hasBegun(event, scope.now))) return { kind: "declined", why: "too_late" };
  const cancelled = [];
  for (const attendee of live) if (await leave(scope, attendee, "cancelled")) cancelled.push(attendee);
  for (const eventId of new Set(cancelled.map((one) => one.eventId))) await fillSeats(scope, eventId);
  return {
    kind: "attendees_cancelled",
    code: first.registration.code,
    names: cancelled.map(({ name }) => name),
  };
}

/** Takes or passes on an offered seat; after a postponement, says whether one still comes. */
export async function answerOffer(
  scope: Scope,
  who: Who,
  { attendeeId, accept }: Of<"answer_offer">,
): Promise<CommandOutcome> {
  const found = await ownAttendees(scope, who, [attendeeId]);
  if (found.kind === "declined") return found;
  const [attendee] = found.attendees;
  if (!attendee) return { kind: "declined", why: "not_yours" };
  const refused = whyNoAnswer(attendee, scope.now);
  if (refused !== null) return { kind: "declined", why: refused };
  if (accept) {
    await scope.tx.attendee.update({
      where: { id: attendeeId },
      data: { status: "confirmed", offerExpiresAt: null, updatedAt: scope.now },
    });
    await audit(
      scope,
      attendee.status === "offered" ? "attendee.confirmed" : "attendee.reconfirmed",
      attendeeId,
    );
  } else {
    await leave(scope, attendee, "cancelled");
    await fillSeats(scope, attendee.eventId);
  }
  return {
    kind: "offer_answered",
    code: attendee.registration.code,
    attendee: { name: attendee.name, status: accept ? "confirmed" : "cancelled", waitingPosition: null },
  };
}

function whyNoAnswer(
  attendee: { status: string; offerExpiresAt: Date | null; event: { sessions: { startsAt: Date }[] } },
  now: Date,
): DeclineReason | null {
  const { status, offerExpiresAt } = attendee;
  if (status === "lapsed") return "offer_expired";
  if (status !== "offered" && status !== "confirmed") return "already_settled";
  if (status === "offered" && offerExpiresAt !== null && offerExpiresAt <= now) return "offer_expired";
  return hasBegun(attendee.event, now) ? "too_late" : null;
}

function isLive({ status }: { status: string }): boolean {
  return LIVE.includes(status as AttendeeStatus);
}

/** All of them, or none where one belongs to somebody else. */
async function ownAttendees({ tx }: Scope, who: Who, ids: readonly string[]) {
  const contactId = await findContact(tx, who);
  // Locked in one order, so that two who change the same people wait for each other and do not block each other.
  const attendees = await tx.attendee.findMany({
    where: { id: { in: [...ids] } },
    include: { registration: true, event: { include: EVENT_PARTS } },
    orderBy: { id: "asc" },
  });
  const isOwn = attendees.every(({ registration }) => registration.contactId === contactId);
  if (contactId === null || !isOwn || attendees.length < new Set(ids).size) {
    return { kind: "declined", why: "not_yours" } as const;
  }
  return { kind: "found", attendees } as const;
}

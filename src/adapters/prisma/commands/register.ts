import type { AttendeeOutcome, Command, CommandOutcome, NewAttendee } from "../../../registry/commands.ts";
import type { EnterpriseDetails, EnterpriseKind, PersonDetails } from "../../../registry/views.ts";
import { audit } from "../audit.ts";
import { freeCode } from "../codes.ts";
import { newId } from "../ids.ts";
import { placesOf } from "../places.ts";
import { ensureContact, findContact, hasConsent, keepConsents } from "./contacts.ts";
import { ensureEnterprise, ownEqual } from "./enterprises.ts";
import { fillSeats } from "./queue.ts";
import { reserve, type Reservation } from "./reserve.ts";
import type { Scope, Who } from "./scope.ts";

type Register = Extract<Command, { kind: "register" }>;
type AddAttendees = Extract<Command, { kind: "add_attendees" }>;

/** Registers people of an enterprise; a second registration of the same kind adds to the first. */
export async function register(scope: Scope, who: Who, command: Register): Promise<CommandOutcome> {
  const { tx } = scope;
  const known = await findContact(tx, who);
  if (!(await hasConsent(tx, known, "registration", command.consents))) {
    return { kind: "declined", why: "consent_missing" };
  }
  const enterpriseId = known === null ? null : await ownEqual(tx, known, command.enterprise);
  const reserved = await reserve(scope, { ...command, enterpriseId });
  if (reserved.kind === "declined") return reserved;
  if (reserved.fresh.length + reserved.alreadyThere.length === 0) {
    return { kind: "declined", why: "already_settled" };
  }

  const contactId = await ensureContact(scope, who);
  await keepConsents(scope, who, contactId, command.consents);
  await rememberPerson(scope, contactId, command.submitter);
  const enterprise = await ensureEnterprise(scope, contactId, command.enterprise);
  const registration = await registrationOf(scope, {
    eventId: command.eventId,
    enterpriseId: enterprise,
    contactId,
    submitter: command.submitter,
  });
  const attendees = await seat(scope, registration.id, reserved);
  return {
    kind: "registered",
    code: registration.code,
    attendees,
    alreadyThere: reserved.alreadyThere,
  };
}

/** More people for one's own registration; those without a seat wait. */
export async function addAttendees(scope: Scope, who: Who, command: AddAttendees): Promise<CommandOutcome> {
  const { tx } = scope;
  const contactId = await findContact(tx, who);
  const registration = await tx.registration.findUnique({
    where: { id: command.registrationId },
    include: { enterprise: true },
  });
  if (contactId === null || registration?.contactId !== contactId) {
    return { kind: "declined", why: "not_yours" };
  }
  if (!(await hasConsent(tx, contactId, "registration"))) return { kind: "declined", why: "consent_missing" };
  const { enterprise, enterpriseId, eventId } = registration;
  const reserved = await reserve(scope, {
    eventId,
    enterpriseId,
    enterprise: { ...enterprise, kind: enterprise.kind as EnterpriseKind } satisfies EnterpriseDetails,
    attendees: command.attendees,
    beyondSeats: "wait",
  });
  if (reserved.kind === "declined") return reserved;
  if (reserved.fresh.length === 0) return { kind: "declined", why: "already_settled" };
  const attendees = await seat(scope, registration.id, reserved);
  return { kind: "attendees_added", code: registration.code, attendees };
}

/** What the person is called when something is registered again. */
export async function rememberPerson(
  { tx, now }: Scope,
  contactId: string,
  { name, phone }: PersonDetails,
): Promise<void> {
  await tx.contact.update({ where: { id: contactId }, data: { name, phone, updatedAt: now } });
}

export async function registrationOf(
  scope: Scope,
  wanted: { eventId: string; enterpriseId: string; contactId: string; submitter: PersonDetails },
): Promise<{ id: string; code: string }> {
  const { tx, now } = scope;
  const { eventId, enterpriseId, contactId, submitter } = wanted;
  const key = { eventId, enterpriseId, contactId };
  const found = await tx.registration.findUnique({ where: { eventId_enterpriseId_contactId: key } });
  if (found) return found;
  const code = await freeCode(
    "ĐK",
    scope.randomBytes,
    async (one) => (await tx.registration.count({ where: { code: one } })) > 0,
  );
  const created = await tx.registration.create({
    data: {
      id: newId(),
      code,
      ...key,
      submitterName: submitter.name,
      submitterPhone: submitter.phone,
      createdAt: now,
    },
  });
  await audit(scope, "registration.created", created.id, { event: eventId });
  return created;
}

/** Writes the people down: the first ones on the reserved seats, the others on the reserved queue numbers. */
export async function seat(
  scope: Scope,
  registrationId: string,
  { event, fresh, seats }: Reservation,
): Promise<AttendeeOutcome[]> {
  const rows = fresh.map((attendee, at) => ({
    id: newId(),
    registrationId,
    eventId: event.id,
    ...detailsOf(attendee),
    status: at < seats ? "confirmed" : "waiting",
    waitingPosition: at < seats ? null : event.waitingIssued + at - seats + 1,
    createdAt: scope.now,
    updatedAt: scope.now,
  }));
  if (rows.length === 0) return [];
  await scope.tx.attendee.createMany({ data: rows });
  await audit(scope, "attendees.added", registrationId, { confirmed: seats, waiting: rows.length - seats });
  const places = await placesOf(
    scope.tx,
    rows.filter(({ status }) => status === "waiting"),
  );
  // Seats that a group left free, because all of it wants to wait, are offered to it before anybody else comes.
  if (event._count.attendees > 0) await fillSeats(scope, event.id);
  return rows.map(({ id, name, status }) => ({
    name,
    status: status === "confirmed" ? "confirmed" : "waiting",
    waitingPosition: places.get(id) ?? null,
  }));
}

function detailsOf({ name, phone, position }: NewAttendee) {
  return { name, phone, position };
}

import type { AddedByHand, ByHand } from "../../../console/classes/port.ts";
import type { ConsentGiven } from "../../../registry/commands.ts";
import { audit } from "../audit.ts";
import { ensureEnterprise, ownEqual } from "../commands/enterprises.ts";
import { registrationOf, rememberPerson, seat } from "../commands/register.ts";
import { reserve } from "../commands/reserve.ts";
import type { Scope } from "../commands/scope.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "./act.ts";

/**
 * Registers people of somebody who phoned: the same window, audience, caps and queue as in the chat.
 * @param consent what was read out and agreed to
 */
export function registerByHand(
  desk: Desk,
  by: By,
  eventId: string,
  { enterprise, submitter, attendees }: ByHand,
  consent: ConsentGiven,
): Promise<AddedByHand> {
  return act(desk, by, async (scope) => {
    const caller = await knownCaller(scope, submitter.phone);
    const enterpriseId = caller && (await ownEqual(scope.tx, caller, enterprise));
    const reserved = await reserve(scope, {
      eventId,
      enterprise,
      enterpriseId,
      attendees,
      beyondSeats: "wait",
    });
    if (reserved.kind === "declined") return reserved;
    if (reserved.fresh.length === 0) return { kind: "declined", why: "already_settled" };
    const contactId = caller ?? (await newCaller(scope));
    await rememberPerson(scope, contactId, submitter);
    await keepConsent(scope, contactId, consent);
    const registration = await registrationOf(scope, {
      eventId,
      enterpriseId: await ensureEnterprise(scope, contactId, enterprise),
      contactId,
      submitter,
    });
    const seated = await seat(scope, registration.id, reserved);
    await audit(scope, "attendees.added_by_hand", registration.id, { people: seated.length });
    const confirmed = seated.filter(({ status }) => status === "confirmed").length;
    return {
      kind: "added",
      code: registration.code,
      confirmed,
      waiting: seated.length - confirmed,
      alreadyThere: reserved.alreadyThere.length,
    };
  });
}

/** Somebody who phoned before. A phone number proves nothing, so what a chat keeps is never joined to it. */
async function knownCaller({ tx }: Scope, phone: string): Promise<string | null> {
  const contact = await tx.contact.findFirst({
    where: { phone, addresses: { none: {} } },
    select: { id: true },
  });
  return contact?.id ?? null;
}

async function newCaller(scope: Scope): Promise<string> {
  const id = newId();
  await scope.tx.contact.create({ data: { id, createdAt: scope.now, updatedAt: scope.now } });
  await audit(scope, "contact.created", id);
  return id;
}

async function keepConsent(scope: Scope, contactId: string, given: ConsentGiven): Promise<void> {
  const { purpose, noticeVersion, wording } = given;
  const same = { contactId, purpose, noticeVersion, withdrawnAt: null };
  if ((await scope.tx.consent.count({ where: same })) > 0) return;
  const id = newId();
  // No message gave it: who took it down stands in its place.
  const messageId = scope.actor;
  await scope.tx.consent.create({
    data: { id, contactId, purpose, noticeVersion, wording, messageId, givenAt: scope.now },
  });
  await audit(scope, "consent.given", id, { purpose, noticeVersion });
}

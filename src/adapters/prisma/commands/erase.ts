import type { CommandOutcome } from "../../../registry/commands.ts";
import { mayBecome, type AttendeeStatus, type RequestStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { newId } from "../ids.ts";
import { LIVE } from "../rows.ts";
import { findContact } from "./contacts.ts";
import { eraseConversations, type InHand } from "./erase-conversations.ts";
import { eraseEnterprises } from "./erase-enterprises.ts";
import { ERASED } from "./erased.ts";
import { noteDataRequest } from "./own-data.ts";
import { fillSeats, leave } from "./queue.ts";
import type { Scope, Who } from "./scope.ts";

/**
 * Removes a person: who they are, what they wrote, whom they registered. What was counted stays as rows without names,
 * held by a contact without a name that nobody can be found from.
 */
export async function eraseMe(scope: Scope, who: Who): Promise<CommandOutcome> {
  const contactId = await findContact(scope.tx, who);
  const counts =
    contactId === null
      ? { registrationsCancelled: 0, requestsWithdrawn: 0 }
      : await eraseContact(scope, contactId, who);
  if (contactId === null) await eraseConversations(scope, [{ ...who.address, sender: who.sender }], who);
  await noteDataRequest(scope, null, "erase", "done at once");
  return { kind: "erased", ...counts };
}

/** The same for a person who asked for it at the Department; `inHand` is the message that asks for it in a chat. */
export async function eraseContact(scope: Scope, contactId: string, inHand: InHand) {
  const { tx } = scope;
  const registrationsCancelled = await eraseRegistrations(scope, contactId);
  const requestsWithdrawn = await eraseRequests(scope, contactId);
  const addresses = await tx.channelAddress.findMany({ where: { contactId } });
  await eraseConversations(scope, addresses, inHand);
  const claims = await tx.enterpriseContact.findMany({ where: { contactId } });
  await giveToNobody(scope, contactId);
  // Takes addresses, claims, consents, topics and deliveries along; requests about the data stay without a name.
  await tx.contact.delete({ where: { id: contactId } });
  await eraseEnterprises(
    tx,
    claims.map(({ enterpriseId }) => enterpriseId),
  );
  await audit({ ...scope, actor: "erased" }, "contact.erased", "erased", {
    registrationsCancelled,
    requestsWithdrawn,
  });
  return { registrationsCancelled, requestsWithdrawn };
}

/** Seats go to those who wait. Returns how many registrations had somebody who still came. */
async function eraseRegistrations(scope: Scope, contactId: string): Promise<number> {
  const { tx } = scope;
  const attendees = await tx.attendee.findMany({
    where: { registration: { contactId } },
    orderBy: { id: "asc" },
  });
  const live = attendees.filter(({ status }) => LIVE.includes(status as AttendeeStatus));
  for (const attendee of live) await leave(scope, attendee, "cancelled");
  const ofContact = { registration: { contactId } };
  await tx.attendee.updateMany({
    where: ofContact,
    data: { name: ERASED, phone: null, position: null, certificateKey: null },
  });
  await tx.registration.updateMany({
    where: { contactId },
    data: { submitterName: ERASED, submitterPhone: "" },
  });
  for (const eventId of new Set(live.map((one) => one.eventId))) await fillSeats(scope, eventId);
  return new Set(live.map(({ registrationId }) => registrationId)).size;
}

async function eraseRequests(scope: Scope, contactId: string): Promise<number> {
  const { tx, now } = scope;
  const requests = await tx.supportRequest.findMany({ where: { contactId } });
  let withdrawn = 0;
  for (const { id, status } of requests) {
    const withdraws = mayBecome("request", status as RequestStatus, "withdrawn");
    if (withdraws) withdrawn += 1;
    await tx.supportRequest.update({
      where: { id },
      data: {
        ...(withdraws ? { status: "withdrawn", settledAt: now } : {}),
        submitterName: null,
        submitterPhone: null,
        description: ERASED,
        background: "[]",
        reason: null,
        openKey: null,
        conversationId: "",
      },
    });
    await tx.requestEntry.deleteMany({ where: { requestId: id } });
  }
  return withdrawn;
}

/** Rows that are still counted hang on a new contact without a name, so that the old id is gone as well. */
async function giveToNobody({ tx, now }: Scope, contactId: string): Promise<void> {
  const rows =
    (await tx.registration.count({ where: { contactId } })) +
    (await tx.supportRequest.count({ where: { contactId } }));
  if (rows === 0) return;
  const nobody = newId();
  await tx.contact.create({ data: { id: nobody, createdAt: now, updatedAt: now } });
  await tx.registration.updateMany({ where: { contactId }, data: { contactId: nobody } });
  await tx.supportRequest.updateMany({ where: { contactId }, data: { contactId: nobody } });
}

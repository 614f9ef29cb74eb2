import type { Command, CommandOutcome } from "../../../registry/commands.ts";
import { dataRequestDeadlines, type DataRequestKind } from "../../../registry/deadlines.ts";
import type { PersonDetails, Topic } from "../../../registry/views.ts";
import { audit } from "../audit.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { isSettled } from "../requests.ts";
import { PRIORITY } from "../say.ts";
import { LIVE } from "../rows.ts";
import type { RequestStatus } from "../../../registry/states.ts";
import { ensureContact, findContact, hasConsent, keepConsents } from "./contacts.ts";
import { columnsOf, noteEquals } from "./enterprises.ts";
import { rememberPerson } from "./register.ts";
import type { Scope, Who } from "./scope.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export async function follow(
  scope: Scope,
  who: Who,
  { topics, consents }: Of<"follow">,
): Promise<CommandOutcome> {
  const known = await findContact(scope.tx, who);
  if (!(await hasConsent(scope.tx, known, "announcement", consents))) {
    return { kind: "declined", why: "consent_missing" };
  }
  const contactId = await ensureContact(scope, who);
  await keepConsents(scope, who, contactId, consents);
  const followed = await topicsOf(scope, contactId);
  for (const topic of new Set(topics)) {
    if (followed.includes(topic)) continue;
    await scope.tx.topicFollow.create({ data: { id: newId(), contactId, topic, createdAt: scope.now } });
    await audit(scope, "topic.followed", contactId, { topic });
  }
  return { kind: "topics_changed", topics: await topicsOf(scope, contactId) };
}

export async function unfollow(scope: Scope, who: Who, { topics }: Of<"unfollow">): Promise<CommandOutcome> {
  const contactId = await findContact(scope.tx, who);
  if (contactId === null) return { kind: "topics_changed", topics: [] };
  const { count } = await scope.tx.topicFollow.deleteMany({
    where: { contactId, topic: { in: [...topics] } },
  });
  if (topics.includes("nhac_phi")) await skipUnsent(scope, { contactId, key: { startsWith: "fee:" } });
  await audit(scope, "topics.unfollowed", contactId, { count });
  return { kind: "topics_changed", topics: await topicsOf(scope, contactId) };
}

/** The new name and phone also stand in what was sent before. */
export async function correctPerson(
  scope: Scope,
  who: Who,
  { person }: Of<"correct_person">,
): Promise<CommandOutcome> {
  const contactId = await findContact(scope.tx, who);
  if (contactId === null) return { kind: "declined", why: "not_yours" };
  await setPerson(scope, contactId, person);
  await noteDataRequest(scope, contactId, "correct", "done at once");
  return { kind: "corrected" };
}

/** Wherever the name and phone of a contact stand. */
export async function setPerson(scope: Scope, contactId: string, person: PersonDetails): Promise<void> {
  await rememberPerson(scope, contactId, person);
  const submitter = { submitterName: person.name, submitterPhone: person.phone };
  await scope.tx.registration.updateMany({ where: { contactId }, data: submitter });
  await scope.tx.supportRequest.updateMany({
    where: { contactId, submitterName: { not: null } },
    data: submitter,
  });
  await audit(scope, "contact.corrected", contactId);
}

/** The enterprise used last. Where staff verified somebody else for it, a mere claim does not change it. */
export async function correctEnterprise(
  scope: Scope,
  who: Who,
  { enterprise }: Of<"correct_enterprise">,
): Promise<CommandOutcome> {
  const contactId = await findContact(scope.tx, who);
  const link =
    contactId === null
      ? null
      : await scope.tx.enterpriseContact.findFirst({
          where: { contactId, status: { not: "revoked" } },
          orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        });
  if (contactId === null || link === null) return { kind: "declined", why: "not_yours" };
  const verified = await scope.tx.enterpriseContact.count({
    where: { enterpriseId: link.enterpriseId, status: "verified" },
  });
  if (link.status !== "verified" && verified > 0) return { kind: "declined", why: "not_yours" };
  await scope.tx.enterprise.update({
    where: { id: link.enterpriseId },
    data: { ...columnsOf(enterprise), updatedAt: scope.now },
  });
  await noteEquals(scope, link.enterpriseId, enterprise);
  await noteDataRequest(scope, contactId, "correct", "done at once");
  await audit(scope, "enterprise.corrected", link.enterpriseId);
  return { kind: "corrected" };
}

export async function giveConsent(
  scope: Scope,
  who: Who,
  { consent }: Of<"give_consent">,
): Promise<CommandOutcome> {
  await keepConsents(scope, who, await ensureContact(scope, who), [consent]);
  return { kind: "consent_given" };
}

/** Holds for what comes; what still runs under it is looked at by staff before the deadline. */
export async function withdrawConsent(
  scope: Scope,
  who: Who,
  { purpose }: Of<"withdraw_consent">,
): Promise<CommandOutcome> {
  const contactId = await findContact(scope.tx, who);
  if (contactId === null) return { kind: "declined", why: "already_settled" };
  const { count } = await scope.tx.consent.updateMany({
    where: { contactId, purpose, withdrawnAt: null },
    data: { withdrawnAt: scope.now },
  });
  if (count === 0) return { kind: "declined", why: "already_settled" };
  if (purpose === "announcement") await tellNoMore(scope, contactId);
  const running = purpose === "registration" && (await hasSomethingRunning(scope, contactId));
  const note = running ? null : "done at once";
  const { dueAt } = await noteDataRequest(scope, contactId, "withdraw", note);
  await audit(scope, "consent.withdrawn", contactId, { purpose });
  return { kind: "consent_withdrawn", dueAt };
}

/** What was to be told is not, also in the middle of a run: a row that is not marked as being sent is not sent. */
export async function tellNoMore(scope: Scope, contactId: string): Promise<void> {
  await scope.tx.topicFollow.deleteMany({ where: { contactId } });
  await skipUnsent(scope, { contactId, priority: PRIORITY.announcement });
}

async function skipUnsent({ tx, now }: Scope, which: Prisma.DeliveryWhereInput): Promise<void> {
  await tx.delivery.updateMany({
    where: { ...which, status: { in: ["queued", "leased", "waiting"] } },
    data: { status: "skipped", reason: "opted_out", leaseOwner: null, leaseUntil: null, settledAt: now },
  });
}

/** Writes down a request about one's own data; one with a note is done already. */
export async function noteDataRequest(
  { tx, now, calendar }: Scope,
  contactId: string | null,
  kind: DataRequestKind,
  note: string | null,
): Promise<{ dueAt: Date }> {
  const deadlines = dataRequestDeadlines(kind, now, calendar);
  await tx.dataRequest.create({
    data: {
      id: newId(),
      contactId,
      kind,
      receivedAt: now,
      ...deadlines,
      doneAt: note === null ? null : now,
      note,
    },
  });
  return deadlines;
}

async function hasSomethingRunning({ tx }: Scope, contactId: string): Promise<boolean> {
  const attendees = await tx.attendee.count({
    where: { registration: { contactId }, status: { in: [...LIVE] } },
  });
  if (attendees > 0) return true;
  const requests = await tx.supportRequest.findMany({ where: { contactId }, select: { status: true } });
  return requests.some(({ status }) => !isSettled(status as RequestStatus));
}

async function topicsOf({ tx }: Scope, contactId: string): Promise<readonly Topic[]> {
  const rows = await tx.topicFollow.findMany({ where: { contactId }, orderBy: { createdAt: "asc" } });
  return rows.map(({ topic }) => topic as Topic);
}

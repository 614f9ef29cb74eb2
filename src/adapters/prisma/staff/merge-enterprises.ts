import type { Settled } from "../../../console/identities/port.ts";
import type { ContactStatus, RequestStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { openKeyOf } from "../commands/requests.ts";
import type { Scope } from "../commands/scope.ts";
import type { Enterprise, MergeCandidate, Prisma } from "../generated/sqlite/client.ts";
import { isSettled } from "../requests.ts";
import { act, type By, type Desk } from "./act.ts";
import { mergeNeeds, mergeResults, type Pair } from "./merge-counted.ts";

/** Staff found that they are two. */
export function keepApart(desk: Desk, by: By, candidateId: string): Promise<Settled> {
  return settle(desk, by, { id: candidateId }, (scope, { id }) => audit(scope, "enterprise.different", id));
}

/** Staff found that they are one: everything of the other goes over to `keepId`. */
export function mergeEnterprises(desk: Desk, by: By, candidateId: string, keepId: string): Promise<Settled> {
  const among = { OR: [{ firstId: keepId }, { secondId: keepId }] };
  return settle(desk, by, { id: candidateId, ...among }, async (scope, { firstId, secondId }) => {
    const pair: Pair = { keep: keepId, drop: keepId === firstId ? secondId : firstId };
    await mergeClaims(scope, pair);
    await mergeRegistrations(scope, pair);
    await mergeRequests(scope, pair);
    await mergeResults(scope, pair);
    await mergeNeeds(scope, pair);
    await scope.tx.pilotModel.updateMany({
      where: { enterpriseId: pair.drop },
      data: { enterpriseId: pair.keep },
    });
    await mergeCandidates(scope, pair);
    await fillIn(scope, pair);
    // Nothing hangs on it any more but candidates that named these two.
    await scope.tx.enterprise.delete({ where: { id: pair.drop } });
    await audit(scope, "enterprise.merged", pair.keep, { merged: pair.drop });
  });
}

/** Of two who decide at once one is first: the other is told so, and nothing is done twice. */
function settle(
  desk: Desk,
  by: By,
  wanted: Prisma.MergeCandidateWhereInput,
  work: (scope: Scope, candidate: MergeCandidate) => Promise<void>,
): Promise<Settled> {
  return act(desk, by, async (scope) => {
    const candidate = await scope.tx.mergeCandidate.findFirst({ where: wanted });
    if (!candidate) return { kind: "not_found" };
    const { count } = await scope.tx.mergeCandidate.updateMany({
      where: { id: candidate.id, status: "open" },
      data: { status: "different", settledAt: by.now },
    });
    if (count === 0) return { kind: "settled_already" };
    await work(scope, candidate);
    return { kind: "done" };
  });
}

const STRONGER: readonly ContactStatus[] = ["verified", "claimed", "revoked"];

export function strongerClaim(...both: readonly ContactStatus[]): ContactStatus {
  return STRONGER.find((one) => both.includes(one)) ?? "claimed";
}

async function mergeClaims({ tx, now }: Scope, { keep, drop }: Pair): Promise<void> {
  for (const link of await tx.enterpriseContact.findMany({ where: { enterpriseId: drop } })) {
    const where = { enterpriseId_contactId: { enterpriseId: keep, contactId: link.contactId } };
    const same = await tx.enterpriseContact.findUnique({ where });
    if (!same) {
      await tx.enterpriseContact.update({ where: { id: link.id }, data: { enterpriseId: keep } });
      continue;
    }
    const status = strongerClaim(same.status as ContactStatus, link.status as ContactStatus);
    await tx.enterpriseContact.update({ where, data: { status, updatedAt: now } });
    await tx.enterpriseContact.delete({ where: { id: link.id } });
  }
}

/** The same person registered both for the same class: their people stand on one registration from now on. */
async function mergeRegistrations(scope: Scope, { keep, drop }: Pair): Promise<void> {
  const { tx } = scope;
  for (const { id, eventId, contactId } of await tx.registration.findMany({
    where: { enterpriseId: drop },
  })) {
    const same = await tx.registration.findUnique({
      where: { eventId_enterpriseId_contactId: { eventId, enterpriseId: keep, contactId } },
    });
    if (!same) {
      await tx.registration.update({ where: { id }, data: { enterpriseId: keep } });
      continue;
    }
    await tx.attendee.updateMany({ where: { registrationId: id }, data: { registrationId: same.id } });
    await tx.registration.delete({ where: { id } });
    await audit(scope, "registration.merged", same.id, { merged: id });
  }
}

/** Two open requests of a kind stay two, for staff to join; the bot names the one of the enterprise that stays. */
async function mergeRequests({ tx }: Scope, { keep, drop }: Pair): Promise<void> {
  for (const request of await tx.supportRequest.findMany({ where: { enterpriseId: drop } })) {
    const wanted = isSettled(request.status as RequestStatus)
      ? null
      : openKeyOf({ enterpriseId: keep, kind: request.kind });
    const taken = wanted !== null && (await tx.supportRequest.count({ where: { openKey: wanted } })) > 0;
    await tx.supportRequest.update({
      where: { id: request.id },
      data: { enterpriseId: keep, openKey: taken ? null : wanted, revision: { increment: 1 } },
    });
  }
}

/** What may be the same as the one that goes may be the same as the one that stays. */
async function mergeCandidates({ tx }: Scope, { keep, drop }: Pair): Promise<void> {
  const others = await tx.mergeCandidate.findMany({
    where: { OR: [{ firstId: drop }, { secondId: drop }] },
  });
  for (const { id, firstId, secondId } of others) {
    const other = firstId === drop ? secondId : firstId;
    const [first = "", second = ""] = [keep, other].sort();
    const known = await tx.mergeCandidate.count({ where: { firstId: first, secondId: second } });
    // The rest goes with the enterprise.
    if (other === keep || known > 0) continue;
    await tx.mergeCandidate.update({ where: { id }, data: { firstId: first, secondId: second } });
  }
}

async function fillIn({ tx, now }: Scope, { keep, drop }: Pair): Promise<void> {
  const [kept, dropped] = await Promise.all([
    tx.enterprise.findUniqueOrThrow({ where: { id: keep } }),
    tx.enterprise.findUniqueOrThrow({ where: { id: drop } }),
  ]);
  await tx.enterprise.update({
    where: { id: keep },
    data: {
      ...lacking(kept, dropped),
      communeText: kept.communeText || dropped.communeText,
      updatedAt: now,
    },
  });
}

const OPTIONAL = [
  "taxId",
  "communeCode",
  "address",
  "formerProvince",
  "sector",
  "products",
  "size",
  "ocopStars",
] as const;

function lacking(kept: Enterprise, dropped: Enterprise): Partial<Enterprise> {
  return Object.fromEntries(
    OPTIONAL.filter((column) => kept[column] === null).map((column) => [column, dropped[column]]),
  );
}

import type { ContactStatus, DeliveryStatus } from "../../../registry/states.ts";
import type { Tx } from "../database.ts";
import type { Delivery } from "../generated/sqlite/client.ts";
import { strongerClaim } from "../staff/merge-enterprises.ts";
import { tellNoMore } from "./own-data.ts";
import type { Scope } from "./scope.ts";

interface Pair {
  keep: string;
  drop: string;
}

/** Two contacts that are one person: everything of the other goes over, and what both have stays once. */
export async function mergeContacts(scope: Scope, pair: Pair): Promise<void> {
  const { tx } = scope;
  const { keep, drop } = pair;
  const over = { where: { contactId: drop }, data: { contactId: keep } };
  await tx.channelAddress.updateMany(over);
  await mergeClaims(scope, pair);
  await mergeRegistrations(tx, pair);
  await tx.supportRequest.updateMany(over);
  await tx.dataRequest.updateMany(over);
  await mergeFollows(tx, pair);
  await mergeDeliveries(tx, pair);
  await tx.consent.updateMany(over);
  await obeyLastWord(scope, keep);
  await fillIn(scope, pair);
  await tx.contact.delete({ where: { id: drop } });
}

async function mergeClaims({ tx, now }: Scope, { keep, drop }: Pair): Promise<void> {
  for (const { id, enterpriseId, status } of await tx.enterpriseContact.findMany({
    where: { contactId: drop },
  })) {
    const where = { enterpriseId_contactId: { enterpriseId, contactId: keep } };
    const same = await tx.enterpriseContact.findUnique({ where });
    if (same === null) {
      await tx.enterpriseContact.update({ where: { id }, data: { contactId: keep } });
      continue;
    }
    const stronger = strongerClaim(same.status as ContactStatus, status as ContactStatus);
    await tx.enterpriseContact.update({ where, data: { status: stronger, updatedAt: now } });
    await tx.enterpriseContact.delete({ where: { id } });
  }
}

/** Registered for the same class on both channels: the people stand on one registration from now on. */
async function mergeRegistrations(tx: Tx, { keep, drop }: Pair): Promise<void> {
  for (const { id, eventId, enterpriseId } of await tx.registration.findMany({
    where: { contactId: drop },
  })) {
    const same = await tx.registration.findUnique({
      where: { eventId_enterpriseId_contactId: { eventId, enterpriseId, contactId: keep } },
    });
    if (same === null) {
      await tx.registration.update({ where: { id }, data: { contactId: keep } });
      continue;
    }
    await tx.attendee.updateMany({ where: { registrationId: id }, data: { registrationId: same.id } });
    await tx.registration.delete({ where: { id } });
  }
}

async function mergeFollows(tx: Tx, { keep, drop }: Pair): Promise<void> {
  const known = await tx.topicFollow.findMany({ where: { contactId: keep }, select: { topic: true } });
  const topic = { notIn: known.map((one) => one.topic) };
  await tx.topicFollow.updateMany({ where: { contactId: drop, topic }, data: { contactId: keep } });
}

/** The further a row has got, the higher: of two of one announcement that one counts. */
const FURTHER: readonly DeliveryStatus[] = [
  "skipped",
  "refused",
  "waiting",
  "queued",
  "leased",
  "unknown",
  "sending",
  "sent",
];

/** Nobody gets an announcement on both channels: what has not left for one of them does not, where it has for the other. */
async function mergeDeliveries(tx: Tx, pair: Pair): Promise<void> {
  const { keep, drop } = pair;
  for (const row of await tx.delivery.findMany({ where: { contactId: drop } })) {
    const same = await sameFor(tx, row, pair);
    const [further, other] = same === null || rankOf(row) > rankOf(same) ? [row, same] : [same, row];
    if (other !== null) await tx.delivery.delete({ where: { id: other.id } });
    if (further.contactId !== keep)
      await tx.delivery.update({
        where: { id: further.id },
        data: { contactId: keep, key: keptKey(further, pair) },
      });
  }
}

/** The row of the one who stays that says the same. */
async function sameFor(tx: Tx, row: Delivery, pair: Pair): Promise<Delivery | null> {
  const { announcementId } = row;
  if (announcementId !== null)
    return tx.delivery.findUnique({
      where: { announcementId_contactId: { announcementId, contactId: pair.keep } },
    });
  const key = keptKey(row, pair);
  return key === null || key === row.key ? null : tx.delivery.findUnique({ where: { key } });
}

/** A reminder that is made once a person has their id in its key. */
function keptKey({ key }: Pick<Delivery, "key">, { keep, drop }: Pair): string | null {
  return key?.replace(drop, keep) ?? null;
}

function rankOf({ status }: { status: string }): number {
  return FURTHER.indexOf(status as DeliveryStatus);
}

/** Whoever said no on one channel, and yes on the other before that, said no. */
async function obeyLastWord(scope: Scope, contactId: string): Promise<void> {
  const consents = await scope.tx.consent.findMany({ where: { contactId } });
  for (const purpose of new Set(consents.map((one) => one.purpose))) {
    const said = consents.filter((one) => one.purpose === purpose);
    const lastNo = Math.max(...said.map(({ withdrawnAt }) => withdrawnAt?.getTime() ?? 0));
    const standing = said.filter(({ withdrawnAt }) => withdrawnAt === null);
    const over = standing.filter(({ givenAt }) => givenAt.getTime() < lastNo);
    await scope.tx.consent.updateMany({
      where: { id: { in: over.map(({ id }) => id) } },
      data: { withdrawnAt: scope.now },
    });
    if (purpose === "announcement" && over.length > 0 && over.length === standing.length)
      await tellNoMore(scope, contactId);
  }
}

async function fillIn({ tx, now }: Scope, { keep, drop }: Pair): Promise<void> {
  const [kept, dropped] = await Promise.all([
    tx.contact.findUniqueOrThrow({ where: { id: keep } }),
    tx.contact.findUniqueOrThrow({ where: { id: drop } }),
  ]);
  await tx.contact.update({
    where: { id: keep },
    data: { name: kept.name ?? dropped.name, phone: kept.phone ?? dropped.phone, updatedAt: now },
  });
}

import type { EnterpriseDetails } from "../../../registry/views.ts";
import { fold, normalise } from "../../../search/index.ts";
import { audit } from "../audit.ts";
import type { Tx } from "../database.ts";
import { newId } from "../ids.ts";
import type { Scope } from "./scope.ts";

/** A name as it is compared: "Hợp tác xã Rau Sạch" and "HOP TAC XA RAU SACH" are one. */
export function foldedName(name: string): string {
  return fold(normalise(name))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * The enterprise a contact speaks for: one it claims already, or a new one. Equal ones of other contacts are left alone
 * (a tax code is public and proves nothing); staff are told of them.
 */
export async function ensureEnterprise(
  scope: Scope,
  contactId: string,
  details: EnterpriseDetails,
): Promise<string> {
  const own = await ownEqual(scope.tx, contactId, details);
  if (own !== null) {
    // The one used last is the one that is shown.
    await scope.tx.enterpriseContact.updateMany({
      where: { contactId, enterpriseId: own },
      data: { updatedAt: scope.now },
    });
    return own;
  }
  const id = newId();
  await scope.tx.enterprise.create({
    data: {
      id,
      ...columnsOf(details),
      createdAt: scope.now,
      updatedAt: scope.now,
      contacts: {
        create: { id: newId(), contactId, createdAt: scope.now, updatedAt: scope.now },
      },
    },
  });
  await audit(scope, "enterprise.created", id, { kind: details.kind });
  await noteEquals(scope, id, details);
  return id;
}

/** What a correction or a new record writes. */
export function columnsOf({ kind, name, taxId, communeCode, communeText }: EnterpriseDetails) {
  return { kind, name, searchText: foldedName(name), taxId, communeCode, communeText };
}

/** The record of an enterprise this contact has; null for one that is new to it. */
export async function ownEqual(
  tx: Tx,
  contactId: string,
  details: EnterpriseDetails,
): Promise<string | null> {
  const claimed = { contacts: { some: { contactId, status: { not: "revoked" } } } };
  const byTaxId =
    details.taxId === null
      ? null
      : await tx.enterprise.findFirst({ where: { ...claimed, taxId: details.taxId } });
  if (byTaxId) return byTaxId.id;
  const byName = await tx.enterprise.findFirst({
    where: {
      ...claimed,
      searchText: foldedName(details.name),
      communeCode: details.communeCode,
      // One with another tax code is another enterprise; one without may simply not have told it yet.
      ...(details.taxId === null ? {} : { taxId: null }),
    },
  });
  return byName?.id ?? null;
}

/** Staff decide about two that seem to be one; the bot never joins them. */
export async function noteEquals(
  scope: Scope,
  enterpriseId: string,
  details: EnterpriseDetails,
): Promise<void> {
  const searchText = foldedName(details.name);
  const equals = await scope.tx.enterprise.findMany({
    where: { ...sameAs({ ...details, searchText }), id: { not: enterpriseId } },
    select: { id: true },
  });
  for (const { id } of equals) {
    const [firstId = "", secondId = ""] = [id, enterpriseId].sort();
    const known = await scope.tx.mergeCandidate.count({ where: { firstId, secondId } });
    if (known > 0) continue;
    await scope.tx.mergeCandidate.create({
      data: {
        id: newId(),
        firstId,
        secondId,
        reason: details.taxId === null ? "same_name_and_commune" : "same_tax_id",
        createdAt: scope.now,
      },
    });
  }
}

/** The same for many new records at once. */
export async function noteEqualsOfAll(
  { tx, now }: Pick<Scope, "tx" | "now">,
  records: readonly { id: string; searchText: string; communeCode: string | null; taxId: string | null }[],
): Promise<void> {
  const own = new Set(records.map(({ id }) => id));
  const taxIds = [...new Set(records.flatMap(({ taxId }) => taxId ?? []))];
  const names = [...new Set(records.map(({ searchText }) => searchText))];
  const others = await tx.enterprise.findMany({
    where: { OR: [{ taxId: { in: taxIds } }, { searchText: { in: names } }] },
    select: { id: true, searchText: true, communeCode: true, taxId: true },
  });
  const pairs = records.flatMap((one) =>
    others
      .filter((other) => !own.has(other.id))
      .filter((other) =>
        one.taxId === null
          ? other.searchText === one.searchText && other.communeCode === one.communeCode
          : other.taxId === one.taxId,
      )
      .map((other) => ({ one, other })),
  );
  await tx.mergeCandidate.createMany({
    data: pairs.map(({ one, other }) => {
      const [firstId = "", secondId = ""] = [one.id, other.id].sort();
      const reason = one.taxId === null ? "same_name_and_commune" : "same_tax_id";
      return { id: newId(), firstId, secondId, reason, createdAt: now };
    }),
  });
}

/** Where to find records that seem to be this enterprise. */
export function sameAs(one: { taxId: string | null; searchText: string; communeCode: string | null }) {
  return one.taxId === null
    ? { searchText: one.searchText, communeCode: one.communeCode }
    : { taxId: one.taxId };
}

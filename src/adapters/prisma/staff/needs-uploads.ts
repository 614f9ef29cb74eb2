import { createHash } from "node:crypto";
import type { TakenIn } from "../../../console/partner/port.ts";
import type { NeedList, NeedRow } from "../../../console/partner/read-rows.ts";
import { audit } from "../audit.ts";
import { columnsOf, foldedName, noteEqualsOfAll } from "../commands/enterprises.ts";
import type { Scope } from "../commands/scope.ts";
import type { Tx } from "../database.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "./act.ts";

/**
 * Takes in a list that an association handed in and attested. All rows go in a few queries: a thousand of them are one
 * turn of the database. What is there already stays as it is; exactly the same list again changes nothing.
 */
export function takeInNeeds(
  desk: Desk,
  by: By,
  associationId: string,
  { fileName, list }: { fileName: string; list: NeedList },
): Promise<TakenIn> {
  const digest = digestOf(list);
  return act(desk, by, async (scope) => {
    const { tx, now } = scope;
    const same = await tx.needsUpload.findUnique({
      where: { associationId_digest: { associationId, digest } },
    });
    if (same) return { kind: "there_already", id: same.id, at: same.createdAt };
    const known = await enterprisesOf(tx, associationId, list.good);
    const rows = list.good.map((row) => ({ row, enterpriseId: known.get(enterpriseKey(row)) ?? null }));
    const already = await knownNeeds(tx, associationId, rows);
    const fresh = rows.filter((one) => !already.has(needKey(one.enterpriseId, one.row)));
    const made = await makeEnterprises(
      scope,
      fresh.filter(({ enterpriseId }) => enterpriseId === null).map(({ row }) => row),
    );
    const id = newId();
    const counts = { rowsTaken: fresh.length, rowsRefused: list.refused.length };
    await tx.needsUpload.create({
      data: {
        id,
        associationId,
        fileName,
        digest,
        ...counts,
        refused: JSON.stringify(list.refused.map(({ line, reasons }) => ({ line, reasons }))),
        uploadedBy: by.actor,
        attestedAt: now,
        createdAt: now,
      },
    });
    const needs = fresh.map(({ row, enterpriseId }) => ({
      row,
      enterpriseId: enterpriseId ?? made.get(enterpriseKey(row)) ?? "",
    }));
    await tx.trainingNeed.createMany({
      data: needs.map(({ row: { topic, year, quarter, people, note }, enterpriseId }) => ({
        ...{ id: newId(), source: associationId, enterpriseId, uploadId: id, createdAt: now },
        ...{ topic, year, quarter, people, note },
      })),
    });
    await keepPeople(scope, needs);
    await audit(scope, "needs.uploaded", id, { ...counts, known: already.size });
    return { kind: "taken", id, taken: fresh.length, known: already.size, refused: list.refused.length };
  });
}

/** Of what stood in the rows, whatever the file looked like. */
export function digestOf({ good, refused }: NeedList): string {
  const rows = [
    ...good.map(({ line: _line, warnings: _warnings, ...row }) => row),
    ...refused.map(({ cells }) => cells),
  ];
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}

/** Lines of needs that this association told of before. */
export async function linesKnown(tx: Tx, associationId: string, good: readonly NeedRow[]): Promise<number[]> {
  const known = await enterprisesOf(tx, associationId, good);
  const rows = good.map((row) => ({ row, enterpriseId: known.get(enterpriseKey(row)) ?? null }));
  const already = await knownNeeds(tx, associationId, rows);
  return rows
    .filter(({ row, enterpriseId }) => already.has(needKey(enterpriseId, row)))
    .map(({ row }) => row.line);
}

interface Placed {
  row: NeedRow;
  enterpriseId: string | null;
}

async function knownNeeds(tx: Tx, source: string, rows: readonly Placed[]): Promise<ReadonlySet<string>> {
  const ids = new Set(rows.flatMap(({ enterpriseId }) => enterpriseId ?? []));
  const needs = await tx.trainingNeed.findMany({
    where: { source, enterpriseId: { in: [...ids] } },
    select: { enterpriseId: true, topic: true, year: true },
  });
  const there = new Set(needs.map((need) => needKey(need.enterpriseId, need)));
  return new Set(
    rows.map(({ row, enterpriseId }) => needKey(enterpriseId, row)).filter((key) => there.has(key)),
  );
}

/**
 * Records these rows belong to: one with the same tax code and name whoever made it, or one of the same name and
 * commune that this association told of. Any other that looks alike is left to staff (see `noteEqualsOfAll`).
 */
async function enterprisesOf(
  tx: Tx,
  associationId: string,
  rows: readonly NeedRow[],
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(rows.map(({ enterprise }) => foldedName(enterprise.name)))];
  const records = await tx.enterprise.findMany({
    where: { searchText: { in: names } },
    select: {
      ...{ id: true, searchText: true, communeCode: true, taxId: true },
      needs: { where: { source: associationId }, select: { id: true }, take: 1 },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const found = new Map<string, string>();
  for (const row of rows) {
    const { taxId, name, communeCode } = row.enterprise;
    const equals = records.filter(({ searchText }) => searchText === foldedName(name));
    const record =
      equals.find((one) => taxId !== null && one.taxId === taxId) ??
      equals.find(
        (one) =>
          one.needs.length > 0 &&
          one.communeCode === communeCode &&
          (one.taxId === null || taxId === null || one.taxId === taxId),
      );
    if (record) found.set(enterpriseKey(row), record.id);
  }
  return found;
}

async function makeEnterprises(scope: Scope, rows: readonly NeedRow[]): Promise<ReadonlyMap<string, string>> {
  const { tx, now } = scope;
  const made = new Map<string, string>();
  const records = [];
  for (const row of rows) {
    const key = enterpriseKey(row);
    if (made.has(key)) continue;
    const id = newId();
    made.set(key, id);
    records.push({ id, ...columnsOf(row.enterprise), createdAt: now, updatedAt: now });
  }
  await tx.enterprise.createMany({ data: records });
  await noteEqualsOfAll(scope, records);
  return made;
}

/** Whom the Department may call. They claim nothing themselves: an association said that they speak for it. */
async function keepPeople(
  { tx, now }: Scope,
  needs: readonly { row: NeedRow; enterpriseId: string }[],
): Promise<void> {
  const links = await tx.enterpriseContact.findMany({
    where: { enterpriseId: { in: [...new Set(needs.map(({ enterpriseId }) => enterpriseId))] } },
    select: { enterpriseId: true, contact: { select: { phone: true } } },
  });
  const known = new Set(links.map(({ enterpriseId, contact }) => `${enterpriseId} ${contact.phone ?? ""}`));
  const contacts = [];
  const claims = [];
  for (const { row, enterpriseId } of needs) {
    if (row.person === null || known.has(`${enterpriseId} ${row.person.phone}`)) continue;
    known.add(`${enterpriseId} ${row.person.phone}`);
    const times = { createdAt: now, updatedAt: now };
    const contactId = newId();
    contacts.push({ id: contactId, ...row.person, ...times });
    claims.push({ id: newId(), enterpriseId, contactId, ...times });
  }
  await tx.contact.createMany({ data: contacts });
  await tx.enterpriseContact.createMany({ data: claims });
}

function enterpriseKey({ enterprise: { taxId, name, communeCode } }: NeedRow): string {
  return `${foldedName(name)}|${taxId ?? communeCode ?? ""}`;
}

function needKey(enterpriseId: string | null, { topic, year }: { topic: string; year: number }): string {
  return `${enterpriseId ?? "new"} ${topic} ${year}`;
}

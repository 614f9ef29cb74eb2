import { windowOf, type ListQuery } from "../../../console/kit/list-query.ts";
import type { ResultFilter, ResultRecord, Results } from "../../../console/results/port.ts";
import { readAmounts } from "../../../registry/money.ts";
import type { SupportKind } from "../../../registry/report/facts.ts";
import type { ResultStatus } from "../../../registry/states.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import { fold } from "../../../search/index.ts";
import type { Client, Database } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { staffName } from "../staff/names.ts";

const PARTS = { enterprise: true, request: { select: { id: true, code: true } } } as const;

type Row = Prisma.SupportResultGetPayload<{ include: typeof PARTS }>;

export function createResults({ client }: Database): Results {
  return {
    async list(filter, query) {
      const where = whereOf(filter, query);
      const [rows, total] = await Promise.all([
        client.supportResult.findMany({
          where,
          include: PARTS,
          orderBy: orderOf(query),
          ...windowOf(query),
        }),
        client.supportResult.count({ where }),
      ]);
      return { lines: rows.map((row) => recordOf(row, "", null)), total };
    },
    find: (id) => findResult(client, id),
    async request(id) {
      const row = await client.supportRequest.findUnique({ where: { id }, include: { enterprise: true } });
      if (row === null) return null;
      const { enterprise } = row;
      return { id, code: row.code, kind: row.kind, enterprise: enterprise && pickedOf(enterprise) };
    },
    waiting: () => client.supportResult.count({ where: { status: "recorded" } }),
  };
}

export async function findResult(client: Client, id: string): Promise<ResultRecord | null> {
  const row = await client.supportResult.findUnique({ where: { id }, include: PARTS });
  if (row === null) return null;
  const confirmedBy = row.confirmedBy === null ? null : await staffName(client, row.confirmedBy);
  return recordOf(row, await staffName(client, row.recordedBy), confirmedBy);
}

function recordOf(row: Row, recordedBy: string, confirmedBy: string | null): ResultRecord {
  return {
    ...row,
    kind: row.kind as SupportKind,
    status: row.status as ResultStatus,
    amounts: readAmounts(row.amounts),
    enterprise: pickedOf(row.enterprise),
    recordedBy,
    confirmedBy,
  };
}

function pickedOf({ id, name, kind, communeText }: Row["enterprise"]) {
  return { id, name, kind: kind as EnterpriseKind, area: communeText };
}

function whereOf({ year, kind, status }: ResultFilter, { words }: ListQuery): Prisma.SupportResultWhereInput {
  return {
    ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
    ...(kind === "" ? {} : { kind }),
    ...(status === "" ? {} : { status }),
    ...(words === "" ? {} : { enterprise: { searchText: { contains: fold(words) } } }),
  };
}

function orderOf({ sort, descending }: ListQuery): Prisma.SupportResultOrderByWithRelationInput[] {
  const way = descending ? "desc" : "asc";
  return [
    sort === "co-so" ? { enterprise: { name: way } } : sort === "nam" ? { year: way } : { createdAt: way },
    { id: "asc" },
  ];
}

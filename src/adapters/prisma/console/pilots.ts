import { windowOf } from "../../../console/kit/list-query.ts";
import type { PilotRecord, Pilots } from "../../../console/pilots/port.ts";
import type { PilotStatus } from "../../../registry/states.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import { fold } from "../../../search/index.ts";
import type { Client, Database } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";

const PARTS = { enterprise: true, inspections: { orderBy: { at: "desc" } } } as const;

export function createPilots({ client }: Database): Pilots {
  return {
    async list({ year, status }, query) {
      const where: Prisma.PilotModelWhereInput = {
        ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
        ...(status === "" ? {} : { status }),
        ...(query.words === "" ? {} : { enterprise: { searchText: { contains: fold(query.words) } } }),
      };
      const way = query.descending ? "desc" : "asc";
      const order =
        query.sort === "co-so" ? { enterprise: { name: way } as const } : ({ year: way } as const);
      const [rows, total] = await Promise.all([
        client.pilotModel.findMany({
          where,
          include: PARTS,
          orderBy: [order, { id: "asc" }],
          ...windowOf(query),
        }),
        client.pilotModel.count({ where }),
      ]);
      return { lines: rows.map(recordOf), total };
    },
    find: (id) => findPilot(client, id),
  };
}

export async function findPilot(client: Client, id: string): Promise<PilotRecord | null> {
  const row = await client.pilotModel.findUnique({ where: { id }, include: PARTS });
  return row && recordOf(row);
}

function recordOf(row: Prisma.PilotModelGetPayload<{ include: typeof PARTS }>): PilotRecord {
  const { enterprise } = row;
  return {
    ...row,
    status: row.status as PilotStatus,
    enterprise: {
      id: enterprise.id,
      name: enterprise.name,
      kind: enterprise.kind as EnterpriseKind,
      area: enterprise.communeText,
    },
  };
}

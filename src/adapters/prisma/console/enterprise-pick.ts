import type { EnterprisePick, PickedEnterprise } from "../../../console/kit/enterprise-pick.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import { fold } from "../../../search/index.ts";
import type { Database } from "../database.ts";

const SHOWN = 20;
const COLUMNS = { id: true, name: true, kind: true, communeText: true } as const;

export function createEnterprisePick({ client }: Database): EnterprisePick {
  return {
    async find(words) {
      const rows = await client.enterprise.findMany({
        where: { searchText: { contains: fold(words) } },
        select: COLUMNS,
        orderBy: { name: "asc" },
        take: SHOWN,
      });
      return rows.map(picked);
    },
    async byId(id) {
      const row = await client.enterprise.findUnique({ where: { id }, select: COLUMNS });
      return row && picked(row);
    },
  };
}

function picked(row: { id: string; name: string; kind: string; communeText: string }): PickedEnterprise {
  return { id: row.id, name: row.name, kind: row.kind as EnterpriseKind, area: row.communeText };
}

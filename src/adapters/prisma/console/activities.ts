import { windowOf } from "../../../console/kit/list-query.ts";
import type { Activities, ActivityRecord } from "../../../console/activities/port.ts";
import { readAmounts } from "../../../registry/money.ts";
import type { ActivityStatus, WorkItem } from "../../../registry/plan.ts";
import type { Client, Database } from "../database.ts";
import type { Activity, Prisma } from "../generated/sqlite/client.ts";

export function createActivities({ client }: Database): Activities {
  return {
    async list({ year, item, status }, query) {
      const where: Prisma.ActivityWhereInput = {
        ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
        ...(item === "" ? {} : { annexItem: item }),
        ...(status === "" ? {} : { status }),
      };
      const way = query.descending ? "desc" : "asc";
      const [rows, total] = await Promise.all([
        client.activity.findMany({
          where,
          orderBy: [query.sort === "viec" ? { annexItem: way } : { year: way }, { id: "asc" }],
          ...windowOf(query),
        }),
        client.activity.count({ where }),
      ]);
      return { lines: rows.map(recordOf), total };
    },
    find: (id) => findActivity(client, id),
  };
}

export async function findActivity(client: Client, id: string): Promise<ActivityRecord | null> {
  const row = await client.activity.findUnique({ where: { id } });
  return row && recordOf(row);
}

function recordOf({ annexItem, costs, status, ...row }: Activity): ActivityRecord {
  return {
    ...row,
    item: annexItem as WorkItem,
    status: status as ActivityStatus,
    costs: readAmounts(costs),
  };
}

import type { Targets } from "../../../console/targets/port.ts";
import type { Metric } from "../../../registry/plan.ts";
import type { Database } from "../database.ts";
import { ensureShippedPlan } from "./plan.ts";

export function createTargets(database: Database): Targets {
  return {
    async plans() {
      await ensureShippedPlan(database);
      const rows = await database.client.plan.findMany({
        include: { targets: { orderBy: [{ metric: "desc" }, { year: "asc" }] } },
        orderBy: { startsOn: "desc" },
      });
      return rows.map(({ targets, ...plan }) => ({
        ...plan,
        targets: targets.map(({ id, year, metric, value }) => ({
          id,
          year,
          metric: metric as Metric,
          value,
        })),
      }));
    },
  };
}

import type { ActivityActions, ActivityDetails } from "../../../console/activities/port.ts";
import { audit } from "../audit.ts";
import { findActivity } from "../console/activities.ts";
import { newId } from "../ids.ts";
import { act, type Desk } from "./act.ts";

/** What was done for an item of the plan's annex. */
export function createActivityActions(desk: Desk): ActivityActions {
  return {
    add: (by, details) =>
      act(desk, by, async (scope) => {
        const id = newId();
        await scope.tx.activity.create({ data: { id, ...columnsOf(details), createdAt: scope.now } });
        await audit(scope, "activity.added", id, { item: details.item, year: details.year });
        return { id };
      }),

    async edit(by, id, revision, details) {
      const kind = await act(desk, by, async (scope) => {
        const { count } = await scope.tx.activity.updateMany({
          where: { id, revision },
          data: { ...columnsOf(details), revision: { increment: 1 } },
        });
        if (count === 0) return "conflict";
        await audit(scope, "activity.edited", id, { status: details.status });
        return "done";
      });
      if (kind === "done") return { kind };
      const current = await findActivity(desk.database.client, id);
      return current === null ? { kind: "not_found" } : { kind, current };
    },
  };
}

function columnsOf({ item, costs, ...details }: ActivityDetails) {
  return { ...details, annexItem: item, costs: JSON.stringify(costs) };
}

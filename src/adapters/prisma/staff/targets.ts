import type { TargetActions } from "../../../console/targets/port.ts";
import { audit } from "../audit.ts";
import { newId } from "../ids.ts";
import { act, type Desk } from "./act.ts";

export function createTargetActions(desk: Desk): TargetActions {
  return {
    addPlan: (by, details) =>
      act(desk, by, async (scope) => {
        const { number } = details;
        if ((await scope.tx.plan.count({ where: { number } })) > 0) return { kind: "taken" };
        const id = newId();
        await scope.tx.plan.create({ data: { id, ...details } });
        await audit(scope, "plan.added", id);
        return { kind: "done", id };
      }),

    setTarget: (by, planId, { year, metric, was, value }) =>
      act(desk, by, async (scope) => {
        const { tx } = scope;
        if ((await tx.plan.count({ where: { id: planId } })) === 0) return { kind: "not_found" };
        const current = (await tx.target.findFirst({ where: { planId, year, metric } }))?.value ?? null;
        if (current !== was) return { kind: "conflict", value: current };
        // What the transaction saw may be gone by now: only that row changes.
        const where = { planId, year, metric, value: was ?? 0 };
        if (was === null && value !== null)
          await tx.target.create({ data: { id: newId(), planId, year, metric, value } });
        else if (was !== null) {
          const changed =
            value === null
              ? await tx.target.deleteMany({ where })
              : await tx.target.updateMany({ where, data: { value } });
          if (changed.count === 0) return { kind: "conflict", value: current };
        }
        await audit(scope, "target.set", planId, { year, metric, was, value });
        return { kind: "done" };
      }),
  };
}

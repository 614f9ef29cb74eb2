import type { PilotActions, PilotChange } from "../../../console/pilots/port.ts";
import { mayBecome, type PilotStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { findPilot } from "../console/pilots.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "./act.ts";

/** Pilot models (plan I.3.b) and their inspections (plan IV.4). */
export function createPilotActions(desk: Desk): PilotActions {
  return {
    propose: (by, enterpriseId, details) =>
      act(desk, by, async (scope) => {
        const { tx, now } = scope;
        if ((await tx.enterprise.count({ where: { id: enterpriseId } })) === 0) return { kind: "not_found" };
        const id = newId();
        await tx.pilotModel.create({ data: { id, enterpriseId, ...details, createdAt: now } });
        await audit(scope, "pilot.proposed", id, { year: details.year });
        return { kind: "done", id };
      }),

    edit: (by, id, revision, details) => change(by, id, revision, details, "pilot.edited", null),

    move: (by, id, revision, to) => change(by, id, revision, { status: to }, `pilot.${to}`, to),

    inspect: (by, pilotId, details) =>
      act(desk, by, async (scope) => {
        if ((await scope.tx.pilotModel.count({ where: { id: pilotId } })) === 0) return { kind: "not_found" };
        const id = newId();
        await scope.tx.inspection.create({ data: { id, pilotId, ...details } });
        await audit(scope, "pilot.inspected", pilotId, { inspection: id });
        return { kind: "done" };
      }),
  };

  async function change(
    by: By,
    id: string,
    revision: number,
    data: Prisma.PilotModelUncheckedUpdateManyInput,
    action: string,
    to: PilotStatus | null,
  ): Promise<PilotChange> {
    const kind = await act(desk, by, async (scope) => {
      const row = await scope.tx.pilotModel.findUnique({ where: { id } });
      if (row === null) return "not_found";
      if (to !== null && !mayBecome("pilot", row.status as PilotStatus, to)) return "not_allowed";
      const { count } = await scope.tx.pilotModel.updateMany({
        where: { id, revision },
        data: { ...data, revision: { increment: 1 } },
      });
      if (count === 0) return "conflict";
      await audit(scope, action, id, { from: row.status });
      return "done";
    });
    if (kind !== "conflict") return { kind };
    const current = await findPilot(desk.database.client, id);
    return current === null ? { kind: "not_found" } : { kind, current };
  }
}

import { audit } from "../audit.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "./act.ts";

export function createAssociation(
  desk: Desk,
  by: By,
  name: string,
): Promise<{ kind: "created"; id: string } | { kind: "name_taken" }> {
  return act(desk, by, async (scope) => {
    if (await scope.tx.association.findUnique({ where: { name } })) return { kind: "name_taken" };
    const id = newId();
    await scope.tx.association.create({ data: { id, name, createdAt: scope.now } });
    await audit(scope, "association.created", id);
    return { kind: "created", id };
  });
}

/** A class that nobody approved, or that does not take place, meets nothing. */
export const MEETS_NEEDS = { status: { notIn: ["draft", "cancelled"] } };

/** These needs were met by a class. What was met before keeps the class that met it first. */
export function markMet(
  desk: Desk,
  by: By,
  needIds: readonly string[],
  eventId: string,
): Promise<{ kind: "done"; count: number } | { kind: "not_found" }> {
  return act(desk, by, async (scope) => {
    const { tx, now } = scope;
    if ((await tx.event.count({ where: { id: eventId, ...MEETS_NEEDS } })) === 0)
      return { kind: "not_found" };
    const { count } = await tx.trainingNeed.updateMany({
      where: { id: { in: [...needIds] }, metAt: null },
      data: { metEventId: eventId, metAt: now },
    });
    if (count > 0) await audit(scope, "needs.met", eventId, { count });
    return { kind: "done", count };
  });
}

/** They were marked by mistake. */
export function markUnmet(
  desk: Desk,
  by: By,
  needIds: readonly string[],
): Promise<{ kind: "done"; count: number }> {
  return act(desk, by, async (scope) => {
    const met = { id: { in: [...needIds] }, metAt: { not: null } };
    const events = await scope.tx.trainingNeed.groupBy({ by: ["metEventId"], where: met, _count: true });
    for (const { metEventId, _count } of events) {
      await audit(scope, "needs.unmet", metEventId ?? "", { count: _count });
    }
    const { count } = await scope.tx.trainingNeed.updateMany({
      where: met,
      data: { metEventId: null, metAt: null },
    });
    return { kind: "done", count };
  });
}

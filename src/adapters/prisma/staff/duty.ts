import type { ShiftAdded } from "../../../console/duty/port.ts";
import { mayTalk } from "../../../console/permissions.ts";
import { audit } from "../audit.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "./act.ts";

const LONGEST_MS = 24 * 3_600_000;

export function addShift(
  desk: Desk,
  by: By,
  { staffId, startsAt, endsAt }: { staffId: string; startsAt: Date; endsAt: Date },
): Promise<ShiftAdded> {
  return act(desk, by, async ({ tx, ...scope }) => {
    const lasts = endsAt.getTime() - startsAt.getTime();
    if (!(lasts > 0 && lasts <= LONGEST_MS) || endsAt <= by.now) return { kind: "bad_time" };
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (!staff || !mayTalk(staff)) return { kind: "not_staff" };
    // Whoever adds another one for this person waits until this one is there.
    await tx.staff.update({ where: { id: staffId }, data: { updatedAt: staff.updatedAt } });
    const others = await tx.dutyShift.count({
      where: { staffId, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
    });
    if (others > 0) return { kind: "overlaps" };
    const id = newId();
    await tx.dutyShift.create({ data: { id, staffId, startsAt, endsAt } });
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    await audit({ tx, ...scope }, "duty.added", id, { staffId, ...times });
    return { kind: "done", id };
  });
}

export function removeShift(
  desk: Desk,
  by: By,
  id: string,
): Promise<{ kind: "done" } | { kind: "not_found" }> {
  return act(desk, by, async (scope) => {
    const { count } = await scope.tx.dutyShift.deleteMany({ where: { id } });
    if (count === 0) return { kind: "not_found" };
    await audit(scope, "duty.removed", id);
    return { kind: "done" };
  });
}

import type { DutyRoster } from "../../../console/duty/port.ts";
import { dutyAt } from "../duty.ts";
import type { Desk } from "../staff/act.ts";
import { addShift, removeShift } from "../staff/duty.ts";

export function createDutyRoster(desk: Desk): DutyRoster {
  const { client } = desk.database;
  return {
    async now(now) {
      const { isThere, nextAt, staffIds } = await dutyAt(client, desk.calendar, now);
      if (staffIds === null) return { isThere, nextAt, staff: null };
      const staff = await client.staff.findMany({
        where: { id: { in: [...staffIds] } },
        select: { id: true, name: true },
        orderBy: { name: "asc" },
      });
      return { isThere, nextAt, staff };
    },
    async shifts(from, until) {
      const rows = await client.dutyShift.findMany({
        where: { startsAt: { lt: until }, endsAt: { gt: from } },
        include: { staff: { select: { name: true } } },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      });
      return rows.map(({ staff, ...shift }) => ({ ...shift, name: staff.name }));
    },
    add: (by, shift) => addShift(desk, by, shift),
    remove: (by, id) => removeShift(desk, by, id),
  };
}

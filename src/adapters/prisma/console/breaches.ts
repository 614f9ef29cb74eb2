import type { Breach, Breaches } from "../../../console/personal-data/port.ts";
import { audit } from "../audit.ts";
import type { DataBreach } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { act, type Desk } from "../staff/act.ts";
import { namesOf } from "./names-of.ts";

export function createBreaches(desk: Desk): Breaches {
  const { client } = desk.database;
  const withNames = async (rows: readonly DataBreach[]): Promise<Breach[]> => {
    const names = await namesOf(
      client,
      rows.map(({ recordedBy }) => recordedBy),
    );
    return rows.map((row) => ({ ...row, recordedBy: names.get(row.recordedBy) ?? null }));
  };
  const find = async (id: string): Promise<Breach | null> => {
    const row = await client.dataBreach.findUnique({ where: { id } });
    return row && ((await withNames([row]))[0] ?? null);
  };
  return {
    list: async () => withNames(await client.dataBreach.findMany({ orderBy: { discoveredAt: "desc" } })),
    find,
    record: (by, details) =>
      act(desk, by, async (scope) => {
        const id = newId();
        await scope.tx.dataBreach.create({
          data: { id, ...details, recordedBy: by.actor, createdAt: scope.now },
        });
        await audit(scope, "breach.recorded", id);
        return id;
      }),
    async edit(by, id, revision, details) {
      const saved = await act(desk, by, async (scope) => {
        const { count } = await scope.tx.dataBreach.updateMany({
          where: { id, revision },
          data: { ...details, revision: { increment: 1 } },
        });
        if (count > 0) {
          const { reportedAt, closedAt } = details;
          await audit(scope, "breach.edited", id, {
            reported: reportedAt !== null,
            closed: closedAt !== null,
          });
        }
        return count > 0;
      });
      if (saved) return { kind: "saved" };
      const current = await find(id);
      return current === null ? { kind: "not_found" } : { kind: "conflict", current };
    },
  };
}

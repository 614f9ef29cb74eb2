import type { AuditFilter, AuditLine, AuditTrail } from "../../../console/audit/port.ts";
import { windowOf } from "../../../console/kit/list-query.ts";
import { spanOfDay } from "../../../console/kit/when.ts";
import { audit } from "../audit.ts";
import type { Database } from "../database.ts";
import { inTransaction } from "../transaction.ts";

const STAFF = "staff:";

export function createAuditTrail(database: Database): AuditTrail {
  const { client } = database;
  return {
    async list(filter, query) {
      const where = conditionOf(filter);
      const [rows, total, names] = await Promise.all([
        client.auditEntry.findMany({
          where,
          orderBy: [{ at: query.descending ? "desc" : "asc" }, { id: query.descending ? "desc" : "asc" }],
          ...windowOf(query),
        }),
        client.auditEntry.count({ where }),
        namesOfStaff(),
      ]);
      const lines = rows.map((row): AuditLine => ({
        ...row,
        actorName: names.get(row.actor) ?? null,
        detail: JSON.parse(row.detail) as AuditLine["detail"],
      }));
      return { lines, total };
    },
    async actors() {
      const names = await namesOfStaff();
      return [...names].map(([actor, name]) => ({ actor, name }));
    },
    exported: (by, what, subject, rows, at) =>
      inTransaction(database, (tx) => audit({ tx, now: at, actor: STAFF + by.id }, what, subject, { rows })),
  };

  async function namesOfStaff(): Promise<ReadonlyMap<string, string>> {
    const staff = await client.staff.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
    return new Map(staff.map(({ id, name }) => [STAFF + id, name]));
  }
}

function conditionOf({ actor, action, subject, day }: AuditFilter) {
  const span = spanOfDay(day);
  return {
    ...(actor === "" ? {} : { actor: actor.includes(":") ? actor : { startsWith: actor } }),
    ...(action === "" ? {} : { action }),
    ...(subject === "" ? {} : { subject }),
    ...(span === null ? {} : { at: { gte: span.from, lt: span.until } }),
  };
}

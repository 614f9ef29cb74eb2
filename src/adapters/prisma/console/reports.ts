import type { ReportLine, ReportRecord, Reports } from "../../../console/report/port.ts";
import { readFrozen, type Narrative } from "../../../registry/report/document.ts";
import type { Client, Database } from "../database.ts";
import type { Report } from "../generated/sqlite/client.ts";
import { staffName } from "../staff/names.ts";

// A list does not read the figures: a frozen version may keep megabytes of them.
const LINE = {
  id: true,
  startsOn: true,
  endsOn: true,
  version: true,
  frozenAt: true,
  frozenBy: true,
  updatedAt: true,
} as const;

export function createReports({ client }: Database): Reports {
  return {
    async list() {
      const rows = await client.report.findMany({
        select: LINE,
        orderBy: [{ startsOn: "desc" }, { endsOn: "desc" }, { createdAt: "desc" }],
      });
      return Promise.all(rows.map((row) => lineOf(client, row)));
    },
    find: (id) => findReport(client, id),
    async versions({ startsOn, endsOn }) {
      const rows = await client.report.findMany({
        where: { startsOn, endsOn, version: { not: null } },
        select: LINE,
        orderBy: { version: "desc" },
      });
      return Promise.all(rows.map((row) => lineOf(client, row)));
    },
  };
}

export async function findReport(client: Client, id: string): Promise<ReportRecord | null> {
  const row = await client.report.findUnique({ where: { id } });
  if (row === null) return null;
  return {
    ...(await lineOf(client, row)),
    narrative: JSON.parse(row.narrative) as Narrative,
    frozen: row.version === null ? null : readFrozen(row.figures),
    revision: row.revision,
  };
}

async function lineOf(client: Client, row: Pick<Report, keyof typeof LINE>): Promise<ReportLine> {
  const { id, startsOn, endsOn, version, frozenAt, frozenBy, updatedAt } = row;
  return {
    id,
    period: { startsOn, endsOn },
    version,
    frozenAt,
    frozenBy: frozenBy === null ? null : await staffName(client, frozenBy),
    updatedAt,
  };
}

import type { ReportActions } from "../../../console/report/port.ts";
import { audit } from "../audit.ts";
import { findReport } from "../console/reports.ts";
import { newId } from "../ids.ts";
import { act, type Desk } from "./act.ts";

export function createReportActions(desk: Desk): ReportActions {
  return {
    begin: (by, { startsOn, endsOn }) =>
      act(desk, by, async (scope) => {
        const { tx, now } = scope;
        const there = await tx.report.findFirst({ where: { startsOn, endsOn, version: null } });
        if (there !== null) return { id: there.id };
        const id = newId();
        await tx.report.create({
          data: { id, startsOn, endsOn, author: by.actor, createdAt: now, updatedAt: now },
        });
        await audit(scope, "report.begun", id, { startsOn, endsOn });
        return { id };
      }),

    async write(by, id, revision, narrative) {
      const kind = await act(desk, by, async (scope) => {
        const { count } = await scope.tx.report.updateMany({
          where: { id, revision, version: null },
          data: {
            narrative: JSON.stringify(narrative),
            updatedAt: scope.now,
            revision: { increment: 1 },
          },
        });
        if (count === 0) return "conflict";
        await audit(scope, "report.written", id);
        return "done";
      });
      return kind === "done" ? { kind } : refused(id);
    },

    async freeze(by, id, revision, figures) {
      const frozen = await act(desk, by, async (scope) => {
        const { tx, now } = scope;
        // Raising the revision first lets two who freeze at once wait for each other.
        const { count } = await tx.report.updateMany({
          where: { id, revision, version: null },
          data: { revision: { increment: 1 } },
        });
        if (count === 0) return null;
        const draft = await tx.report.findUniqueOrThrow({ where: { id } });
        const { startsOn, endsOn, narrative, author } = draft;
        const latest = await tx.report.aggregate({
          where: { startsOn, endsOn },
          _max: { version: true },
        });
        const version = (latest._max.version ?? 0) + 1;
        const frozenId = newId();
        await tx.report.create({
          data: {
            id: frozenId,
            startsOn,
            endsOn,
            version,
            figures: JSON.stringify(figures),
            narrative,
            frozenAt: now,
            frozenBy: by.actor,
            author,
            createdAt: now,
            updatedAt: now,
          },
        });
        await audit(scope, "report.frozen", frozenId, { version, startsOn, endsOn });
        return { id: frozenId, version };
      });
      return frozen === null ? refused(id) : { kind: "frozen", ...frozen };
    },
  };

  /** Why nothing was changed. */
  async function refused(id: string) {
    const current = await findReport(desk.database.client, id);
    if (current === null) return { kind: "not_found" } as const;
    return current.version === null
      ? ({ kind: "conflict", current } as const)
      : ({ kind: "not_allowed" } as const);
  }
}

import { createActivityActions } from "../../../src/adapters/prisma/staff/activities.ts";
import { createPilotActions } from "../../../src/adapters/prisma/staff/pilots.ts";
import { createReportActions } from "../../../src/adapters/prisma/staff/reports.ts";
import { createResultActions } from "../../../src/adapters/prisma/staff/results.ts";
import { createTargetActions } from "../../../src/adapters/prisma/staff/targets.ts";
import { createTargets } from "../../../src/adapters/prisma/console/targets.ts";
import { createFactSource } from "../../../src/adapters/prisma/console/report-facts.ts";
import type { Database } from "../../../src/adapters/prisma/client.ts";
import { newId } from "../../../src/adapters/prisma/ids.ts";
import type { ActivityDetails } from "../../../src/console/activities/port.ts";
import type { PilotDetails } from "../../../src/console/pilots/port.ts";
import type { ReportActions } from "../../../src/console/report/port.ts";
import type { ResultDetails } from "../../../src/console/results/port.ts";
import type { FrozenFigures, Narrative } from "../../../src/registry/report/document.ts";
import { yearPeriod } from "../../../src/registry/report/period.ts";
import { reportSections } from "../../../src/registry/report/sections.ts";
import { by, deskOver, NOW } from "../registry.ts";
import { revisionIn, type Edit, type Edits, type OpenedTwice } from "./edit.ts";

const RESULT: ResultDetails = {
  year: 2026,
  kind: "chung_nhan",
  standard: "ISO 9001:2015",
  startedAt: null,
  finishedAt: NOW,
  contract: null,
  amounts: {},
  evidence: null,
};
const PILOT: PilotDetails = { title: "Mô hình 5S", year: 2026, standard: "5S", evidence: null };
const ACTIVITY: ActivityDetails = {
  item: "1",
  year: 2026,
  title: "Phóng sự về mã vạch",
  lead: null,
  status: "planned",
  costs: {},
  evidence: null,
  note: "",
};
const NARRATIVE: Narrative = { nhan_xet: "Đạt chỉ tiêu." };

/** What was reached, and the report of it. */
export const FIGURE_EDITS: Edits = {
  "ResultActions.edit": result((actions, id, revision) =>
    actions.edit(by, id, revision, { ...RESULT, evidence: "Giấy chứng nhận số 2" }),
  ),
  "ResultActions.confirm": result((actions, id, revision) => actions.confirm(by, id, revision)),
  "ResultActions.void": result((actions, id, revision) => actions.void(by, id, revision, "Ghi nhầm")),
  "PilotActions.edit": pilot((actions, id, revision) =>
    actions.edit(by, id, revision, { ...PILOT, title: "Mô hình 5S và Kaizen" }),
  ),
  "PilotActions.move": pilot((actions, id, revision) => actions.move(by, id, revision, "approved")),
  "ActivityActions.edit": {
    model: "Activity",
    async open(database) {
      const actions = createActivityActions(deskOver(database).desk);
      const { id } = await actions.add(by, ACTIVITY);
      const edit = (note: string, revision: number) => actions.edit(by, id, revision, { ...ACTIVITY, note });
      return opened(database, "Activity", id, edit);
    },
  },
  "ReportActions.write": report((actions, id, revision) =>
    actions.write(by, id, revision, { nhan_xet: "Vượt chỉ tiêu." }),
  ),
  "ReportActions.freeze": report((actions, id, revision, figures) =>
    actions.freeze(by, id, revision, figures),
  ),
  // What was there is what was seen: a target has no revision of its own.
  "TargetActions.setTarget": {
    model: "Target",
    async open(database) {
      const targets = createTargets(database);
      const actions = createTargetActions(deskOver(database).desk);
      const plan = (await targets.plans())[0];
      const known = plan?.targets[0];
      if (plan === undefined || known === undefined) throw new Error("the shipped plan asks for something");
      const { year, metric } = known;
      const set = (was: number, value: number) =>
        actions.setTarget(by, plan.id, { year, metric, was, value });
      const seen = async () =>
        (await database.client.target.findFirstOrThrow({ where: { planId: plan.id, year, metric } })).value;
      return {
        seen,
        faster: async () => set(await seen(), 41),
        second: (was) => set(was, 42),
      };
    },
  },
};

type Send<Actions> = (actions: Actions, id: string, revision: number) => Promise<{ kind: string }>;

function result(send: Send<ReturnType<typeof createResultActions>>): Edit {
  return {
    model: "SupportResult",
    async open(database) {
      const actions = createResultActions(deskOver(database).desk);
      const recorded = await actions.record(by, await anEnterprise(database), null, RESULT);
      if (recorded.kind !== "recorded") throw new Error(recorded.kind);
      const { id } = recorded;
      return {
        seen: () => revisionIn(database, "SupportResult", id),
        faster: () => actions.edit(by, id, 0, { ...RESULT, contract: "12/HĐ" }),
        second: (revision) => send(actions, id, revision),
      };
    },
  };
}

function pilot(send: Send<ReturnType<typeof createPilotActions>>): Edit {
  return {
    model: "PilotModel",
    async open(database) {
      const actions = createPilotActions(deskOver(database).desk);
      const proposed = await actions.propose(by, await anEnterprise(database), PILOT);
      if (proposed.kind !== "done") throw new Error(proposed.kind);
      const { id } = proposed;
      return {
        seen: () => revisionIn(database, "PilotModel", id),
        faster: () => actions.edit(by, id, 0, { ...PILOT, evidence: "Biên bản 1" }),
        second: (revision) => send(actions, id, revision),
      };
    },
  };
}

function report(
  send: (
    actions: ReportActions,
    id: string,
    revision: number,
    figures: FrozenFigures,
  ) => Promise<{ kind: string }>,
): Edit {
  return {
    model: "Report",
    async open(database) {
      const actions = createReportActions(deskOver(database).desk);
      const { id } = await actions.begin(by, yearPeriod(2026));
      const facts = await createFactSource(database).facts(yearPeriod(2026), NOW);
      const figures = { sections: reportSections(facts, yearPeriod(2026)), facts };
      return {
        seen: () => revisionIn(database, "Report", id),
        faster: () => actions.write(by, id, 0, NARRATIVE),
        second: (revision) => send(actions, id, revision, figures),
      };
    },
  };
}

/** Both do the same with other words. */
function opened(
  database: Database,
  model: string,
  id: string,
  edit: (words: string, revision: number) => Promise<{ kind: string }>,
): OpenedTwice {
  return {
    seen: () => revisionIn(database, model, id),
    faster: () => edit("của người nhanh hơn", 0),
    second: (revision) => edit("của người thứ hai", revision),
  };
}

async function anEnterprise({ client }: Database): Promise<string> {
  const id = newId();
  const names = { name: "Công ty Cơ khí Mẫu", searchText: "cong ty co khi mau" };
  await client.enterprise.create({
    data: { id, kind: "doanh_nghiep", ...names, createdAt: NOW, updatedAt: NOW },
  });
  return id;
}

import { ACTIVITY_STATES, WORK_ITEMS } from "../../registry/plan.ts";
import type { Feature } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { goTo } from "../kit/flash.tsx";
import { moneyInWords } from "../kit/money-fields.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { isoDay } from "../kit/when.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { readActivity } from "./form.ts";
import type { Activities, ActivityActions, ActivityDetails, ActivityFilter } from "./port.ts";
import { ACTIVITY_FILE } from "./list-file.ts";
import { activityTexts as texts } from "./texts.ts";
import { ACTIVITIES, activityPage, listPage, newPage } from "./views.tsx";

interface Parts {
  activities: Activities;
  actions: ActivityActions;
}

/** What was done for the items of the plan's annex. */
export function activitiesFeature({ activities, actions }: Parts): Feature {
  return {
    nav: [{ label: texts.title, href: ACTIVITIES, needs: "results.see", group: "figures" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(ACTIVITIES, "results.see", async (c) => {
        const [query, filter] = asked(c);
        return listPage(c, { query, filter, ...(await activities.list(filter, query)) });
      });

      routes.download(sheetPath(ACTIVITIES), "results.see", (c) => {
        const [query, filter] = asked(c);
        return sendList(
          c,
          ACTIVITY_FILE,
          async (window) => (await activities.list(filter, { ...query, ...window })).lines,
        );
      });

      routes.page(`${ACTIVITIES}/moi`, "results.edit", (c) => newPage(c, { year: thisYear(c) }));

      routes.change(`${ACTIVITIES}/moi`, "results.edit", async (c) => {
        const form = await readForm(c);
        const read = readActivity(form);
        if (read.kind === "wrong") return newPage(c, { form, mistakes: read.mistakes, year: thisYear(c) });
        const { id } = await actions.add(by(c), read.details);
        return goTo(c, `${ACTIVITIES}/${id}`, texts.saved);
      });

      routes.page(`${ACTIVITIES}/:id`, "results.see", async (c) => {
        const activity = await activities.find(c.req.param("id"));
        return activity === null ? notFoundPage(c) : activityPage(c, { activity });
      });

      routes.change(`${ACTIVITIES}/:id`, "results.edit", async (c) => {
        const activity = await activities.find(c.req.param("id"));
        if (activity === null) return notFoundPage(c);
        const path = `${ACTIVITIES}/${activity.id}`;
        const form = await readForm(c);
        const read = readActivity(form);
        if (read.kind === "wrong") return activityPage(c, { activity, form, mistakes: read.mistakes });
        const edited = await actions.edit(by(c), activity.id, form.revision(), read.details);
        switch (edited.kind) {
          case "done":
            return goTo(c, path, texts.saved);
          case "not_found":
            return notFoundPage(c);
          case "conflict": {
            const { current } = edited;
            const fields = compared(current, read.details);
            return conflictPage(c, { form, fields, revision: current.revision, current: path });
          }
        }
      });
    },
  };
}

function compared(current: ActivityDetails, typed: ActivityDetails) {
  const words = (details: ActivityDetails): readonly (readonly [string, string])[] => [
    [texts.item, WORK_ITEMS[details.item]],
    [texts.name, details.title],
    [texts.year, String(details.year)],
    [texts.leadBy, details.lead ?? ""],
    [texts.status, ACTIVITY_STATES[details.status]],
    ["Kinh phí", moneyInWords(details.costs)],
    [texts.evidence, details.evidence ?? ""],
    [texts.note, details.note],
  ];
  const yours = words(typed);
  return words(current).map(([label, theirs], at) => ({ label, theirs, yours: yours[at]?.[1] ?? "" }));
}

function asked(c: ConsoleContext) {
  const filter: ActivityFilter = {
    year: c.req.query("nam") ?? "",
    item: c.req.query("viec") ?? "",
    status: c.req.query("tinh_trang") ?? "",
  };
  return [readListQuery(c, { sorts: ["nam", "viec"], usual: "-nam" }), filter] as const;
}

function thisYear(c: ConsoleContext): number {
  return Number(isoDay(c.var.shell.now()).slice(0, 4));
}

function by(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

import { statesOf } from "../../registry/states.ts";
import type { Feature } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import type { EnterprisePick } from "../kit/enterprise-pick.ts";
import { pickEnterprisePage } from "../kit/enterprise-picker.tsx";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { isoDay } from "../kit/when.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { readInspection, readPilot } from "./form.ts";
import type { PilotActions, PilotChange, PilotDetails, PilotFilter, Pilots } from "./port.ts";
import { PILOT_FILE } from "./list-file.ts";
import { pilotTexts as texts } from "./texts.ts";
import { listPage, newPage, pilotPage, PILOTS, TRAIL } from "./views.tsx";

interface Parts {
  pilots: Pilots;
  actions: PilotActions;
  pick: EnterprisePick;
}

/** Pilot models and their inspections. */
export function pilotsFeature({ pilots, actions, pick }: Parts): Feature {
  return {
    nav: [{ label: texts.title, href: PILOTS, needs: "results.see", group: "figures" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(PILOTS, "results.see", async (c) => {
        const [query, filter] = asked(c);
        return listPage(c, { query, filter, ...(await pilots.list(filter, query)) });
      });

      routes.download(sheetPath(PILOTS), "results.see", (c) => {
        const [query, filter] = asked(c);
        return sendList(
          c,
          PILOT_FILE,
          async (window) => (await pilots.list(filter, { ...query, ...window })).lines,
        );
      });

      routes.page(`${PILOTS}/moi`, "results.edit", async (c) => {
        const enterprise = await pick.byId(c.req.query("co_so") ?? "");
        const page = { title: texts.add, trail: TRAIL };
        if (enterprise === null) return pickEnterprisePage(c, { page, path: `${PILOTS}/moi`, pick });
        return newPage(c, { enterprise, year: thisYear(c) });
      });

      routes.change(`${PILOTS}/moi`, "results.edit", async (c) => {
        const form = await readForm(c);
        const enterprise = await pick.byId(form.text("co_so"));
        if (enterprise === null) return notFoundPage(c);
        const read = readPilot(form);
        if (read.kind === "wrong")
          return newPage(c, { enterprise, form, mistakes: read.mistakes, year: thisYear(c) });
        const proposed = await actions.propose(by(c), enterprise.id, read.details);
        return proposed.kind === "done"
          ? goTo(c, `${PILOTS}/${proposed.id}`, texts.proposed)
          : notFoundPage(c);
      });

      routes.page(`${PILOTS}/:id`, "results.see", async (c) => {
        const pilot = await pilots.find(c.req.param("id"));
        return pilot === null ? notFoundPage(c) : pilotPage(c, { pilot });
      });

      routes.change(`${PILOTS}/:id`, "results.edit", async (c) => {
        const pilot = await pilots.find(c.req.param("id"));
        if (pilot === null) return notFoundPage(c);
        const form = await readForm(c);
        const read = readPilot(form);
        if (read.kind === "wrong") return pilotPage(c, { pilot, form, mistakes: read.mistakes });
        const edited = await actions.edit(by(c), pilot.id, form.revision(), read.details);
        return after(c, pilot.id, edited, texts.saved, form, read.details);
      });

      routes.change(`${PILOTS}/:id/tinh-trang`, "results.confirm", async (c) => {
        const id = c.req.param("id");
        const form = await readForm(c);
        const to = statesOf("pilot").find((one) => one === form.text("sang"));
        if (to === undefined) return notFoundPage(c);
        const moved = await actions.move(by(c), id, form.revision(), to);
        return after(c, id, moved, texts.moved, form, null);
      });

      routes.change(`${PILOTS}/:id/kiem-tra`, "results.edit", async (c) => {
        const pilot = await pilots.find(c.req.param("id"));
        if (pilot === null) return notFoundPage(c);
        const form = await readForm(c);
        const read = readInspection(form, c.var.shell.now());
        if (read.kind === "wrong")
          return pilotPage(c, { pilot, form, mistakes: read.mistakes, of: "inspection" });
        await actions.inspect(by(c), pilot.id, read.details);
        return goTo(c, `${PILOTS}/${pilot.id}`, texts.inspected);
      });
    },
  };
}

function after(
  c: ConsoleContext,
  id: string,
  change: PilotChange,
  words: string,
  form: SentForm,
  typed: PilotDetails | null,
) {
  const path = `${PILOTS}/${id}`;
  switch (change.kind) {
    case "done":
      return goTo(c, path, words);
    case "not_found":
      return notFoundPage(c);
    case "not_allowed":
      return goTo(c, path, texts.notAllowed, "caution");
    case "conflict": {
      const { current } = change;
      const { revision } = current;
      return conflictPage(c, { form, fields: compared(current, typed), revision, current: path });
    }
  }
}

function compared(current: PilotDetails, typed: PilotDetails | null) {
  if (typed === null) return [];
  return [
    { label: texts.name, theirs: current.title, yours: typed.title },
    { label: texts.year, theirs: String(current.year), yours: String(typed.year) },
    { label: texts.standard, theirs: current.standard, yours: typed.standard },
    { label: texts.evidence, theirs: current.evidence ?? "", yours: typed.evidence ?? "" },
  ];
}

function asked(c: ConsoleContext) {
  const filter: PilotFilter = { year: c.req.query("nam") ?? "", status: c.req.query("tinh_trang") ?? "" };
  return [readListQuery(c, { sorts: ["co-so", "nam"], usual: "-nam" }), filter] as const;
}

function thisYear(c: ConsoleContext): number {
  return Number(isoDay(c.var.shell.now()).slice(0, 4));
}

function by(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

import { partInWords } from "../../registry/report/words.ts";
import type { Feature } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { pickEnterprisePage } from "../kit/enterprise-picker.tsx";
import type { EnterprisePick } from "../kit/enterprise-pick.ts";
import { goTo } from "../kit/flash.tsx";
import { moneyInWords } from "../kit/money-fields.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { isoDay } from "../kit/when.ts";
import { RESULTS } from "../paths.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { readResult } from "./form.ts";
import type {
  ResultActions,
  ResultChange,
  ResultDetails,
  ResultFilter,
  ResultRecord,
  Results,
} from "./port.ts";
import { RESULT_FILE } from "./list-file.ts";
import { resultTexts as texts } from "./texts.ts";
import { listPage, newPage, resultPage, TRAIL } from "./views.tsx";

interface Parts {
  results: Results;
  actions: ResultActions;
  pick: EnterprisePick;
}

const YEARS_BACK = 8;

/** What the plan's targets count: recorded by officers, confirmed by an approver. */
export function resultsFeature({ results, actions, pick }: Parts): Feature {
  return {
    nav: [{ label: texts.title, href: RESULTS, needs: "results.see", group: "figures" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "results.confirm",
        tiles: async () => {
          const value = await results.waiting();
          const href = `${RESULTS}?tinh_trang=recorded`;
          return value === 0 ? [] : [{ label: texts.waitingTile, value, href, tone: "waiting" }];
        },
      },
    ],
    routes(routes) {
      routes.page(RESULTS, "results.see", async (c) => {
        const [query, filter] = asked(c);
        const years = Array.from({ length: YEARS_BACK }, (_, at) => String(thisYear(c) - at));
        return listPage(c, { query, filter, years, ...(await results.list(filter, query)) });
      });

      routes.download(sheetPath(RESULTS), "results.see", (c) => {
        const [query, filter] = asked(c);
        return sendList(
          c,
          RESULT_FILE,
          async (window) => (await results.list(filter, { ...query, ...window })).lines,
        );
      });

      // `?yeu_cau=<id>` comes from a request: its enterprise and kind are filled in already.
      routes.page(`${RESULTS}/moi`, "results.edit", async (c) => {
        const request = await results.request(c.req.query("yeu_cau") ?? "");
        const enterprise = request?.enterprise ?? (await pick.byId(c.req.query("co_so") ?? ""));
        if (enterprise === null)
          return pickEnterprisePage(c, {
            page: { title: texts.add, trail: TRAIL },
            path: `${RESULTS}/moi`,
            pick,
          });
        return newPage(c, { enterprise, request, year: thisYear(c) });
      });

      routes.change(`${RESULTS}/moi`, "results.edit", async (c) => {
        const form = await readForm(c);
        const [enterprise, request] = await Promise.all([
          pick.byId(form.text("co_so")),
          results.request(form.text("yeu_cau")),
        ]);
        if (enterprise === null) return notFoundPage(c);
        const again = { enterprise, request, form, year: thisYear(c) };
        const read = readResult(form, c.var.shell.now());
        if (read.kind === "wrong") return newPage(c, { ...again, mistakes: read.mistakes });
        const recorded = await actions.record(by(c), enterprise.id, request?.id ?? null, read.details);
        switch (recorded.kind) {
          case "recorded":
            return goTo(c, `${RESULTS}/${recorded.id}`, texts.recorded);
          case "duplicate":
            return newPage(c, {
              ...again,
              mistakes: { tieu_chuan: texts.duplicate },
              duplicate: recorded.id,
            });
          case "not_found":
            return notFoundPage(c);
        }
      });

      routes.page(`${RESULTS}/:id`, "results.see", async (c) => {
        const result = await results.find(c.req.param("id"));
        return result === null ? notFoundPage(c) : resultPage(c, { result });
      });

      routes.change(`${RESULTS}/:id`, "results.edit", async (c) => {
        const id = c.req.param("id");
        const form = await readForm(c);
        const result = await results.find(id);
        if (result === null) return notFoundPage(c);
        const read = readResult(form, c.var.shell.now());
        if (read.kind === "wrong") return resultPage(c, { result, form, mistakes: read.mistakes });
        const edited = await actions.edit(by(c), id, form.revision(), read.details);
        if (edited.kind === "duplicate")
          return resultPage(c, {
            result,
            form,
            mistakes: { tieu_chuan: texts.duplicate },
            duplicate: edited.id,
          });
        return after(c, id, edited, texts.saved, form, read.details);
      });

      routes.change(`${RESULTS}/:id/xac-nhan`, "results.confirm", async (c) => {
        const id = c.req.param("id");
        const form = await readForm(c);
        const result = await results.find(id);
        if (result === null) return notFoundPage(c);
        if (result.evidence === null) return goTo(c, `${RESULTS}/${id}`, texts.noEvidence, "caution");
        return after(c, id, await actions.confirm(by(c), id, form.revision()), texts.confirmed, form, null);
      });

      routes.change(`${RESULTS}/:id/huy`, "results.confirm", async (c) => {
        const id = c.req.param("id");
        const form = await readForm(c);
        const result = await results.find(id);
        if (result === null) return notFoundPage(c);
        const reason = form.text("ly_do").slice(0, 500);
        if (reason === "") return resultPage(c, { result, mistakes: { ly_do: texts.reasonMissing } });
        return after(c, id, await actions.void(by(c), id, form.revision(), reason), texts.voided, form, null);
      });
    },
  };
}

function after(
  c: ConsoleContext,
  id: string,
  change: ResultChange,
  words: string,
  form: SentForm,
  typed: ResultDetails | null,
) {
  const path = `${RESULTS}/${id}`;
  switch (change.kind) {
    case "done":
      return goTo(c, path, words);
    case "not_found":
      return notFoundPage(c);
    case "not_allowed":
      return goTo(c, path, texts.notAllowed, "caution");
    case "conflict": {
      const { current } = change;
      const fields = typed === null ? [] : compared(current, typed);
      return conflictPage(c, { form, fields, revision: current.revision, current: path });
    }
  }
}

function compared(current: ResultRecord, typed: ResultDetails) {
  const words = (details: ResultDetails): readonly (readonly [string, string])[] => [
    [texts.year, String(details.year)],
    [texts.kind, partInWords("nhom", details.kind)],
    [texts.standard, details.standard],
    [texts.started, details.startedAt === null ? "" : isoDay(details.startedAt)],
    [texts.finished, details.finishedAt === null ? "" : isoDay(details.finishedAt)],
    [texts.contract, details.contract ?? ""],
    [texts.evidence, details.evidence ?? ""],
    ["Kinh phí", moneyInWords(details.amounts)],
  ];
  const yours = words(typed);
  return words(current).map(([label, theirs], at) => ({ label, theirs, yours: yours[at]?.[1] ?? "" }));
}

function asked(c: ConsoleContext) {
  const filter: ResultFilter = {
    year: c.req.query("nam") ?? "",
    kind: c.req.query("nhom") ?? "",
    status: c.req.query("tinh_trang") ?? "",
  };
  return [readListQuery(c, { sorts: ["moi", "co-so", "nam"], usual: "-moi" }), filter] as const;
}

function thisYear(c: ConsoleContext): number {
  return Number(isoDay(c.var.shell.now()).slice(0, 4));
}

function by(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

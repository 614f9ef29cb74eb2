import type { By } from "../by.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { momentInWords } from "../kit/when.ts";
import type { Routes } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { detailPage } from "./detail-view.tsx";
import { createPage, editPage, type Beginning } from "./form-view.tsx";
import { readClass } from "./form.ts";
import { CLASS_FILE } from "./list-files.ts";
import { listPage } from "./list-view.tsx";
import { CLASSES, classPath } from "./paths.ts";
import type { Classes, ClassDetails, ClassRecord, ClassesParts } from "./port.ts";
import { classTexts as texts } from "./texts.ts";

const SORTS = { sorts: ["ten", "so", "luc"], usual: "-luc" };
/** Earlier classes that a new one may begin as. */
const LATEST = { page: 1, perPage: 40, sort: "luc", descending: true, words: "" };

export function byOf(c: ConsoleContext): By {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

/** The list, a new class, one class and its changes. */
export function addClassRoutes(routes: Routes, { classes, actions }: ClassesParts): void {
  routes.page(CLASSES, "classes.see", async (c) => {
    const query = readListQuery(c, SORTS);
    const filter = filterOf(c);
    const [years, found] = await Promise.all([classes.years(), classes.list(query, filter)]);
    return listPage(c, { query, filter, years, ...found });
  });

  routes.download(sheetPath(CLASSES), "classes.see", (c) => {
    const [query, filter] = [readListQuery(c, SORTS), filterOf(c)];
    return sendList(
      c,
      CLASS_FILE,
      async (window) => (await classes.list({ ...query, ...window }, filter)).lines,
    );
  });

  routes.page(`${CLASSES}/moi`, "classes.edit", async (c) =>
    createPage(c, {
      ...(await choices(classes)),
      beginning: await beginningOf(classes, c.req.query("tu") ?? ""),
    }),
  );

  routes.change(`${CLASSES}/moi`, "classes.edit", async (c) => {
    const form = await readForm(c);
    const read = readClass(form);
    const again = async (mistakes: Readonly<Record<string, string>>) =>
      createPage(c, { ...(await choices(classes)), beginning: { keyword: "" }, form, mistakes });
    if (read.kind === "wrong") return again(read.mistakes);
    const created = await actions.create(byOf(c), read.details);
    return created.kind === "created"
      ? goTo(c, classPath(created.id), texts.created)
      : again({ so: texts.keywordTaken });
  });

  routes.page(`${CLASSES}/:id`, "classes.see", async (c) => {
    const record = await classes.find(c.req.param("id"));
    return record === null ? notFoundPage(c) : detailPage(c, record);
  });

  routes.page(`${CLASSES}/:id/sua`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    return record === null
      ? notFoundPage(c)
      : editPage(c, { record, areSessionsFixed: areSessionsFixed(record) });
  });

  routes.change(`${CLASSES}/:id/sua`, "classes.edit", async (c) => {
    const id = c.req.param("id");
    const record = await classes.find(id);
    if (record === null) return notFoundPage(c);
    const form = await readForm(c);
    const isFixed = areSessionsFixed(record);
    const read = readClass(form, isFixed ? record.sessions : null);
    const again = (mistakes: Readonly<Record<string, string>>) =>
      editPage(c, { record, areSessionsFixed: isFixed, form, mistakes });
    if (read.kind === "wrong") return again(read.mistakes);
    const saved = await actions.edit(byOf(c), id, form.revision(), read.details);
    switch (saved.kind) {
      case "saved":
        return goTo(c, classPath(id), texts.saved);
      case "keyword_taken":
        return again({ so: texts.keywordTaken });
      case "below_taken":
        return again({ so_cho: texts.belowTaken(saved.taken) });
      case "sessions_fixed":
        return goTo(c, classPath(id), texts.sessionsFixed, "caution");
      case "conflict":
        return conflict(c, form, saved.current, read.details);
      case "not_found":
        return notFoundPage(c);
      case "not_allowed":
        return goTo(c, classPath(id), texts.notAllowed(texts.states[record.status]), "caution");
    }
  });
}

function filterOf(c: ConsoleContext) {
  return { status: c.req.query("tinh_trang") ?? "", year: c.req.query("nam") ?? "" };
}

/** People may have agreed to its time. */
function areSessionsFixed({ status }: ClassRecord): boolean {
  return status !== "draft" && status !== "approved";
}

async function choices(classes: Classes) {
  const [templates, { lines }] = await Promise.all([
    classes.templates(),
    classes.list(LATEST, { status: "", year: "" }),
  ]);
  return { templates, classes: lines };
}

/** `mau:<id>` a template, `lop:<id>` an earlier class; its dates, invitation and costs are its own. */
async function beginningOf(classes: Classes, from: string): Promise<Beginning> {
  const keyword = await classes.freeKeyword();
  const [kind, id = ""] = from.split(":");
  if (kind === "mau") {
    const template = (await classes.templates()).find((one) => one.id === id);
    return { ...template?.fields, keyword };
  }
  const record = kind === "lop" ? await classes.find(id) : null;
  if (record === null) return { keyword };
  const { title, description, audience, audienceKinds, capacity, capPerEnterprise } = record;
  const { cost, planRef, annexItem, sessions } = record;
  const common = { title, description, audience, audienceKinds, capacity, capPerEnterprise };
  return { ...common, cost, planRef, annexItem, place: sessions[0]?.place ?? "", keyword };
}

function conflict(c: ConsoleContext, form: SentForm, current: ClassRecord, typed: ClassDetails) {
  const fields = [
    [texts.titleField, (one: ClassDetails) => one.title],
    [texts.keyword, (one: ClassDetails) => one.keyword],
    [texts.description, (one: ClassDetails) => one.description],
    [texts.audience, (one: ClassDetails) => one.audience],
    [texts.capacity, (one: ClassDetails) => String(one.capacity)],
    [texts.cap, (one: ClassDetails) => String(one.capPerEnterprise ?? texts.noCap)],
    [texts.opensAt, (one: ClassDetails) => momentInWords(one.opensAt)],
    [texts.closesAt, (one: ClassDetails) => momentInWords(one.closesAt)],
    [texts.cost, (one: ClassDetails) => one.cost],
    [texts.invitation, (one: ClassDetails) => one.invitation ?? texts.none],
    [texts.planRef, (one: ClassDetails) => one.planRef ?? texts.none],
    [
      texts.sessions,
      (one: ClassDetails) => one.sessions.map(({ startsAt }) => momentInWords(startsAt)).join("; "),
    ],
  ] as const;
  return conflictPage(c, {
    form,
    fields: fields.map(([label, value]) => ({ label, theirs: value(current), yours: value(typed) })),
    revision: current.revision,
    current: classPath(current.id),
  });
}

import { conflictPage } from "../kit/conflict.tsx";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { momentInWords, readMinute } from "../kit/when.ts";
import type { Routes } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { BREACHES, breachesPage, breachForm, breachPage } from "./breach-views.tsx";
import { BREACH_FILE } from "./list-files.ts";
import type { Breach, BreachDetails, Breaches } from "./port.ts";
import { dataTexts as texts } from "./texts.ts";

/** The record of breaches, with what the report within 72 hours asks for. */
export function breachRoutes(routes: Routes, breaches: Breaches): void {
  routes.page(BREACHES, "personal-data.oversee", async (c) => breachesPage(c, await breaches.list()));
  routes.download(sheetPath(BREACHES), "personal-data.oversee", async (c) =>
    sendList(c, BREACH_FILE, windowed(await breaches.list())),
  );
  routes.page(`${BREACHES}/moi`, "personal-data.oversee", (c) => breachForm(c, {}));
  routes.change(`${BREACHES}/moi`, "personal-data.oversee", async (c) => {
    const form = await readForm(c);
    const read = readBreach(form, c.var.shell.now());
    if (read.kind === "wrong") return breachForm(c, { form, mistakes: read.mistakes });
    return goTo(c, `${BREACHES}/${await breaches.record(byOf(c), read.details)}`, texts.saved);
  });
  routes.page(`${BREACHES}/:id`, "personal-data.oversee", async (c) => {
    const breach = await breaches.find(c.req.param("id"));
    return breach === null ? notFoundPage(c) : breachPage(c, breach);
  });
  routes.page(`${BREACHES}/:id/sua`, "personal-data.oversee", async (c) => {
    const breach = await breaches.find(c.req.param("id"));
    return breach === null ? notFoundPage(c) : breachForm(c, { breach });
  });
  routes.change(`${BREACHES}/:id/sua`, "personal-data.oversee", async (c) => {
    const id = c.req.param("id");
    const breach = await breaches.find(id);
    if (breach === null) return notFoundPage(c);
    const form = await readForm(c);
    const read = readBreach(form, c.var.shell.now());
    if (read.kind === "wrong") return breachForm(c, { breach, form, mistakes: read.mistakes });
    const edited = await breaches.edit(byOf(c), id, form.revision(), read.details);
    if (edited.kind === "saved") return goTo(c, `${BREACHES}/${id}`, texts.saved);
    if (edited.kind === "not_found") return notFoundPage(c);
    const { current } = edited;
    const fields = compared(current, read.details);
    return conflictPage(c, { form, fields, revision: current.revision, current: `${BREACHES}/${id}` });
  });
}

function readBreach(
  form: SentForm,
  now: Date,
): { kind: "right"; details: BreachDetails } | { kind: "wrong"; mistakes: Record<string, string> } {
  const mistakes: Record<string, string> = {};
  const moment = (name: string, needed = false): Date | null => {
    const typed = form.text(name);
    if (typed === "" && !needed) return null;
    const at = readMinute(typed);
    if (at === null) mistakes[name] = texts.momentWrong;
    else if (at > now) mistakes[name] = texts.future;
    return at;
  };
  const discoveredAt = moment("phat_hien", true);
  const details = {
    occurredAt: moment("xay_ra"),
    reportedAt: moment("da_bao"),
    closedAt: moment("ket_thuc"),
    description: form.text("su_viec"),
    dataKinds: form.text("loai_du_lieu"),
    people: form.text("so_nguoi") === "" ? null : form.number("so_nguoi"),
    consequences: form.text("hau_qua"),
    measures: form.text("bien_phap"),
  };
  if (details.description === "") mistakes["su_viec"] = texts.descriptionMissing;
  const badCount = form.text("so_nguoi") !== "" && (details.people === null || details.people < 0);
  if (badCount) mistakes["so_nguoi"] = texts.peopleWrong;
  return discoveredAt === null || Object.keys(mistakes).length > 0
    ? { kind: "wrong", mistakes }
    : { kind: "right", details: { discoveredAt, ...details } };
}

function compared(theirs: Breach, yours: BreachDetails) {
  const moment = (at: Date | null) => (at === null ? "" : momentInWords(at));
  const field = (label: string, of: (one: BreachDetails) => string) => ({
    label,
    theirs: of(theirs),
    yours: of(yours),
  });
  return [
    field(texts.discoveredAt, (one) => moment(one.discoveredAt)),
    field(texts.occurredAt, (one) => moment(one.occurredAt)),
    field(texts.description, (one) => one.description),
    field(texts.dataKinds, (one) => one.dataKinds),
    field(texts.people, (one) => String(one.people ?? "")),
    field(texts.consequences, (one) => one.consequences),
    field(texts.measures, (one) => one.measures),
    field(texts.reportedAt, (one) => moment(one.reportedAt)),
    field(texts.closedAt, (one) => moment(one.closedAt)),
  ];
}

function byOf(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

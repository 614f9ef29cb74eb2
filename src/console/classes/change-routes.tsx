import { goTo } from "../kit/flash.tsx";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import type { Routes } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { cancelPage, postponePage, templatePage, templatesPage } from "./change-views.tsx";
import { byOf } from "./class-routes.tsx";
import { STEP_NEEDS } from "./detail-view.tsx";
import { CLASSES, classPath, STEP_PATHS } from "./paths.ts";
import type { ClassStep, NotDone, ClassesParts } from "./port.ts";
import { readSessions } from "./sessions.ts";
import { classTexts as texts } from "./texts.ts";
import type { EventStatus } from "../../registry/states.ts";

const LONGEST_REASON = 500;
const LONGEST_NAME = 100;
const STEPS = Object.entries(STEP_PATHS) as [ClassStep, string][];

/** Where a class goes: step by step, to another time, or nowhere; and what stays of it as a template. */
export function addChangeRoutes(routes: Routes, { classes, actions }: ClassesParts): void {
  for (const [step, part] of STEPS) {
    const words = texts.steps[step];
    routes.page(`${CLASSES}/:id/${part}`, STEP_NEEDS[step], async (c) => {
      const record = await classes.find(c.req.param("id"));
      if (record === null) return notFoundPage(c);
      return confirmPage(c, {
        title: `${words.button}: ${record.title}`,
        words: <p>{words.words}</p>,
        action: classPath(record.id, part),
        button: words.button,
        cancel: classPath(record.id),
      });
    });
    routes.change(`${CLASSES}/:id/${part}`, STEP_NEEDS[step], async (c) => {
      const record = await classes.find(c.req.param("id"));
      if (record === null) return notFoundPage(c);
      const path = classPath(record.id);
      if (step === "open" && record.sessions.length === 0)
        return goTo(c, path, texts.needsSessions, "caution");
      const stepped = await actions.step(byOf(c), record.id, step);
      if (stepped.kind === "not_begun") return goTo(c, path, texts.notBegun, "caution");
      return stepped.kind === "done" ? goTo(c, path, words.done) : notDone(c, path, stepped);
    });
  }

  routes.page(`${CLASSES}/:id/doi-lich`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    return record === null ? notFoundPage(c) : postponePage(c, { record });
  });

  routes.change(`${CLASSES}/:id/doi-lich`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const form = await readForm(c);
    const { sessions, mistakes } = readSessions(form);
    if (Object.keys(mistakes).length > 0) return postponePage(c, { record, form, mistakes });
    const path = classPath(record.id);
    const postponed = await actions.postpone(byOf(c), record.id, sessions);
    if (postponed.kind !== "done") return notDone(c, path, postponed);
    return goTo(c, path, texts.postponed(postponed.told));
  });

  routes.page(`${CLASSES}/:id/huy`, "classes.approve", async (c) => {
    const record = await classes.find(c.req.param("id"));
    return record === null ? notFoundPage(c) : cancelPage(c, { record });
  });

  routes.change(`${CLASSES}/:id/huy`, "classes.approve", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const form = await readForm(c);
    const reason = form.text("ly_do");
    if (reason === "" || reason.length > LONGEST_REASON) {
      return cancelPage(c, { record, form, mistakes: { ly_do: texts.cancelReasonMissing } });
    }
    const path = classPath(record.id);
    const cancelled = await actions.cancel(byOf(c), record.id, reason);
    if (cancelled.kind !== "done") return notDone(c, path, cancelled);
    return goTo(c, path, texts.cancelled(cancelled.told));
  });

  routes.page(`${CLASSES}/mau`, "classes.edit", async (c) => templatesPage(c, await classes.templates()));

  routes.change(`${CLASSES}/mau/:mau/bo`, "classes.edit", async (c) => {
    const dropped = await actions.dropTemplate(byOf(c), c.req.param("mau"));
    return dropped.kind === "done" ? goTo(c, `${CLASSES}/mau`, texts.templateDropped) : notFoundPage(c);
  });

  routes.page(`${CLASSES}/:id/luu-mau`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    return record === null ? notFoundPage(c) : templatePage(c, { record });
  });

  routes.change(`${CLASSES}/:id/luu-mau`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const form = await readForm(c);
    const name = form.text("ten_mau");
    const again = (words: string) => templatePage(c, { record, form, mistakes: { ten_mau: words } });
    if (name === "" || name.length > LONGEST_NAME) return again(texts.templateMissing);
    const saved = await actions.saveAsTemplate(byOf(c), record.id, name);
    if (saved.kind === "name_taken") return again(texts.templateTaken);
    return saved.kind === "saved" ? goTo(c, classPath(record.id), texts.templateSaved) : notFoundPage(c);
  });
}

function notDone(c: ConsoleContext, path: string, ended: NotDone) {
  if (ended.kind === "not_found") return notFoundPage(c);
  return goTo(c, path, texts.notAllowed(texts.states[ended.from as EventStatus]), "caution");
}

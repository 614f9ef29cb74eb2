import { goTo } from "../kit/flash.tsx";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import type { Routes } from "../routes.ts";
import { attendancePage, certificatesPage, expectedOf, sheetPage } from "./attendance-views.tsx";
import { byOf } from "./class-routes.tsx";
import { CLASSES, classPath } from "./paths.ts";
import type { ClassesParts, ClassRecord } from "./port.ts";
import { findPerson, notDone } from "./registration-routes.tsx";
import { classTexts, registrationTexts as texts } from "./texts.ts";
import type { EventStatus } from "../../registry/states.ts";

const PERSON = `${CLASSES}/:id/nguoi/:nguoi` as const;

/** The day of a class and what comes of it: the list to sign, who was there, certificates. */
export function addAttendanceRoutes(routes: Routes, parts: ClassesParts): void {
  const { classes, registrations, certificates } = parts;

  routes.page(`${CLASSES}/:id/ky-ten`, "classes.see", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    return sheetPage(c, { record, people: expectedOf(await classes.attendees(record.id)) });
  });

  routes.page(`${CLASSES}/:id/diem-danh`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const people = expectedOf(await classes.attendees(record.id));
    return attendancePage(c, { record, people, mayMark: hasBegun(record, c.var.shell.now()) });
  });

  routes.change(`${CLASSES}/:id/diem-danh`, "classes.edit", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const attended = form.texts("co_mat");
    const absent = form.texts("nguoi").filter((one) => !attended.includes(one));
    const recorded = await registrations.recordAttendance(byOf(c), id, { attended, absent });
    switch (recorded.kind) {
      case "done":
        return goTo(c, classPath(id, "diem-danh"), texts.attendanceSaved(recorded.changed));
      case "not_begun":
        return goTo(c, classPath(id, "diem-danh"), texts.attendanceEarly, "caution");
      case "not_found":
        return notFoundPage(c);
      case "not_allowed": {
        const state = classTexts.states[recorded.from as EventStatus];
        return goTo(c, classPath(id), classTexts.notAllowed(state), "caution");
      }
    }
  });

  routes.page(`${CLASSES}/:id/chung-nhan`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const people = expectedOf(await classes.attendees(record.id)).filter(
      ({ status }) => status === "attended" || status === "certified",
    );
    return certificatesPage(c, { record, people });
  });

  routes.change(`${CLASSES}/:id/chung-nhan`, "classes.edit", async (c) => {
    const path = classPath(c.req.param("id"), "chung-nhan");
    const chosen = (await readForm(c)).texts("nguoi");
    if (chosen.length === 0) return goTo(c, path, texts.issueNone, "caution");
    const issued = await certificates.issue(byOf(c), c.req.param("id"), chosen);
    if (issued.kind !== "done") return notDone(c, path, issued);
    return goTo(c, path, texts.issued(issued.issued, issued.told));
  });

  for (const [part, button, words, said] of [
    ["cap-lai", texts.reissue, texts.reissueWords, texts.reissued],
    ["thu-hoi", texts.void, texts.voidWords, texts.voided],
  ] as const) {
    routes.page(`${PERSON}/${part}`, "classes.edit", async (c) => {
      const found = await findPerson(classes, c);
      if (found === null) return notFoundPage(c);
      return confirmPage(c, {
        title: button,
        words: <p>{words(found.person.name)}</p>,
        action: `${found.path}/${part}`,
        button,
        cancel: classPath(found.record.id, "chung-nhan"),
        danger: part === "thu-hoi",
      });
    });
    routes.change(`${PERSON}/${part}`, "classes.edit", async (c) => {
      const found = await findPerson(classes, c);
      if (found === null) return notFoundPage(c);
      const ended =
        part === "cap-lai"
          ? await certificates.reissue(byOf(c), found.person.id)
          : await certificates.void(byOf(c), found.person.id);
      const path = classPath(found.record.id, "chung-nhan");
      return ended.kind === "done" ? goTo(c, path, said) : notDone(c, path, ended);
    });
  }
}

function hasBegun({ sessions }: ClassRecord, now: Date): boolean {
  const [first] = sessions;
  return first !== undefined && first.startsAt <= now;
}

import { fold } from "../../search/index.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import type { Routes } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { byOf } from "./class-routes.tsx";
import { attendeeFile } from "./list-files.ts";
import { CLASSES, classPath } from "./paths.ts";
import { readByHand, readPerson } from "./people.ts";
import { personPage } from "./person-view.tsx";
import type { AttendeeLine, Classes, ClassesParts, NotDone } from "./port.ts";
import { addPage, registrationsPage } from "./registrations-view.tsx";
import { registrationTexts as texts } from "./texts.ts";
import type { AttendeeStatus } from "../../registry/states.ts";

const LIST = `${CLASSES}/:id/dang-ky` as const;
const PERSON = `${CLASSES}/:id/nguoi/:nguoi` as const;
const SORTS = { sorts: ["ten", "don-vi", "tinh-trang", "luc"], usual: "luc" };

/** Who is on a class, and what staff do about one of them. */
export function addRegistrationRoutes(routes: Routes, parts: ClassesParts): void {
  const { classes, registrations } = parts;

  routes.page(LIST, "classes.see", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const query = readListQuery(c, SORTS);
    const status = c.req.query("tinh_trang") ?? "";
    const found = narrowed(await classes.attendees(record.id), query, status);
    const lines = await windowed(found)(query);
    return registrationsPage(c, { record, query, status, lines, total: found.length });
  });

  routes.download(sheetPath(LIST), "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const query = readListQuery(c, SORTS);
    const found = narrowed(await classes.attendees(record.id), query, c.req.query("tinh_trang") ?? "");
    return sendList(c, attendeeFile(record), windowed(found));
  });

  routes.page(`${LIST}/them`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    return record === null ? notFoundPage(c) : addPage(c, { record });
  });

  routes.change(`${LIST}/them`, "classes.edit", async (c) => {
    const record = await classes.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    const form = await readForm(c);
    const read = readByHand(form);
    if (read.kind === "wrong") return addPage(c, { record, form, mistakes: read.mistakes });
    const added = await registrations.add(byOf(c), record.id, read.value);
    if (added.kind === "declined") return addPage(c, { record, form, said: texts.declined[added.why] });
    const { code, confirmed, waiting, alreadyThere } = added;
    return goTo(c, classPath(record.id, "dang-ky"), texts.added(code, confirmed, waiting, alreadyThere));
  });

  routes.page(PERSON, "classes.edit", async (c) => {
    const found = await findPerson(classes, c);
    return found === null ? notFoundPage(c) : personPage(c, { ...found, open: await classes.open() });
  });

  routes.change(PERSON, "classes.edit", async (c) => {
    const found = await findPerson(classes, c);
    if (found === null) return notFoundPage(c);
    const form = await readForm(c);
    const read = readPerson(form);
    if (read.kind === "wrong") {
      return personPage(c, { ...found, open: await classes.open(), form, mistakes: read.mistakes });
    }
    const { person, path } = found;
    const saved = await registrations.correct(byOf(c), person.id, form.revision(), read.value);
    switch (saved.kind) {
      case "saved":
        return goTo(c, path, texts.corrected);
      case "conflict":
        return conflictPage(c, {
          form,
          fields: [
            { label: texts.person, theirs: saved.current.name, yours: read.value.name },
            { label: texts.phone, theirs: saved.current.phone ?? "", yours: read.value.phone ?? "" },
            { label: texts.position, theirs: saved.current.position ?? "", yours: read.value.position ?? "" },
          ],
          revision: saved.current.revision,
          current: path,
        });
      case "not_found":
      case "not_allowed":
        return notDone(c, path, saved);
    }
  });

  routes.change(`${PERSON}/xac-nhan`, "classes.edit", async (c) => {
    const found = await findPerson(classes, c);
    if (found === null) return notFoundPage(c);
    const ended = await registrations.confirm(byOf(c), found.person.id);
    if (ended.kind !== "done") return notDone(c, found.path, ended);
    return goTo(c, found.path, texts.confirmed(texts.states[ended.status]));
  });

  routes.change(`${PERSON}/tu-choi`, "classes.edit", async (c) => {
    const found = await findPerson(classes, c);
    if (found === null) return notFoundPage(c);
    const ended = await registrations.reject(byOf(c), found.person.id);
    return ended.kind === "done" ? goTo(c, found.path, texts.rejected) : notDone(c, found.path, ended);
  });

  routes.page(`${PERSON}/nha-cho`, "classes.edit", async (c) => {
    const found = await findPerson(classes, c);
    if (found === null) return notFoundPage(c);
    return confirmPage(c, {
      title: texts.release,
      words: <p>{texts.releaseWords(found.person.name)}</p>,
      action: `${found.path}/nha-cho`,
      button: texts.release,
      cancel: found.path,
      danger: true,
    });
  });

  routes.change(`${PERSON}/nha-cho`, "classes.edit", async (c) => {
    const found = await findPerson(classes, c);
    if (found === null) return notFoundPage(c);
    const ended = await registrations.release(byOf(c), found.person.id);
    return ended.kind === "done" ? goTo(c, found.path, texts.released) : notDone(c, found.path, ended);
  });

  routes.change(`${PERSON}/chuyen`, "classes.edit", async (c) => {
    const found = await findPerson(classes, c);
    if (found === null) return notFoundPage(c);
    const target = (await readForm(c)).text("lop");
    if (target === "" || target === found.record.id) return goTo(c, found.path, texts.moveMissing, "caution");
    const ended = await registrations.move(byOf(c), found.person.id, target);
    if (ended.kind === "declined") return goTo(c, found.path, texts.declined[ended.why], "caution");
    return ended.kind === "done" ? goTo(c, found.path, texts.moved) : notDone(c, found.path, ended);
  });
}

export async function findPerson(classes: Classes, c: ConsoleContext<"/:id/:nguoi">) {
  const record = await classes.find(c.req.param("id"));
  if (record === null) return null;
  const id = c.req.param("nguoi");
  const person = (await classes.attendees(record.id)).find((one) => one.id === id);
  return person === undefined ? null : { record, person, path: classPath(record.id, `nguoi/${id}`) };
}

export function notDone(c: ConsoleContext, path: string, ended: NotDone) {
  if (ended.kind === "not_found") return notFoundPage(c);
  return goTo(c, path, texts.notAllowed(texts.states[ended.from as AttendeeStatus]), "caution");
}

function narrowed(lines: readonly AttendeeLine[], { words, sort, descending }: ListQuery, status: string) {
  const looked = fold(words);
  const key = (one: AttendeeLine) =>
    sort === "ten"
      ? one.name
      : sort === "don-vi"
        ? one.enterprise
        : sort === "tinh-trang"
          ? `${one.status}${String(one.waitingPlace ?? 0).padStart(5, "0")}`
          : one.createdAt.toISOString() + one.id;
  return lines
    .filter((one) => status === "" || one.status === status)
    .filter((one) => fold(`${one.name} ${one.enterprise} ${one.registrationCode}`).includes(looked))
    .sort((a, b) => key(a).localeCompare(key(b), "vi") * (descending ? -1 : 1));
}

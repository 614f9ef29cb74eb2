import { LARGEST_FILE, type AnnouncementWords } from "../../announce/announcement.ts";
import { EVERYBODY } from "../../announce/audience.ts";
import type { ReplyFile } from "../../conversation/reply.ts";
import { byOf } from "../by.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { goTo } from "../kit/flash.tsx";
import type { Mistakes } from "../kit/form.tsx";
import { notFoundPage } from "../kit/notices.tsx";
import { showPart } from "../kit/page.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { announcementPath, type Routes } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import {
  compared,
  fieldsIn,
  fieldsOf,
  fileNameIn,
  readAnnouncement,
  readAudience,
  readWords,
} from "./form.ts";
import { composePage, type ComposeGiven } from "./form-view.tsx";
import { PreviewView, ReachView } from "./live-views.tsx";
import { ANNOUNCEMENTS } from "./paths.ts";
import type { AnnouncementDone, AnnouncementRecord } from "./port.ts";
import { whyNot, type AnnouncementParts } from "./seen-pages.tsx";
import { mayBeEdited } from "./steps-view.tsx";
import { announcementTexts as texts } from "./texts.ts";

const NO_WORDS: AnnouncementWords = {
  title: "",
  body: "",
  eventId: null,
  link: null,
  audience: EVERYBODY,
  scheduledAt: null,
  expiresAt: null,
};

/** A file that is somewhat too large comes back with words beside its field, and nothing that was typed is lost. */
const LARGEST_FORM = 6 * LARGEST_FILE;

/** What came back with words beside its fields. */
interface Back {
  words: AnnouncementWords;
  form?: SentForm;
  mistakes: Mistakes;
}

/** Writing, with counts and previews on the way, and handing in. */
export function composeRoutes(routes: Routes, parts: AnnouncementParts): void {
  const { announcements, areas } = parts;

  routes.page(`${ANNOUNCEMENTS}/moi`, "announcements.write", (c) => newPage(c));

  routes.change(
    `${ANNOUNCEMENTS}/moi`,
    "announcements.write",
    async (c) => {
      const form = await readForm(c);
      const { words, file, mistakes } = await read(c, form);
      if (Object.keys(mistakes).length > 0) return newPage(c, { words, form, mistakes });
      const drafted = await announcements.draft(byOf(c), words, file === "keep" ? null : file);
      if (drafted.kind === "invalid")
        return newPage(c, { words, form, mistakes: fieldsOf(drafted.mistakes) });
      if (drafted.kind !== "done") return whyNot(c, parts, "", drafted);
      return saved(c, form, drafted, drafted.id);
    },
    { largestBody: LARGEST_FORM },
  );

  routes.part(`${ANNOUNCEMENTS}/dem`, "announcements.write", async (c) => {
    const now = c.var.shell.now();
    const audience = readAudience(fieldsIn(c), areas);
    return showPart(
      c,
      <ReachView reach={await announcements.reach({ audience, corrects: null }, now)} now={now} />,
    );
  });

  // Nothing is changed, but an address has no room for what was typed.
  routes.change(`${ANNOUNCEMENTS}/xem-truoc`, "announcements.write", async (c) => {
    const form = await readForm(c);
    const corrects = c.req.query("dinh_chinh") ?? null;
    const file = namedFile(fileNameIn(form));
    return showPart(
      c,
      <PreviewView previews={await announcements.preview(readWords(form, areas), corrects, file)} />,
    );
  });

  routes.page(`${ANNOUNCEMENTS}/:id/sua`, "announcements.write", async (c) => {
    const record = await announcements.find(c.req.param("id"));
    if (record === null) return notFoundPage(c);
    if (!mayBeEdited(record))
      return goTo(c, announcementPath(record.id), texts.notAllowed(texts.states[record.status]), "caution");
    return editPage(c, record);
  });

  routes.change(
    `${ANNOUNCEMENTS}/:id/sua`,
    "announcements.write",
    async (c) => {
      const record = await announcements.find(c.req.param("id"));
      if (record === null) return notFoundPage(c);
      const form = await readForm(c);
      const { words, file, mistakes } = await read(c, form);
      if (Object.keys(mistakes).length > 0) return editPage(c, record, { words, form, mistakes });
      const seen = { id: record.id, revision: form.revision() };
      const edited = await announcements.edit(byOf(c), seen, words, file);
      if (edited.kind === "invalid")
        return editPage(c, record, { words, form, mistakes: fieldsOf(edited.mistakes) });
      if (edited.kind === "stale") return conflict(c, form, record.id, words);
      return saved(c, form, edited, record.id);
    },
    { largestBody: LARGEST_FORM },
  );

  routes.change(`${ANNOUNCEMENTS}/:id/trinh`, "announcements.write", async (c) => {
    const id = c.req.param("id");
    return submit(c, id, (await readForm(c)).revision());
  });

  function read(c: ConsoleContext, form: SentForm) {
    const purpose = form.text("viec") === "trinh" ? "submit" : "draft";
    return readAnnouncement(form, areas, { now: c.var.shell.now(), purpose });
  }

  /** Saved; handed in, too, where that was asked for. */
  function saved(c: ConsoleContext, form: SentForm, ended: AnnouncementDone, id: string) {
    if (ended.kind !== "done") return whyNot(c, parts, id, ended);
    if (form.text("viec") === "trinh") return submit(c, id, ended.revision);
    return goTo(c, announcementPath(id), texts.savedDraft);
  }

  async function submit(c: ConsoleContext, id: string, revision: number) {
    const ended = await announcements.submit(byOf(c), { id, revision });
    if (ended.kind === "done") return goTo(c, announcementPath(id), texts.submitted);
    if (ended.kind !== "invalid") return whyNot(c, parts, id, ended);
    const record = await announcements.find(id);
    if (record === null) return notFoundPage(c);
    return editPage(c, record, { words: record.words, mistakes: fieldsOf(ended.mistakes) });
  }

  async function conflict(c: ConsoleContext, form: SentForm, id: string, words: AnnouncementWords) {
    const [current, choices] = await Promise.all([
      announcements.find(id),
      announcements.choices(c.var.shell.now()),
    ]);
    if (current === null) return notFoundPage(c);
    return conflictPage(c, {
      form,
      fields: [
        ...compared(current.words, words, choices, areas),
        { label: texts.file, theirs: current.file?.name ?? "", yours: fileTyped(form, current) },
      ],
      revision: current.revision,
      current: announcementPath(id),
    });
  }

  async function newPage(c: ConsoleContext, back?: Back) {
    return composePage(c, {
      ...(await surroundings(c, back?.words ?? NO_WORDS, { corrects: null, fileName: null })),
      title: texts.write,
      action: `${ANNOUNCEMENTS}/moi`,
      cancel: ANNOUNCEMENTS,
      revision: null,
      event: null,
      ...(back && withFileAgain(back)),
    });
  }

  async function editPage(c: ConsoleContext, record: AnnouncementRecord, back?: Back) {
    const { id, corrects, file, status } = record;
    const isHandedIn = status !== "draft" && status !== "returned";
    return composePage(c, {
      ...(await surroundings(c, back?.words ?? record.words, { corrects, fileName: file?.name ?? null })),
      title: corrects === null ? texts.editTitle : texts.correctionTitle,
      action: announcementPath(id, "sua"),
      cancel: announcementPath(id),
      revision: back?.form?.revision() ?? record.revision,
      event: record.event,
      ...(isHandedIn && { note: texts.editVoids }),
      ...(back && withFileAgain(back)),
    });
  }

  async function surroundings(
    c: ConsoleContext,
    words: AnnouncementWords,
    { corrects, fileName }: Pick<ComposeGiven, "corrects" | "fileName">,
  ) {
    const now = c.var.shell.now();
    const about = corrects?.id ?? null;
    const [choices, reach, previews] = await Promise.all([
      announcements.choices(now),
      announcements.reach({ audience: words.audience, corrects: about }, now),
      announcements.preview(words, about, namedFile(fileName)),
    ]);
    return { words, corrects, fileName, areas, choices, reach, previews };
  }
}

/** No browser fills in a file again. */
function withFileAgain(back: Back): Back {
  const file = back.form?.file("tep") ?? null;
  if (file === null) return back;
  return { ...back, mistakes: { tep: texts.fileAgain(file.name), ...back.mistakes } };
}

function fileTyped(form: SentForm, current: AnnouncementRecord): string {
  if (form.ticked("bo_tep")) return "";
  const file = form.file("tep");
  return file === null ? (current.file?.name ?? "") : texts.fileAfter(file.name);
}

/** Of a file that goes with it a preview shows the name alone. */
function namedFile(name: string | null): ReplyFile | null {
  return name === null ? null : { name, mediaType: "application/octet-stream", content: "" };
}

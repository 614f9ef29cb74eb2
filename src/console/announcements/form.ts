import { LARGEST_FILE, mistakesIn, tidied, type AnnouncementWords } from "../../announce/announcement.ts";
import type { AudienceFilter, ClassHistory } from "../../announce/audience.ts";
import { OCOP_STARS } from "../../registry/enterprise-profile.ts";
import { ENTERPRISE_KINDS, TOPICS, type EnterpriseKind, type Topic } from "../../registry/views.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { momentInWords, readMinute } from "../kit/when.ts";
import type { ConsoleContext } from "../visit.ts";
import { codesIn, type Areas } from "./areas.ts";
import type { AnnouncementDone, AudienceChoices, FileChange } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";
import { audienceInWords } from "./words.ts";

type Mistake = Extract<AnnouncementDone, { kind: "invalid" }>["mistakes"][number];

const LONGEST_NAME = 120;
const HISTORIES: readonly ClassHistory["kind"][] = ["registered", "attended", "never_attended"];

/** The field that is to be mended. */
const FIELDS: Readonly<Record<Mistake, string>> = {
  no_title: "tieu_de",
  title_too_long: "tieu_de",
  no_body: "noi_dung",
  body_too_long: "noi_dung",
  bad_link: "duong_dan",
  expires_before_it_leaves: "het_han",
  is_over: "het_han",
  file_too_large: "tep",
  event_gone: "su_kien",
};

const MAY_BE_MISSING: readonly Mistake[] = ["no_title", "no_body"];

/** A form, or an address. */
type Fields = Pick<SentForm, "text" | "texts">;

export interface Typed {
  words: AnnouncementWords;
  file: FileChange;
  mistakes: Mistakes;
}

/** What was filled in. A draft may lack something, what is submitted may not. */
export async function readAnnouncement(
  form: SentForm,
  areas: Areas,
  { now, purpose }: { now: Date; purpose: "draft" | "submit" },
): Promise<Typed> {
  const words = readWords(form, areas);
  const found = mistakesIn(words, now).filter((one) => purpose === "submit" || !MAY_BE_MISSING.includes(one));
  const chosen = form.file("tep");
  const isTooLarge = chosen !== null && chosen.size > LARGEST_FILE;
  return {
    words,
    file: isTooLarge ? "keep" : await readFile(form, chosen),
    mistakes: {
      ...fieldsOf(isTooLarge ? [...found, "file_too_large"] : found),
      ...momentMistakes(form, ["gui_luc", "het_han"]),
    },
  };
}

/** Mistakes by the fields that they are about. */
export function fieldsOf(mistakes: readonly Mistake[]): Mistakes {
  return Object.fromEntries(mistakes.map((one) => [FIELDS[one], texts.mistakes[one]]));
}

export function readWords(form: Fields, areas: Areas): AnnouncementWords {
  return tidied({
    title: form.text("tieu_de"),
    body: form.text("noi_dung"),
    eventId: form.text("su_kien") || null,
    link: form.text("duong_dan") || null,
    audience: readAudience(form, areas),
    scheduledAt: readMinute(form.text("gui_luc")),
    expiresAt: readMinute(form.text("het_han")),
  });
}

export function readAudience(form: Fields, areas: Areas): AudienceFilter {
  const kind = HISTORIES.find((one) => one === form.text("lich_su"));
  return {
    topics: form.texts("chu_de").filter((one): one is Topic => Object.hasOwn(TOPICS, one)),
    kinds: form.texts("loai").filter((one): one is EnterpriseKind => Object.hasOwn(ENTERPRISE_KINDS, one)),
    sectors: form.texts("nganh"),
    communeCodes: codesIn(areas, {
      provinces: form.texts("tinh"),
      districts: form.texts("huyen"),
      communes: form.texts("xa"),
    }),
    formerProvince: form.text("tinh_cu") || null,
    classes: kind === undefined ? null : { kind, eventIds: form.texts("lich_su_lop") },
    ocopStars: OCOP_STARS.find((stars) => String(stars) === form.text("ocop")) ?? null,
    associationIds: form.texts("hoi"),
  };
}

/** The same of an address, as the counts ask. */
export function fieldsIn(c: ConsoleContext): Fields {
  return {
    text: (name) => (c.req.query(name) ?? "").trim(),
    texts: (name) => c.req.queries(name) ?? [],
  };
}

/** The name of the file that would go with it: the script tells the name of what was just chosen. */
export function fileNameIn(form: SentForm): string | null {
  const name = form.text("tep_ten").slice(0, LONGEST_NAME);
  return form.ticked("bo_tep") || name === "" ? null : name;
}

async function readFile(form: SentForm, chosen: File | null): Promise<FileChange> {
  if (form.ticked("bo_tep")) return null;
  if (chosen === null) return "keep";
  return {
    name: chosen.name.normalize("NFC").slice(-LONGEST_NAME),
    mediaType: chosen.type || "application/octet-stream",
    content: Buffer.from(await chosen.arrayBuffer()).toString("base64"),
    encoding: "base64",
  };
}

function momentMistakes(form: SentForm, names: readonly string[]): Mistakes {
  const wrong = names.filter((name) => form.text(name) !== "" && readMinute(form.text(name)) === null);
  return Object.fromEntries(wrong.map((name) => [name, texts.momentWrong]));
}

/** What is stored beside what was typed. */
export function compared(
  theirs: AnnouncementWords,
  yours: AnnouncementWords,
  choices: AudienceChoices,
  areas: Areas,
) {
  const moment = (at: Date | null) => (at === null ? "" : momentInWords(at));
  const event = (id: string | null) => choices.events.find((one) => one.id === id)?.title ?? "";
  const field = (label: string, read: (words: AnnouncementWords) => string) => ({
    label,
    theirs: read(theirs),
    yours: read(yours),
  });
  return [
    field(texts.heading, ({ title }) => title),
    field(texts.body, ({ body }) => body),
    field(texts.event, ({ eventId }) => event(eventId)),
    field(texts.link, ({ link }) => link ?? ""),
    field(texts.leaves, ({ scheduledAt }) => moment(scheduledAt)),
    field(texts.expires, ({ expiresAt }) => moment(expiresAt)),
    field(texts.audience, ({ audience }) =>
      audienceInWords(audience, choices, areas)
        .map(([label, value]) => `${label}: ${value}`)
        .join("\n"),
    ),
  ];
}

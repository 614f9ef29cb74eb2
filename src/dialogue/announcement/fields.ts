import { LONGEST_BODY, LONGEST_TITLE } from "../../announce/announcement.ts";
import type { ClassHistory } from "../../announce/audience.ts";
import { TOPICS, type EventView, type Topic } from "../../registry/views.ts";
import { picked, plain, wordsOf } from "../choosing.ts";
import { findEvent, isOpen } from "../classes/events.ts";
import type { DialogueContext, Input } from "../dialogue.ts";
import { field, type Read } from "../form.ts";
import { announcementTexts as texts } from "./announcement-texts.ts";

/** A class as it was picked: it is still named when it is open no more. */
export type PickedClass = Pick<EventView, "id" | "keyword" | "title">;

export interface AnnouncementAnswers {
  title: string;
  body: string;
  event: PickedClass | null;
  whom: "everybody" | "topics" | "classes";
  topics: readonly Topic[];
  history: ClassHistory["kind"];
  /** null: any class */
  of: PickedClass | null;
}
type Answers = AnnouncementAnswers;

export interface WrittenWords {
  title?: string;
  body?: string;
}

/** Words in one message: a short first line is the title, what follows the body; one long paragraph is a body. */
export function readWords(text: string): { words: WrittenWords; mistake?: string } {
  const [first = "", ...lines] = tidy(text).split("\n");
  const rest = lines.join("\n").trim();
  const isTitle = first.length <= LONGEST_TITLE;
  const title = isTitle && first !== "" ? { title: first.trim() } : {};
  const body = isTitle ? rest : tidy(text);
  if (body === "") return { words: title };
  return body.length > LONGEST_BODY
    ? { words: title, mistake: texts.bodyTooLong(body.length, LONGEST_BODY) }
    : { words: { ...title, body } };
}

export const titleField = field<Answers, "title">({
  id: "title",
  label: texts.titleLabel,
  freeText: true,
  ask: () => ({ text: texts.askTitle(LONGEST_TITLE) }),
  read(input, { body: before }) {
    const text = tidy(wordsOf(input) ?? "");
    if (text === "") return { kind: "mistake", text: texts.onlyWords };
    // The whole text again would take the place of a body that stands already.
    const { words, mistake } = text.includes("\n") ? readWords(text) : { words: { title: text } };
    if (mistake !== undefined) return { kind: "mistake", text: mistake };
    const title = words.title ?? text;
    if (title.length > LONGEST_TITLE)
      return { kind: "mistake", text: texts.titleTooLong(title.length, LONGEST_TITLE) };
    const body = words.body ?? before;
    return { kind: "value", value: title, ...(body !== undefined && { fills: { body } }) };
  },
  show: ({ title }) => (title === undefined ? null : texts.line(texts.titleLabel, title)),
});

export const bodyField = field<Answers, "body">({
  id: "body",
  label: texts.bodyLabel,
  freeText: true,
  ask: () => ({ text: texts.askBody(LONGEST_BODY) }),
  read(input) {
    const body = tidy(wordsOf(input) ?? "");
    if (body === "") return { kind: "mistake", text: texts.onlyWords };
    return body.length > LONGEST_BODY
      ? { kind: "mistake", text: texts.bodyTooLong(body.length, LONGEST_BODY) }
      : { kind: "value", value: body };
  },
  show: ({ body }) => (body === undefined ? null : texts.line(texts.bodyLabel, body)),
});

/** What people may register for. */
export const eventField = field<Answers, "event">({
  id: "event",
  label: texts.eventLabel,
  freeText: true,
  ask(_answers, context) {
    const open = openIn(context);
    return {
      text: open.length === 0 ? texts.noOpenEvent : texts.askEvent,
      choices: [...classChoices(open), { label: texts.noEvent, value: NONE }],
    };
  },
  read: (input, _answers, context) =>
    readClass(input, openIn(context), { none: texts.noEvent, unknown: texts.eventUnknown }),
  show: ({ event }) =>
    event === undefined ? null : event === null ? texts.noEventLine : texts.eventLine(event.keyword),
});

const WHOM = [
  { label: texts.everybody, value: "everybody" },
  { label: texts.byTopics, value: "topics" },
  { label: texts.byClasses, value: "classes" },
] as const;

export const whomField = field<Answers, "whom">({
  id: "whom",
  label: texts.whomLabel,
  freeText: true,
  ask: () => ({ text: texts.askWhom, choices: WHOM }),
  read(input) {
    const value = picked(input, WHOM, {
      everybody: ["tat ca", "moi nguoi", "het"],
      topics: ["chu de", "theo chu de"],
      classes: ["lop", "theo lop", "lich su"],
    });
    return value === null ? { kind: "mistake", text: texts.chooseWhom } : { kind: "value", value };
  },
  show: (answers) => (answers.whom === undefined ? null : texts.audienceLine(audienceInWords(answers))),
});

const ALL_TOPICS = Object.keys(TOPICS) as Topic[];

export const topicsField = field<Answers, "topics">({
  id: "topics",
  label: texts.topicsLabel,
  freeText: true,
  list: true,
  skip: ({ whom }) => whom !== "topics",
  ask: ({ topics = [] }) => ({ text: texts.askTopics, choices: topicChoices(topics) }),
  read(input, { topics = [] }) {
    const value = picked(input, topicChoices(topics), { done: ["xong", "ok"] });
    if (value === null) return { kind: "mistake", text: texts.chooseTopics };
    if (value === "done")
      return topics.length === 0
        ? { kind: "mistake", text: texts.noTopic }
        : { kind: "value", value: topics };
    const chosen = ALL_TOPICS.filter((one) => topics.includes(one) !== (value === `topic:${one}`));
    return { kind: "more", value: chosen };
  },
});

function topicChoices(chosen: readonly Topic[]) {
  return [
    ...ALL_TOPICS.map((topic) => ({
      label: (chosen.includes(topic) ? texts.on : texts.off)(TOPICS[topic]),
      value: `topic:${topic}` as const,
    })),
    { label: texts.done, value: "done" } as const,
  ];
}

const HISTORIES = (Object.keys(texts.histories) as ClassHistory["kind"][]).map((value) => ({
  label: texts.histories[value],
  value,
}));

export const historyField = field<Answers, "history">({
  id: "history",
  label: texts.historyLabel,
  freeText: true,
  skip: ({ whom }) => whom !== "classes",
  ask: () => ({ text: texts.askHistory, choices: HISTORIES }),
  read(input) {
    const value = picked(input, HISTORIES, {
      registered: ["dang ky"],
      attended: ["du", "da du lop"],
      never_attended: ["chua du"],
    });
    return value === null ? { kind: "mistake", text: texts.chooseHistory } : { kind: "value", value };
  },
});

export const ofField = field<Answers, "of">({
  id: "of",
  label: texts.ofLabel,
  freeText: true,
  skip: ({ whom }) => whom !== "classes",
  ask: (_answers, { events }) => ({
    text: texts.askOf,
    choices: [{ label: texts.anyClass, value: NONE }, ...classChoices(events)],
  }),
  read: (input, _answers, { events }) =>
    readClass(input, events, { none: texts.anyClass, unknown: texts.classUnknown }),
});

/** Whom it is for, in words. */
export function audienceInWords({ whom, topics = [], history, of }: Partial<Answers>): string {
  if (whom === "topics") return texts.followers(topics.map((topic) => `“${TOPICS[topic]}”`).join(", "));
  if (whom !== "classes") return texts.everybody.toLowerCase();
  const did = history === undefined ? texts.historyLabel : texts.histories[history];
  return texts.learners(did, of ? texts.event(of.keyword, of.title) : texts.anyClass.toLowerCase());
}

const NONE = "none";
/** More buttons than these nobody reads; any other class can be typed. */
const MOST_CLASSES = 12;

function openIn({ events, now }: DialogueContext): readonly EventView[] {
  return events.filter((event) => isOpen(event, now));
}

function classChoices(events: readonly EventView[]) {
  return events
    .slice(0, MOST_CLASSES)
    .map(({ id, keyword, title }) => ({ label: texts.event(keyword, title), value: `of:${id}` }));
}

function readClass(
  input: Input,
  events: readonly EventView[],
  { none, unknown }: { none: string; unknown: string },
): Read<PickedClass | null> {
  const value = picked(input, [{ label: none, value: NONE }, ...classChoices(events)]);
  const typed = plain(wordsOf(input) ?? "");
  if (value === NONE || NO.has(typed)) return { kind: "value", value: null };
  const found =
    value === null ? findEvent(events, { keyword: typed }) : events.find(({ id }) => value === `of:${id}`);
  if (!found) return { kind: "mistake", text: unknown };
  const { id, keyword, title } = found;
  return { kind: "value", value: { id, keyword, title } };
}

const NO: ReadonlySet<string> = new Set(["khong", "ko", "khong co", "khong kem", "khong can", "bat ky"]);

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/gu, "\n").trim();
}

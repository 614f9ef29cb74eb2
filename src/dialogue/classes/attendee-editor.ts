import type { Choice, Reply } from "../../conversation/reply.ts";
import { picked, plain, wordsOf } from "../choosing.ts";
import type { Input } from "../dialogue.ts";
import type { Read } from "../form.ts";
import { looksLikeQuestion } from "../looks-like-question.ts";
import { readLine, readLines } from "./attendee-lines.ts";
import {
  hasProblems,
  rowInWords,
  rowOf,
  rowOfPerson,
  sizeProblem,
  tableLines,
  type AttendeeList,
  type Editing,
  type ListLimits,
  type Row,
} from "./attendee-list.ts";
import { attendeeTexts as texts } from "./attendee-texts.ts";

/** More rows than anybody sends in one message; what lies beyond is said not to be read. */
const MOST_ROWS = 200;
const LINE_CHOICES = 10;

const SAYINGS = {
  self: ["chi minh toi", "minh toi", "chi toi", "toi", "minh em", "chi minh em", "mot minh toi", "mot minh"],
  right: ["dung", "dung roi", "dung het roi", "ok", "oke", "chuan", "xong", "xong roi", "dung het a"],
  fix: ["sua", "sua dong"],
  remove: ["xoa", "xoa dong", "bo"],
  add: ["them", "them nguoi nua"],
} as const;

const START: AttendeeList = { rows: [], editing: { at: "entry" } };

/** The list as it stands, and what may be done with it. */
export function askList(given: AttendeeList | undefined, limits: ListLimits): Reply {
  const list = given ?? START;
  const { rows, editing } = list;
  const choices = choicesOf(list, limits);
  switch (editing.at) {
    case "entry":
      return { text: limits.self ? texts.ask : texts.askMore, choices };
    case "add":
      return { text: texts.askMore, choices };
    case "table":
      return { text: tableInWords(rows, limits), choices };
    case "fix_which":
      return { text: [texts.fixWhich, ...tableLines(rows)].join("\n"), choices };
    case "remove_which":
      return { text: [texts.removeWhich, ...tableLines(rows)].join("\n"), choices };
    case "fix": {
      const row = rows[editing.row];
      return { text: row ? texts.fixing(editing.row + 1, rowInWords(row)) : texts.fixWhich, choices };
    }
  }
}

/** What an input does to the list; "value" once the person says that it is right. */
export function readList(
  given: AttendeeList | undefined,
  input: Input,
  limits: ListLimits,
): Read<AttendeeList> {
  const list = given ?? START;
  const choice = picked(
    input,
    choicesOf(list, limits),
    SAYINGS as Partial<Record<string, readonly string[]>>,
  );
  if (choice !== null) return follow(choice, list, limits);
  const words = wordsOf(input)?.trim() ?? "";
  const order = readOrder(words, list);
  if (order !== null) return order;
  switch (list.editing.at) {
    case "entry":
      return readCount(words, limits) ?? addLines(words, list);
    case "add":
      return addLines(words, list);
    case "fix":
      return fixLine(list.editing.row, words, list);
    case "fix_which":
    case "remove_which":
      return readWhich(words, list);
    case "table":
      return looksLikePeople(words)
        ? addLines(words, list)
        : { kind: "mistake", text: texts.notForTable, unfit: true };
  }
}

/** One step back inside the list; null where it has just begun or stands as a table. */
export function backInList(list: AttendeeList | undefined): AttendeeList | null {
  if (!list || list.editing.at === "entry" || list.editing.at === "table") return null;
  return { ...list, editing: { at: list.rows.length > 0 ? "table" : "entry" } };
}

function choicesOf({ rows, editing }: AttendeeList, limits: ListLimits): Choice[] {
  const toTable: Choice[] = rows.length > 0 ? [{ label: texts.backToTable, value: "table" }] : [];
  switch (editing.at) {
    case "entry":
      return limits.self
        ? [
            { label: texts.onlyMe, value: "self" },
            { label: texts.meAndOthers, value: "self_and" },
          ]
        : [];
    case "add":
    case "fix":
      return toTable;
    case "fix_which":
    case "remove_which":
      return [
        ...rows.slice(0, LINE_CHOICES).map((_row, index) => ({
          label: texts.line(index + 1),
          value: `line:${index}`,
        })),
        ...toTable,
      ];
    case "table": {
      const isFine = rows.length > 0 && !hasProblems(rows) && sizeProblem(rows.length, limits) === null;
      const hasWrongPhones = rows.some(({ wrongPhone }) => wrongPhone !== null);
      return [
        ...(isFine ? [{ label: texts.allRight, value: "right" }] : []),
        ...(hasWrongPhones ? [{ label: texts.dropPhones, value: "drop_phones" }] : []),
        ...(rows.length > 0
          ? [
              { label: texts.fix, value: "fix" },
              { label: texts.remove, value: "remove" },
            ]
          : []),
        { label: texts.add, value: "add" },
      ];
    }
  }
}

function tableInWords(rows: readonly Row[], limits: ListLimits): string {
  if (rows.length === 0) return texts.nobody;
  const size = sizeProblem(rows.length, limits);
  const what = hasProblems(rows) ? texts.howToFix : texts.isItRight;
  return [texts.understood(rows.length), ...tableLines(rows), size ?? what].join("\n");
}

function follow(choice: string, list: AttendeeList, limits: ListLimits): Read<AttendeeList> {
  const { rows } = list;
  const me = limits.self ? [rowOfPerson(limits.self)] : [];
  switch (choice) {
    case "self":
      return { kind: "value", value: { rows: me, editing: { at: "table" } } };
    case "self_and":
      return edit({ rows: me, editing: { at: "add" } });
    case "right":
      return { kind: "value", value: { rows, editing: { at: "table" } } };
    case "drop_phones":
      return edit(table(rows.map((row) => ({ ...row, wrongPhone: null }))));
    case "fix":
      return edit({ rows, editing: rows.length === 1 ? { at: "fix", row: 0 } : { at: "fix_which" } });
    case "remove":
      return edit({ rows, editing: { at: "remove_which" } });
    case "add":
      return edit({ rows, editing: { at: "add" } });
    case "table":
      return edit(table(rows));
    default: {
      const index = Number.parseInt(choice.replace("line:", ""), 10);
      return list.editing.at === "remove_which" ? removeLines([index], list) : fixNext(index, list);
    }
  }
}

/** "sửa 2: …", "xóa 2, 5", "thêm: …", whatever screen is shown; null for other words. */
function readOrder(words: string, list: AttendeeList): Read<AttendeeList> | null {
  const fix = /^s[uử]a\s+(?:d[oò]ng\s+)?(\d{1,4})(?!\d)\s*[:.,\-–]*\s*([\s\S]*)$/iu.exec(
    words.normalize("NFC"),
  );
  if (fix) {
    const index = Number(fix[1]) - 1;
    const rest = fix[2]?.trim() ?? "";
    return rest === "" ? fixNext(index, list) : fixLine(index, rest, list);
  }
  const remove = /^(?:x[oóò][aáà]|b[oỏ])\s+(?:d[oò]ng\s+)?(\d[\d\s,;\-–và]*)$/iu.exec(words.normalize("NFC"));
  if (remove) return removeLines(numbersIn(remove[1] ?? ""), list);
  const add = /^th[eê]m\s*:\s*([\s\S]+)$/iu.exec(words.normalize("NFC"));
  return add ? addLines(add[1] ?? "", list) : null;
}

/** "2, 5" and "51-60" as indexes. */
function numbersIn(words: string): number[] {
  return [...words.matchAll(/(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?/gu)].flatMap(([, from, to]) => {
    const first = Number(from) - 1;
    const last = Math.min(to === undefined ? first : Number(to) - 1, first + MOST_ROWS);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_none, step) => first + step);
  });
}

function readWhich(words: string, list: AttendeeList): Read<AttendeeList> {
  const indexes = /^\D{0,6}[\d\s,;\-–]+$/u.test(words) ? numbersIn(words) : [];
  const [first] = indexes;
  if (first === undefined) return { kind: "mistake", text: texts.whichLine(list.rows.length), unfit: true };
  return list.editing.at === "remove_which" ? removeLines(indexes, list) : fixNext(first, list);
}

/** How many people, where names were expected: said in words what is needed instead; null for names. */
function readCount(words: string, { most }: ListLimits): Read<AttendeeList> | null {
  const typed = plain(words).replace(/(?<=\d) (?=\d)/g, "");
  const number =
    /^(?:tong cong |khoang |co |dang ky )?(\d{1,7})(?: (?:nguoi|suat|cho|hoc vien|anh em))?$/.exec(typed);
  if (!number) return null;
  const count = Number(number[1]);
  if (count === 0) return { kind: "mistake", text: texts.nobodyComes };
  if (count > most)
    return { kind: "mistake", text: texts.tooManyNumber(count.toLocaleString("vi-VN"), most) };
  return { kind: "mistake", text: texts.namesPlease(count) };
}

function addLines(words: string, list: AttendeeList): Read<AttendeeList> {
  const added = readLines(words).map(rowOf);
  if (added.length === 0) return { kind: "mistake", text: texts.askMore };
  const rows = [...list.rows, ...added];
  if (rows.length <= MOST_ROWS) return edit(table(rows));
  return edit(table(rows.slice(0, MOST_ROWS)), texts.cutOff(MOST_ROWS));
}

function fixNext(index: number, list: AttendeeList): Read<AttendeeList> {
  if (!list.rows[index]) return noSuchLine(index, list);
  return edit({ rows: list.rows, editing: { at: "fix", row: index } });
}

/** What was left out of the new line stays: a correction is often a name or a number alone. */
function fixLine(index: number, words: string, list: AttendeeList): Read<AttendeeList> {
  const before = list.rows[index];
  if (!before) return noSuchLine(index, list);
  const typed = rowOf(readLine(words));
  const hasPhone = typed.phone !== null || typed.wrongPhone !== null;
  const after: Row = {
    name: typed.name === "" ? before.name : typed.name,
    phone: hasPhone ? typed.phone : before.phone,
    wrongPhone: hasPhone ? typed.wrongPhone : before.wrongPhone,
    position: typed.position ?? before.position,
  };
  const rows = list.rows.map((row, at) => (at === index ? after : row));
  return edit(table(rows), texts.fixed(index + 1));
}

function removeLines(indexes: readonly number[], list: AttendeeList): Read<AttendeeList> {
  const missing = indexes.find((index) => !list.rows[index]);
  if (missing !== undefined || indexes.length === 0) return noSuchLine(missing ?? -1, list);
  const gone = new Set(indexes);
  const rows = list.rows.filter((_row, index) => !gone.has(index));
  const editing: Editing = { at: rows.length > 0 ? "table" : "entry" };
  return edit({ rows, editing }, texts.removed([...gone].map((index) => index + 1)));
}

function noSuchLine(index: number, { rows }: AttendeeList): Read<AttendeeList> {
  return { kind: "mistake", text: texts.noSuchLine(index + 1, rows.length) };
}

/** A phone, several lines or separated words: somebody is added without being asked to. */
function looksLikePeople(words: string): boolean {
  return !looksLikeQuestion(words) && (words.includes("\n") || /[,;\t|]/.test(words) || /\d{9,}/.test(words));
}

function table(rows: readonly Row[]): AttendeeList {
  return { rows, editing: { at: "table" } };
}

function edit(value: AttendeeList, note?: string): Read<AttendeeList> {
  return note === undefined ? { kind: "more", value } : { kind: "more", value, note };
}

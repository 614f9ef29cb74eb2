import type { NewAttendee } from "../../registry/commands.ts";
import { readPersonName } from "../../registry/names.ts";
import { readPhone } from "../../registry/phone.ts";
import type { PersonDetails } from "../../registry/views.ts";
import { plain } from "../choosing.ts";
import type { LineParts } from "./attendee-lines.ts";
import { attendeeTexts as texts } from "./attendee-texts.ts";

/** One person of the list as it was understood. */
export interface Row {
  name: string;
  phone: string | null;
  /** a number that is none, as it was typed */
  wrongPhone: string | null;
  position: string | null;
  /** the person who writes: follows when their name or number is corrected */
  isSelf?: true;
}

/** What is being done to the list. */
export type Editing =
  | { at: "entry" }
  | { at: "table" }
  | { at: "fix_which" }
  | { at: "remove_which" }
  | { at: "add" }
  | { at: "fix"; row: number };

export interface AttendeeList {
  rows: readonly Row[];
  editing: Editing;
}

/** What holds for a list at its event. */
export interface ListLimits {
  /** people one message may register */
  most: number;
  cap: number | null;
  /** people of this enterprise who are registered already */
  already: number;
  /** who writes, for "Chỉ mình tôi"; null where others are added to what is there */
  self: PersonDetails | null;
}

export const MOST_AT_ONCE = 50;
const LONGEST_POSITION = 100;

export function rowOf({ name, phone, position }: LineParts): Row {
  const read = readPhone(phone);
  return {
    name,
    phone: read.kind === "phone" ? read.phone : null,
    wrongPhone: phone !== "" && read.kind === "mistake" ? phone : null,
    position: position === "" ? null : position.slice(0, LONGEST_POSITION),
  };
}

export function rowOfPerson({ name, phone }: PersonDetails): Row {
  return { name, phone, wrongPhone: null, position: null, isSelf: true };
}

/** The list with the writer's own row as the writer is known now. */
export function withSelf(list: AttendeeList, self: PersonDetails | null): AttendeeList {
  if (!self) return list;
  return { ...list, rows: list.rows.map((row) => (row.isSelf ? { ...row, ...self } : row)) };
}

/** What has to be mended in a row before it can be sent, in words; empty when it is fine. */
export function problemsOf(row: Row, index: number, rows: readonly Row[]): string[] {
  const problems: string[] = [];
  if (row.name === "") problems.push(texts.noName);
  else {
    const name = readPersonName(row.name);
    if (name.kind === "mistake") problems.push(name.text);
  }
  if (row.wrongPhone !== null) {
    const phone = readPhone(row.wrongPhone);
    if (phone.kind === "mistake") problems.push(phone.text);
  }
  const twin = rows.findIndex((other) => sameRow(other, row));
  if (row.name !== "" && twin < index) problems.push(texts.sameAs(twin + 1));
  return problems;
}

export function hasProblems(rows: readonly Row[]): boolean {
  return rows.some((row, index) => problemsOf(row, index, rows).length > 0);
}

/** A sentence about a list that is too long for one message or for the event's cap; null when it fits. */
export function sizeProblem(count: number, { most, cap, already }: ListLimits): string | null {
  if (cap !== null && count + already > cap) return texts.overCap(count, cap, already);
  return count > most ? texts.tooMany(count, most) : null;
}

/** "Nguyễn Văn A · 0905123456 · trưởng phòng" */
export function rowInWords({ name, phone, wrongPhone, position }: Row): string {
  return [name, phone ?? wrongPhone ?? texts.noPhone, position]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

export function tableLines(rows: readonly Row[]): string[] {
  return rows.flatMap((row, index) => {
    const problems = problemsOf(row, index, rows);
    const line = `${index + 1}. ${rowInWords(row)}`;
    return problems.length === 0 ? [line] : [line, `   ⚠ ${problems.join(" ")}`];
  });
}

export function attendeesOf({ rows }: AttendeeList): NewAttendee[] {
  return rows.map(({ name, phone, position }) => {
    const read = readPersonName(name);
    return { name: read.kind === "name" ? read.name : name, phone, position };
  });
}

function sameRow(a: Row, b: Row): boolean {
  return plain(a.name) === plain(b.name) && (a.phone ?? a.wrongPhone) === (b.phone ?? b.wrongPhone);
}

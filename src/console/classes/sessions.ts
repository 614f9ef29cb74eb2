import type { SessionView } from "../../registry/views.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { isoDay, isoMinute, readMinute } from "../kit/when.ts";
import { classTexts as texts } from "./texts.ts";

const MOST = 20;
/** Empty lines for what comes. */
const SPARE = 2;

/** One line of the schedule, as its fields have it. */
export interface SessionLine {
  day: string;
  from: string;
  to: string;
  place: string;
}

export function sessionField(part: keyof SessionLine, at: number): string {
  const names = { day: "ngay", from: "tu", to: "den", place: "noi" } as const;
  return `buoi_${at}_${names[part]}`;
}

export function linesOf(sessions: readonly SessionView[]): readonly SessionLine[] {
  return sessions.map(({ startsAt, endsAt, place }) => ({
    day: isoDay(startsAt),
    from: isoMinute(startsAt).slice(11),
    to: isoMinute(endsAt).slice(11),
    place,
  }));
}

/** With empty ones after them, so that sessions can be added without a script. */
export function withSpare(lines: readonly SessionLine[], place = ""): readonly SessionLine[] {
  const spare = { day: "", from: "", to: "", place: "" };
  const first = lines.length === 0 ? [{ ...spare, place }] : [];
  const added = Array.from({ length: SPARE }, () => spare);
  return [...lines, ...first, ...added].slice(0, MOST);
}

/** As typed, so that a form that comes back keeps it. */
export function typedLines(form: SentForm): readonly SessionLine[] {
  const lines = Array.from({ length: MOST }, (_, at) => ({
    day: form.text(sessionField("day", at + 1)),
    from: form.text(sessionField("from", at + 1)),
    to: form.text(sessionField("to", at + 1)),
    place: form.text(sessionField("place", at + 1)),
  }));
  const last = lines.findLastIndex((line) => Object.values(line).some((value) => value !== ""));
  return lines.slice(0, Math.max(last + 1, 1));
}

/** Lines without a day and times are left out; a place alone says nothing. */
export function readSessions(form: SentForm): { sessions: readonly SessionView[]; mistakes: Mistakes } {
  const mistakes: Record<string, string> = {};
  const sessions: SessionView[] = [];
  for (const [index, { day, from, to, place }] of typedLines(form).entries()) {
    if (day === "" && from === "" && to === "") continue;
    const field = sessionField("day", index + 1);
    const startsAt = readMinute(`${day}T${from}`);
    const endsAt = readMinute(`${day}T${to}`);
    if (!startsAt || !endsAt || place === "") mistakes[field] = texts.sessionMissing;
    else if (endsAt <= startsAt) mistakes[field] = texts.sessionOrder;
    else sessions.push({ startsAt, endsAt, place });
  }
  return { sessions: sessions.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()), mistakes };
}

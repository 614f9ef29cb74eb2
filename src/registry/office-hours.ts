import type { WorkingCalendar } from "./working-calendar.ts";

/** What the calendar is made of; days as "2026-11-24", times of day in minutes after midnight. */
export interface OfficeHours {
  /** 0 is Sunday */
  weekdays: readonly number[];
  /** in order, not overlapping */
  shifts: readonly { from: number; to: number }[];
  daysOff: ReadonlySet<string>;
  /** days worked although they are no weekdays, or off otherwise */
  daysWorked: ReadonlySet<string>;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Việt Nam has one zone and no summer time. */
const AHEAD_MINUTES = 7 * 60;
/** No office is shut for longer; a calendar without a working day is refused when it is read. */
const LONGEST_SEARCH_DAYS = 400;

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/** Working time in Asia/Ho_Chi_Minh. */
export function createWorkingCalendar(hours: OfficeHours): WorkingCalendar {
  return {
    hoursInWords: inWords(hours),
    isWorkingTime(at) {
      const { day, minute } = localTime(at);
      return isWorkingDay(day, hours) && hours.shifts.some(({ from, to }) => minute >= from && minute < to);
    },
    nextWorkingTime(at) {
      const { day, minute } = localTime(at);
      for (let later = 0; later < LONGEST_SEARCH_DAYS; later += 1) {
        if (!isWorkingDay(day + later, hours)) continue;
        const after = later === 0 ? minute : 0;
        const shift = hours.shifts.find(({ to }) => to > after);
        if (!shift) continue;
        return later === 0 && minute >= shift.from ? at : instant(day + later, shift.from);
      }
      return at;
    },
    addWorkingDays(at, days) {
      let { day } = localTime(at);
      for (let left = days, tried = 0; left > 0 && tried < LONGEST_SEARCH_DAYS + days * 7; tried += 1) {
        day += 1;
        if (isWorkingDay(day, hours)) left -= 1;
      }
      return instant(day, hours.shifts.at(-1)?.to ?? DAY_MINUTES);
    },
  };
}

/** Days since 1970-01-01 and minutes of that day, on the clock there. */
function localTime(at: Date): { day: number; minute: number } {
  const minutes = Math.floor(at.getTime() / MINUTE_MS) + AHEAD_MINUTES;
  const day = Math.floor(minutes / DAY_MINUTES);
  return { day, minute: minutes - day * DAY_MINUTES };
}

function instant(day: number, minute: number): Date {
  return new Date((day * DAY_MINUTES + minute - AHEAD_MINUTES) * MINUTE_MS);
}

function isWorkingDay(day: number, { weekdays, daysOff, daysWorked }: OfficeHours): boolean {
  const date = new Date(day * DAY_MINUTES * MINUTE_MS);
  const written = date.toISOString().slice(0, 10);
  if (daysWorked.has(written)) return true;
  return weekdays.includes(date.getUTCDay()) && !daysOff.has(written);
}

/** "7h–11h30, 13h30–17h, thứ Hai đến thứ Sáu" */
function inWords({ shifts, weekdays }: OfficeHours): string {
  const times = shifts.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(", ");
  return `${times}, ${daysInWords(weekdays)}`;
}

function clock(minute: number): string {
  const rest = minute % 60;
  return `${Math.floor(minute / 60)}h${rest === 0 ? "" : String(rest).padStart(2, "0")}`;
}

/** Sunday ends the week here. */
function daysInWords(weekdays: readonly number[]): string {
  const week = [...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  const names = week.map((day) => WEEKDAYS[day] ?? "");
  const isRun = week.every(
    (day, index) => index === 0 || (day + 6) % 7 === (((week[index - 1] ?? 0) + 6) % 7) + 1,
  );
  return isRun && names.length > 2 ? `${names[0] ?? ""} đến ${names.at(-1) ?? ""}` : names.join(", ");
}

import type { WorkingCalendar } from "../registry/working-calendar.ts";
import { beforeQuiet } from "./quiet-hours.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Việt Nam has one zone and no summer time. */
const AHEAD_MS = 7 * HOUR_MS;
/** People are reminded of a class from eight in the morning of the day before. */
const CLASS_FROM_MS = 8 * HOUR_MS;
/** Of an offered seat so long before it goes to the next; an assumption, as the time to answer is. */
const OFFER_BEFORE_MS = 4 * HOUR_MS;
/** And so long before the night, where that falls into it: time to read it and to answer. */
const BEFORE_NIGHT_MS = 2 * HOUR_MS;
/** Of the fee from nine on, two working weeks before its last day: time for a payment order. An assumption. */
const FEE_WORKING_DAYS = 10;
const FEE_FROM_MS = 9 * HOUR_MS;

export function classReminderDue(startsAt: Date): Date {
  const midnight = Math.floor((startsAt.getTime() + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS;
  return new Date(midnight - DAY_MS + CLASS_FROM_MS);
}

/** At the earliest; whoever is offered a seat later has just read of it. */
export function offerReminderDue(until: Date): Date {
  const due = new Date(until.getTime() - OFFER_BEFORE_MS);
  const evening = beforeQuiet(due);
  return evening < due ? new Date(evening.getTime() - BEFORE_NIGHT_MS) : due;
}

/** When the fee of the year is due, from when people are reminded, and until when. */
export interface FeeSeason {
  year: number;
  from: Date;
  lastDay: Date;
  end: Date;
}

/** Of the year that `at` falls into: until 30/6 (Thông tư 232/2016/TT-BTC Điều 4 khoản 6). */
export function feeSeason(at: Date, calendar: WorkingCalendar): FeeSeason {
  const year = new Date(at.getTime() + AHEAD_MS).getUTCFullYear();
  const end = new Date(Date.UTC(year, 6, 1) - AHEAD_MS);
  const lastDay = new Date(end.getTime() - DAY_MS);
  let day = lastDay;
  for (let left = FEE_WORKING_DAYS; left > 0;) {
    day = new Date(day.getTime() - DAY_MS);
    if (calendar.isWorkingTime(new Date(day.getTime() + FEE_FROM_MS))) left--;
  }
  return { year, from: new Date(day.getTime() + FEE_FROM_MS), lastDay, end };
}

import type { WorkingCalendar } from "./working-calendar.ts";

/** Periods an installation may set. */
export interface RegistrySettings {
  /** working days until a request should be answered. An assumption: no rule names a number */
  requestDays: number;
  /** hours an offered seat is kept. An assumption as well */
  offerHours: number;
  /** minutes of silence after which staff give a conversation back */
  holdMinutes: number;
  /** days after which a finished request can no longer be reopened */
  reopenDays: number;
}

export const DEFAULT_SETTINGS: RegistrySettings = {
  requestDays: 5,
  offerHours: 24,
  holdMinutes: 30,
  reopenDays: 30,
};

export type DataRequestKind = "withdraw" | "restrict" | "view" | "correct" | "provide" | "erase";

/** Decree 356/2025/NĐ-CP Điều 5: an answer within 2 working days (k.1), then so many days to do it (k.2–k.4). */
const ANSWER_WORKING_DAYS = 2;
const DAYS: Readonly<Record<DataRequestKind, number>> = {
  withdraw: 15,
  restrict: 15,
  view: 10,
  correct: 10,
  provide: 10,
  erase: 20,
};

const DAY_MS = 86_400_000;

/**
 * When a request about one's own data must be answered and done. Whether the second period counts working or calendar
 * days is not settled; calendar days are the stricter reading.
 */
export function dataRequestDeadlines(
  kind: DataRequestKind,
  receivedAt: Date,
  calendar: WorkingCalendar,
): { answerDue: Date; dueAt: Date } {
  return {
    answerDue: calendar.addWorkingDays(receivedAt, ANSWER_WORKING_DAYS),
    dueAt: new Date(receivedAt.getTime() + DAYS[kind] * DAY_MS),
  };
}

export function requestDue(receivedAt: Date, calendar: WorkingCalendar, settings: RegistrySettings): Date {
  return calendar.addWorkingDays(receivedAt, settings.requestDays);
}

/**
 * Until when an offered seat is kept: the clock starts when the office opens, so that an offer made at night is not
 * gone by noon; at most until the event begins.
 */
export function offerExpiry(
  offeredAt: Date,
  eventStartsAt: Date | null,
  calendar: WorkingCalendar,
  settings: RegistrySettings,
): Date {
  const from = calendar.nextWorkingTime(offeredAt);
  const until = new Date(from.getTime() + settings.offerHours * 3_600_000);
  return eventStartsAt !== null && eventStartsAt < until ? eventStartsAt : until;
}

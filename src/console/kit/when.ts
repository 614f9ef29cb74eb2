const ZONE = "Asia/Ho_Chi_Minh";

const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, dateStyle: "short" });
const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "27/11/2026" in Asia/Ho_Chi_Minh */
export function dayInWords(at: Date): string {
  return PARTS.format(at).slice(0, 10);
}

/** "27/11/2026 08:05" in Asia/Ho_Chi_Minh */
export function momentInWords(at: Date): string {
  return PARTS.format(at).replace(",", "");
}

/** "2026-11-27", the day in Asia/Ho_Chi_Minh, as date fields have it */
export function isoDay(at: Date): string {
  return DAY.format(at);
}

/** "2026-11-27T08:05" there, as fields for day and time have it */
export function isoMinute(at: Date): string {
  return `${isoDay(at)}T${momentInWords(at).slice(-5)}`;
}

/** Việt Nam has one zone and no summer time. */
const OFFSET = "+07:00";

/** What a date field says: the first moment of that day there. Null where it is no day. */
export function readDay(value: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const at = new Date(`${value}T00:00:00${OFFSET}`);
  return !Number.isNaN(at.getTime()) && isoDay(at) === value ? at : null;
}

/** What a field for day and time says. Null where it is none. */
export function readMinute(value: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return null;
  const at = new Date(`${value}:00${OFFSET}`);
  return !Number.isNaN(at.getTime()) && isoMinute(at) === value ? at : null;
}

const DAY_MS = 86_400_000;

/** From the first moment of a day there to the first of the next. */
export function spanOfDay(day: string): { from: Date; until: Date } | null {
  const from = readDay(day);
  return from && { from, until: new Date(from.getTime() + DAY_MS) };
}

/** From the first moment of a span of days to the first after it, as a query of the database has it. */
export function momentsOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): {
  gte: Date;
  lt: Date;
} {
  const [first, last] = [spanOfDay(startsOn), spanOfDay(endsOn)];
  if (first === null || last === null) throw new Error(`no days: ${startsOn}, ${endsOn}`);
  return { gte: first.from, lt: last.until };
}

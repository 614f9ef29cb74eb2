import type { WorkingCalendar } from "../registry/working-calendar.ts";

/** Nobody looks further: from here on it is "more than". */
const MOST_DAYS = 60;

/** In how many working days `until` is reached, counted from the day of `from`; 0 on the same day, at most MOST_DAYS. */
function workingDays(from: Date, until: Date, calendar: WorkingCalendar): number {
  let days = 0;
  while (days < MOST_DAYS && calendar.addWorkingDays(from, days + 1) <= until) days += 1;
  return days;
}

const words = {
  today: "Hạn trong hôm nay",
  left: (days: number) => `Còn ${counted(days)} ngày làm việc`,
  justLate: "Vừa quá hạn",
  late: (days: number) => `Quá hạn ${counted(days)} ngày làm việc`,
};

function counted(days: number): string {
  return days === MOST_DAYS ? `hơn ${days}` : String(days);
}

/** "Còn 3 ngày làm việc", "Quá hạn 2 ngày làm việc" */
export function dueInWords(dueAt: Date, now: Date, calendar: WorkingCalendar): string {
  if (dueAt < now) {
    const late = workingDays(dueAt, now, calendar);
    return late === 0 ? words.justLate : words.late(late);
  }
  const left = workingDays(now, dueAt, calendar);
  return left === 0 ? words.today : words.left(left);
}

/** Days of Asia/Ho_Chi_Minh, "2026-01-01", both included. */
export interface Period {
  startsOn: string;
  endsOn: string;
}

export function yearPeriod(year: number): Period {
  return { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
}

export function holds({ startsOn, endsOn }: Period, day: string | null): boolean {
  return day !== null && startsOn <= day && day <= endsOn;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The same days a year earlier; 29 February becomes the 28th. */
export function yearBefore({ startsOn, endsOn }: Period): Period {
  return { startsOn: earlier(startsOn), endsOn: earlier(endsOn) };
}

function earlier(day: string): string {
  const rest = day.slice(4) === "-02-29" ? "-02-28" : day.slice(4);
  return `${yearOf(day) - 1}${rest}`;
}

/** The whole year a period is, null where it is another span. */
export function wholeYear({ startsOn, endsOn }: Period): number | null {
  const year = yearOf(startsOn);
  return startsOn === `${year}-01-01` && endsOn === `${year}-12-31` ? year : null;
}

/** "năm 2026", "từ 01/01/2026 đến 30/06/2026" */
export function periodInWords(period: Period): string {
  const year = wholeYear(period);
  return year === null ? `từ ${dayInWords(period.startsOn)} đến ${dayInWords(period.endsOn)}` : `năm ${year}`;
}

/** "2026-11-27" → "27/11/2026" */
export function dayInWords(day: string): string {
  return day.split("-").reverse().join("/");
}

/**
 * The day a thing of a year counts on: the first of its days that lies in that year, else the last day of the year – so
 * a whole year always counts what was entered for it.
 */
export function countedOn(year: number, days: readonly (string | null)[]): string {
  return days.find((day) => day !== null && yearOf(day) === year) ?? `${year}-12-31`;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Việt Nam has one zone and no summer time. */
const AHEAD_MS = 7 * HOUR_MS;

/** Until the clock in Việt Nam next shows `hour`. */
export function untilHour(hour: number, now: Date): number {
  const sinceMidnight = (now.getTime() + AHEAD_MS) % DAY_MS;
  const wait = hour * HOUR_MS - sinceMidnight;
  return wait > 0 ? wait : wait + DAY_MS;
}

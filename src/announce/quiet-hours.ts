const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Việt Nam has one zone and no summer time. */
const AHEAD_MS = 7 * HOUR_MS;
const FROM_HOUR = 22;
const UNTIL_HOUR = 6;

/** Whether nobody is told anything unasked: from 22:00 to 6:00 on the clock of Asia/Ho_Chi_Minh. */
export function isQuiet(at: Date): boolean {
  const hour = Math.floor(((at.getTime() + AHEAD_MS) % DAY_MS) / HOUR_MS);
  return hour >= FROM_HOUR || hour < UNTIL_HOUR;
}

/** The moment itself, or the end of the quiet hours that it falls into. */
export function afterQuiet(at: Date): Date {
  if (!isQuiet(at)) return at;
  const there = at.getTime() + AHEAD_MS;
  const midnight = Math.floor(there / DAY_MS) * DAY_MS;
  const today = midnight + UNTIL_HOUR * HOUR_MS;
  return new Date((today > there ? today : today + DAY_MS) - AHEAD_MS);
}

/** The moment itself, or the beginning of the quiet hours that it falls into. */
export function beforeQuiet(at: Date): Date {
  if (!isQuiet(at)) return at;
  const there = at.getTime() + AHEAD_MS;
  const midnight = Math.floor(there / DAY_MS) * DAY_MS;
  const today = midnight + FROM_HOUR * HOUR_MS;
  return new Date((today <= there ? today : today - DAY_MS) - AHEAD_MS);
}

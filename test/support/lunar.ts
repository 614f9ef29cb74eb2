/**
 * Day of the Vietnamese lunar calendar in the solar one, by the astronomical rules: a month begins on the day of the new
 * moon in UTC+7, the eleventh holds the winter solstice, and a year of thirteen months repeats the first one without a
 * major solar term. New moons and the sun's longitude after Meeus, Astronomical Algorithms (1998).
 */
export function solarOf(day: number, month: number, year: number): string {
  const start = monthHolding11(year - 1);
  const months = Math.round((monthHolding11(year) - start) / 29.53);
  let index = month >= 11 ? month - 11 : month + 1;
  if (months === 13 && index >= leapIndex(start)) index += 1;
  return isoDay(newMoonDay(moonNumber(start) + index) + day - 1);
}

const ZONE_DAYS = 7 / 24;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

function isoDay(julianDay: number): string {
  return new Date((julianDay - 2_440_588) * 86_400_000).toISOString().slice(0, 10);
}

function julianDayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 2_440_588;
}

/** The day, there, on which new moon number `k` (counted from January 1900) falls. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const sun = rad(359.2242 + 29.10535608 * k - 0.0000333 * t * t);
  const moon = rad(306.0253 + 385.81691806 * k + 0.0107306 * t * t);
  const node = rad(21.2964 + 390.67050646 * k - 0.0016528 * t * t);
  const mean =
    2415020.75933 + 29.53058868 * k + 0.0001178 * t * t + 0.00033 * Math.sin(rad(166.56 + 132.87 * t));
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.001 * Math.sin(2 * node - moon);
  // Dynamical time is ahead of the clock: a little over a minute in our days.
  const ahead = -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + correction - ahead + 0.5 + ZONE_DAYS);
}

function moonNumber(julianDay: number): number {
  return Math.round((julianDay - 2415021.076998695) / 29.530588853);
}

/** Which twelfth of its way the sun is in when the day begins there. */
function solarTerm(julianDay: number): number {
  const t = (julianDay - 0.5 - ZONE_DAYS - 2451545) / 36525;
  const anomaly = rad(357.5291 + 35999.0503 * t - 0.0001559 * t * t);
  const longitude =
    280.46645 +
    36000.76983 * t +
    (1.9146 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** First day of the lunar month that holds the winter solstice of a year. */
function monthHolding11(year: number): number {
  const k = moonNumber(julianDayOf(year, 12, 31));
  const day = newMoonDay(k);
  return day > julianDayOf(year, 12, 31) || solarTerm(day) >= 9 ? newMoonDay(k - 1) : day;
}

/** Which month after the eleventh is the leap one: no major term falls into it. */
function leapIndex(start: number): number {
  const k = moonNumber(start);
  for (let at = 1; at < 13; at += 1) {
    if (solarTerm(newMoonDay(k + at)) === solarTerm(newMoonDay(k + at + 1))) return at;
  }
  return 13;
}

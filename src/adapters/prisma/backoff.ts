/** Doubles from one second to a limit; `attempts` made so far, from one. */
export function backoffMs(attempts: number, limitMs: number): number {
  return Math.min(1_000 * 2 ** (attempts - 1), limitMs);
}

/** How many tries it takes until the waits between them add up to `ms`. */
export function triesWithin(ms: number, limitMs: number): number {
  let tries = 1;
  for (let waited = 0; waited < ms; tries++) waited += backoffMs(tries, limitMs);
  return tries;
}

export function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

/** What went wrong, short enough to be kept beside each row. */
export function shortened(why: string): string {
  return why.slice(0, 500);
}

import type { Limits } from "./settings.ts";

const HOUR_MS = 3_600_000;

type Turn = { kind: "now"; waitMs: number } | { kind: "later"; afterMs: number };

/** How fast one account sends, all chats together. */
export interface Pace {
  /** A turn to send, at most `patienceMs` away; one that is given is used up. */
  take(patienceMs: number): Turn;
  /** Zalo said that it is too much */
  rest(): void;
  isResting(): boolean;
}

export function createPace({ everyMs, anHour, restMs }: Limits, now: () => Date): Pace {
  let nextAt = 0;
  let restUntil = 0;
  let taken: readonly number[] = [];
  return {
    take(patienceMs) {
      const at = now().getTime();
      taken = taken.filter((one) => one > at - HOUR_MS);
      // With all turns of the hour used up, the next one comes an hour after the oldest of them.
      const full = taken.length < anHour ? 0 : (taken.at(-anHour) ?? 0) + HOUR_MS;
      const turn = Math.max(at, nextAt, restUntil, full);
      if (turn - at > patienceMs) return { kind: "later", afterMs: turn - at };
      nextAt = turn + everyMs;
      taken = [...taken, turn];
      return { kind: "now", waitMs: turn - at };
    },
    rest() {
      restUntil = now().getTime() + restMs;
    },
    isResting: () => now().getTime() < restUntil,
  };
}

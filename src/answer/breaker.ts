import type { Trouble } from "./model.ts";

/** So many failed questions in a row, and a server is left alone for a while. */
const FAILURES = 3;
const REST_MS = 60_000;

/** Leaves a failing server alone. */
export interface Breaker {
  isClosed(): boolean;
  /** how a question went; null when it went well */
  heard(trouble: Trouble | null): void;
}

/** Opens after failures in a row; when its rest is over one question tries, and its end decides. */
export function createBreaker(now: () => Date): Breaker {
  let failures = 0;
  let restsUntil = 0;
  return {
    isClosed: () => now().getTime() >= restsUntil,
    heard(trouble) {
      failures = trouble === null ? 0 : failures + 1;
      if (failures >= FAILURES) restsUntil = now().getTime() + REST_MS;
    },
  };
}

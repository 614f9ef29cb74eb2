import type { Trouble } from "./model.ts";

/** So many failed calls in a row, and a server is left alone for a while. */
const FAILURES = 3;
const REST_MS = 60_000;
const BEFORE_RETRY_MS = 300;

/** What may be over with the next try; a wrong key or a spent budget is not. */
const WORTH_A_RETRY: ReadonlySet<Trouble> = new Set([
  "unreachable",
  "too_many_requests",
  "server_error",
  "malformed",
  "cut_off",
]);

/** Whether to try once more; waits a moment before it says so. */
export async function mayRetry(why: Trouble, signal: AbortSignal): Promise<boolean> {
  if (!WORTH_A_RETRY.has(why) || signal.aborted) return false;
  await new Promise((resolve) => setTimeout(resolve, BEFORE_RETRY_MS));
  return !signal.aborted;
}

/** Leaves a failing server alone. */
export interface Breaker {
  isClosed(): boolean;
  /** how a call went; null when it went well */
  heard(trouble: Trouble | null): void;
}

/** Opens after failures in a row; when its rest is over one call tries, and its end decides. */
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

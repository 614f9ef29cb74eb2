/** Moments at which an account may send one message each; nobody else has them. */
export interface Slots {
  /** The next so many, on this process's clock that only goes forward, in milliseconds. */
  reserve(account: string, count: number): Promise<readonly number[]>;
  /** how long after its moment one may still be used */
  readonly toleranceMs: number;
}

export type Clock = () => number;

export const monotonic: Clock = () => performance.now();

/** For channels that one process alone sends for, or whose limit is nobody's but ours. */
export function createLocalSlots(perSecond: number, clock: Clock = monotonic): Slots {
  const gap = 1000 / perSecond;
  const nextAt = new Map<string, number>();
  return {
    toleranceMs: Infinity,
    reserve(account, count) {
      const first = Math.max(clock(), nextAt.get(account) ?? 0);
      nextAt.set(account, first + count * gap);
      return Promise.resolve(evenly(first, gap, count));
    },
  };
}

/**
 * How far apart moments must be so that no sliding second ever holds more than `perSecond` messages, although each may be
 * sent up to the tolerance after its moment: a second and the tolerance then hold just so many moments.
 */
export function gapOf(perSecond: number, toleranceMs: number): number {
  return (1000 + toleranceMs) / perSecond;
}

export function evenly(first: number, gap: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => first + at * gap);
}

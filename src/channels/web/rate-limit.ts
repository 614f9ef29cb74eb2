/** Token buckets in memory: each replica counts for itself, which only makes the limit more generous. */
export interface Limiter {
  /** takes one; 0 when there was one, else the seconds to wait */
  take: (key: string) => number;
}

interface Bucket {
  left: number;
  at: number;
}

const MOST_BUCKETS = 20_000;
/** Fractions add up only nearly. */
const NEARLY = 1e-6;

/** Lets `most` through at once and as many again over every `windowMs`; Infinity lets everything through. */
export function createLimiter(most: number, windowMs: number, now: () => Date): Limiter {
  const buckets = new Map<string, Bucket>();
  const perMs = most / windowMs;

  function take(key: string): number {
    if (most === Infinity) return 0;
    const at = now().getTime();
    if (buckets.size >= MOST_BUCKETS) forget(at);
    const bucket = buckets.get(key) ?? { left: most, at };
    const left = Math.min(most, bucket.left + Math.max(0, at - bucket.at) * perMs);
    const taken = left >= 1 - NEARLY;
    buckets.set(key, { left: taken ? left - 1 : left, at });
    return taken ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1000 - NEARLY));
  }

  /** A full bucket is as good as none; were none full, the oldest would go. */
  function forget(at: number): void {
    for (const [key, bucket] of buckets) {
      if (bucket.left + (at - bucket.at) * perMs >= most) buckets.delete(key);
    }
    for (const key of buckets.keys()) {
      if (buckets.size < MOST_BUCKETS) break;
      buckets.delete(key);
    }
  }

  return { take };
}

import { GrowableUint32 } from "./growable.ts";

/** All pairs of neighbouring terms, sorted by first then second term; a pair's place is its number. */
export interface BigramTable {
  /** terms + 1 offsets into `seconds` */
  starts: Uint32Array;
  seconds: Uint32Array;
  /** how often the pair was read in text fit to learn from */
  counts: Uint32Array;
}

/** The number of the pair, or -1 when it was never seen. */
export function findBigram(table: BigramTable, first: number, second: number): number {
  let low = table.starts[first] ?? 0;
  let high = (table.starts[first + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = table.seconds[middle] ?? 0;
    if (value === second) return middle;
    if (value < second) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

// Pairs are keyed as one number: exact below 2^53, and no corpus of ours has two million terms.
const KEY_BASE = 2 ** 21;

/** Collects pairs under provisional numbers; `finish` sorts them and says how they were renumbered. */
export class BigramCollector {
  readonly #numbers = new Map<number, number>();
  readonly #counts = new GrowableUint32();

  /** The provisional number of a pair, seen before or not. */
  number(first: number, second: number): number {
    const key = first * KEY_BASE + second;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#counts.length;
    this.#numbers.set(key, number);
    this.#counts.push(0);
    return number;
  }

  /** Counts one reading of the pair for the language model. */
  learn(number: number): void {
    this.#counts.increment(number);
  }

  /** The sorted table, and the place in it of each provisional number. */
  finish(termCount: number): { table: BigramTable; rank: Uint32Array } {
    const keys = Float64Array.from(this.#numbers.keys()).sort();
    const starts = new Uint32Array(termCount + 1);
    const seconds = new Uint32Array(keys.length);
    const counts = new Uint32Array(keys.length);
    const rank = new Uint32Array(keys.length);
    keys.forEach((key, place) => {
      const number = this.#numbers.get(key) ?? 0;
      const slot = Math.floor(key / KEY_BASE) + 1;
      starts[slot] = (starts[slot] ?? 0) + 1;
      seconds[place] = key % KEY_BASE;
      counts[place] = this.#counts.at(number);
      rank[number] = place;
    });
    for (let t = 1; t <= termCount; t++) starts[t] = (starts[t] ?? 0) + (starts[t - 1] ?? 0);
    return { table: { starts, seconds, counts }, rank };
  }
}

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
  return find(table.seconds, table.starts[first] ?? 0, table.starts[first + 1] ?? 0, second);
}

/** The place of a value in a sorted stretch of a column, -1 when it is not there. */
function find(column: Uint32Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = column[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What was read right after a pair, by the pair's place in the bigram table. */
export interface TrigramTable {
  /** pairs + 1 offsets into `thirds` */
  starts: Uint32Array;
  thirds: Uint32Array;
  counts: Uint32Array;
}

/** How often the term was read after the pair. */
export function trigramCount(table: TrigramTable, pair: number, third: number): number {
  const place = find(table.thirds, table.starts[pair] ?? 0, table.starts[pair + 1] ?? 0, third);
  return place < 0 ? 0 : (table.counts[place] ?? 0);
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

/** Collects terms read after a pair; kept as they come and sorted at the end, which is faster than counting. */
export class TrigramCollector {
  readonly #pairs = new GrowableUint32();
  readonly #thirds = new GrowableUint32();

  add(pair: number, third: number): void {
    this.#pairs.push(pair);
    this.#thirds.push(third);
  }

  /** The sorted table; `rank` gives the final place of each pair. */
  finish(rank: Uint32Array): TrigramTable {
    const keys = new Float64Array(this.#pairs.length);
    for (let i = 0; i < keys.length; i++)
      keys[i] = (rank[this.#pairs.at(i)] ?? 0) * KEY_BASE + this.#thirds.at(i);
    keys.sort();
    const starts = new Uint32Array(rank.length + 1);
    const thirds = new GrowableUint32();
    const counts = new GrowableUint32();
    let before = -1;
    for (const key of keys) {
      if (key !== before) {
        const slot = Math.floor(key / KEY_BASE) + 1;
        starts[slot] = (starts[slot] ?? 0) + 1;
        thirds.push(key % KEY_BASE);
        counts.push(0);
      }
      counts.increment(counts.length - 1);
      before = key;
    }
    for (let pair = 1; pair <= rank.length; pair++)
      starts[pair] = (starts[pair] ?? 0) + (starts[pair - 1] ?? 0);
    return { starts, thirds: thirds.toArray(), counts: counts.toArray() };
  }
}

import { fold } from "./text.ts";
import { syllables } from "./tokens.ts";
import { isOneEditApart } from "./typos.ts";

/** A short text made ready to be compared: its words and neighbouring pairs, diacritics ignored. */
export interface Phrase {
  words: ReadonlyMap<string, number>;
  pairs: ReadonlyMap<string, number>;
  /** words long enough that a slip of the finger makes no other one */
  long: readonly string[];
  mass: number;
}

/** A pair says that the words belong together; the words themselves are counted already. */
const PAIR = 0.5;
/** A word mistyped by one letter nearly counts. */
const SLIP = 0.8;
const SHORTEST_SLIP = 4;
/** With less in common, mended slips would not make two texts alike. */
const WORTH_MENDING = 0.2;

/** @param weigh how telling a syllable is, as it stands in the text: with diacritics where it has them */
export function phraseOf(text: string, weigh: (syllable: string) => number): Phrase {
  const read = syllables(text).map((term) => ({ term: fold(term), weight: weigh(term) }));
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const [at, { term, weight }] of read.entries()) {
    words.set(term, Math.max(weight, words.get(term) ?? 0));
    const next = read[at + 1];
    if (next) pairs.set(`${term} ${next.term}`, (PAIR * (weight + next.weight)) / 2);
  }
  const long = [...words.keys()].filter((word) => word.length >= SHORTEST_SLIP);
  return { words, pairs, long, mass: sumOf(words) + sumOf(pairs) };
}

/** How much two phrases have in common, 0..1 (weighted Dice over words and pairs). */
export function likeness(a: Phrase, b: Phrase): number {
  if (a.mass === 0 || b.mass === 0) return 0;
  const share = (shared: number) => (2 * shared) / (a.mass + b.mass);
  const words = sharedWeight(a.words, b.words);
  // Pairs are made of words that are shared, too, and most texts share next to none.
  if (share(words * (1 + PAIR)) < WORTH_MENDING) return share(words);
  const shared = words + sharedWeight(a.pairs, b.pairs);
  return share(share(shared) < WORTH_MENDING ? shared : shared + SLIP * slippedWeight(a, b));
}

function sharedWeight(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [term, weight] of a) shared += Math.min(weight, b.get(term) ?? 0);
  return shared;
}

/** Words that only one of the two has, each beside a word of the other that is one slip away. */
function slippedWeight(a: Phrase, b: Phrase): number {
  let slipped = 0;
  const left = b.long.filter((word) => !a.words.has(word));
  for (const word of a.long) {
    if (b.words.has(word)) continue;
    const other = left.find((one) => isOneEditApart(word, one));
    if (other !== undefined) slipped += Math.min(a.words.get(word) ?? 0, b.words.get(other) ?? 0);
  }
  return slipped;
}

function sumOf(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}

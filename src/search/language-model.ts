import { findBigram, trigramCount, type BigramTable, type TrigramTable } from "./bigrams.ts";

/** How likely one syllable follows another; natural logarithms. A term of -1 is a word never read. */
export interface LanguageModel {
  /** log P(term) where nothing is known of what stands before it */
  alone(term: number): number;
  /** log P(term | before) */
  after(before: number, term: number): number;
  /** log P(term | pair, before), `pair` being the number of the pair that ends in `before`, or -1 */
  afterPair(pair: number, before: number, term: number): number;
  /** the number of a pair, -1 when it was never read */
  pair(first: number, second: number): number;
  /** how often the term was read */
  count(term: number): number;
}

const DISCOUNT = 0.75;
/** Less likely than any syllable that was read once among a few million. */
const UNREAD = -16;

/** Trigrams and bigrams with interpolated Kneser–Ney smoothing, over the text that was learned from. */
export function createLanguageModel(
  table: BigramTable,
  trigrams: TrigramTable,
  termCounts: Uint32Array,
): LanguageModel {
  const size = termCounts.length;
  const followed = new Float64Array(size);
  const followers = new Float64Array(size);
  const precursors = new Float64Array(size);
  let pairs = 0;
  for (let first = 0; first < size; first++) {
    const end = table.starts[first + 1] ?? 0;
    for (let at = table.starts[first] ?? 0; at < end; at++) {
      const count = table.counts[at] ?? 0;
      if (count === 0) continue;
      const second = table.seconds[at] ?? 0;
      followed[first] = (followed[first] ?? 0) + count;
      followers[first] = (followers[first] ?? 0) + 1;
      precursors[second] = (precursors[second] ?? 0) + 1;
      pairs++;
    }
  }
  // A term that only ever opened a clause has no precursor: half a pair keeps it possible.
  const continuation = (term: number): number => ((precursors[term] ?? 0) + 0.5) / (pairs + size / 2 + 1);
  const read = (term: number): boolean => term >= 0 && (termCounts[term] ?? 0) > 0;
  const alone = (term: number): number => (read(term) ? Math.log(continuation(term)) : UNREAD);
  const pair = (first: number, second: number): number => {
    const place = first < 0 || second < 0 ? -1 : findBigram(table, first, second);
    return place >= 0 && (table.counts[place] ?? 0) > 0 ? place : -1;
  };
  /** P(term | before), the term having been read. */
  const chance = (before: number, term: number): number => {
    const total = before < 0 ? 0 : (followed[before] ?? 0);
    if (total === 0) return continuation(term);
    const place = pair(before, term);
    const seen = place < 0 ? 0 : ((table.counts[place] ?? 0) - DISCOUNT) / total;
    return seen + ((DISCOUNT * (followers[before] ?? 0)) / total) * continuation(term);
  };
  return {
    alone,
    pair,
    count: (term) => (term < 0 ? 0 : (termCounts[term] ?? 0)),
    after: (before, term) => (read(term) ? Math.log(chance(before, term)) : UNREAD),
    afterPair(place, before, term) {
      if (!read(term)) return UNREAD;
      const lower = chance(before, term);
      const kinds = place < 0 ? 0 : (trigrams.starts[place + 1] ?? 0) - (trigrams.starts[place] ?? 0);
      if (kinds === 0) return Math.log(lower);
      const total = table.counts[place] ?? 1;
      const seen = Math.max(0, trigramCount(trigrams, place, term) - DISCOUNT) / total;
      // A pair that often ended a clause was followed less often than it was read.
      return Math.log(seen + (Math.max(DISCOUNT * kinds, 0.05 * total) / total) * lower);
    },
  };
}

import { findBigram, type BigramTable } from "./bigrams.ts";

/** How likely one syllable follows another; natural logarithms. A term of -1 is a word never read. */
export interface LanguageModel {
  /** log P(term) where nothing is known of what stands before it */
  alone(term: number): number;
  /** log P(term | before) */
  after(before: number, term: number): number;
  /** how often the term was read */
  count(term: number): number;
}

const DISCOUNT = 0.75;
/** Less likely than any syllable that was read once among a few million. */
const UNREAD = -16;

/** Bigrams with interpolated Kneser–Ney smoothing over the pairs that were learned from. */
export function createLanguageModel(table: BigramTable, termCounts: Uint32Array): LanguageModel {
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
  return {
    alone,
    count: (term) => (term < 0 ? 0 : (termCounts[term] ?? 0)),
    after(before, term) {
      if (!read(term)) return UNREAD;
      const total = before < 0 ? 0 : (followed[before] ?? 0);
      if (total === 0) return alone(term);
      const pair = findBigram(table, before, term);
      const count = pair < 0 ? 0 : (table.counts[pair] ?? 0);
      const seen = Math.max(0, count - DISCOUNT) / total;
      return Math.log(seen + ((DISCOUNT * (followers[before] ?? 0)) / total) * continuation(term));
    },
  };
}

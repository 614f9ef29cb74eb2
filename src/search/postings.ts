import type { GrowableUint32 } from "./growable.ts";

/** For each term the entries that hold it, ascending, and how often (at most 255). */
export interface Postings {
  /** terms + 1 offsets into the two columns */
  starts: Uint32Array;
  entries: Uint32Array;
  counts: Uint8Array;
}

/** Occurrences as they are met: entry by entry, so that sorting by term keeps entries ascending. */
export interface Occurrences {
  terms: GrowableUint32;
  entries: GrowableUint32;
  counts: GrowableUint32;
}

/** Turns occurrences into postings by a counting sort on `rank(term)`, a renumbering of the terms. */
export function toPostings(found: Occurrences, termCount: number, rank: (term: number) => number): Postings {
  const starts = new Uint32Array(termCount + 1);
  for (let i = 0; i < found.terms.length; i++) {
    const slot = rank(found.terms.at(i)) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let t = 1; t <= termCount; t++) starts[t] = (starts[t] ?? 0) + (starts[t - 1] ?? 0);
  const next = starts.slice();
  const entries = new Uint32Array(found.terms.length);
  const counts = new Uint8Array(found.terms.length);
  for (let i = 0; i < found.terms.length; i++) {
    const term = rank(found.terms.at(i));
    const at = next[term] ?? 0;
    next[term] = at + 1;
    entries[at] = found.entries.at(i);
    counts[at] = Math.min(255, found.counts.at(i));
  }
  return { starts, entries, counts };
}

/** In how many entries each term stands, whatever the field. */
export function countEntries(
  fields: readonly Postings[],
  termCount: number,
  entryCount: number,
): Uint32Array {
  const totals = new Uint32Array(termCount);
  const lastTerm = new Int32Array(entryCount).fill(-1);
  for (let term = 0; term < termCount; term++) {
    for (const { starts, entries } of fields) {
      const end = starts[term + 1] ?? 0;
      for (let at = starts[term] ?? 0; at < end; at++) {
        const entry = entries[at] ?? 0;
        if (lastTerm[entry] === term) continue;
        lastTerm[entry] = term;
        totals[term] = (totals[term] ?? 0) + 1;
      }
    }
  }
  return totals;
}

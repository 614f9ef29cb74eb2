import type { BigramCollector, TrigramCollector } from "./bigrams.ts";
import { GrowableUint32 } from "./growable.ts";
import { isReferenceTerm, type FieldData } from "./index-data.ts";
import { toPostings, type Occurrences } from "./postings.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Collects one field, entry by entry. */
export interface FieldBuilder {
  /** Adds the field of the next entry; `learnFrom` says which clauses teach the language model. */
  addEntry(clauses: readonly (readonly string[])[], learnFrom: (clause: readonly string[]) => boolean): void;
  finish(termCount: number, bigramRank: Uint32Array): FieldData;
}

export function createFieldBuilder(
  vocabulary: Vocabulary,
  bigrams: BigramCollector,
  trigrams: TrigramCollector,
  termCounts: GrowableUint32,
): FieldBuilder {
  const tokens = new GrowableUint32();
  const clauseStarts = new GrowableUint32();
  const entryClauses = new GrowableUint32();
  const unigramsFound = noOccurrences();
  const bigramsFound = noOccurrences();
  const inEntry = new Map<number, number>();
  const pairsInEntry = new Map<number, number>();
  let entry = 0;
  clauseStarts.push(0);
  entryClauses.push(0);

  function addClause(clause: readonly string[], learn: boolean): void {
    let before = -1;
    let pairBefore = -1;
    for (const term of clause) {
      const id = vocabulary.add(term);
      while (termCounts.length <= id) termCounts.push(0);
      tokens.push(id);
      inEntry.set(id, (inEntry.get(id) ?? 0) + 1);
      if (isReferenceTerm(term)) continue;
      if (learn) termCounts.increment(id);
      if (before >= 0) {
        const pair = bigrams.number(before, id);
        pairsInEntry.set(pair, (pairsInEntry.get(pair) ?? 0) + 1);
        if (learn) bigrams.learn(pair);
        if (learn && pairBefore >= 0) trigrams.add(pairBefore, id);
        pairBefore = pair;
      }
      before = id;
    }
    clauseStarts.push(tokens.length);
  }

  return {
    addEntry(clauses, learnFrom) {
      inEntry.clear();
      pairsInEntry.clear();
      for (const clause of clauses) addClause(clause, learnFrom(clause));
      record(unigramsFound, entry, inEntry);
      record(bigramsFound, entry, pairsInEntry);
      entryClauses.push(clauseStarts.length - 1);
      entry++;
    },
    finish: (termCount, bigramRank) => ({
      tokens: tokens.toArray(),
      clauseStarts: clauseStarts.toArray(),
      entryClauses: entryClauses.toArray(),
      unigrams: toPostings(unigramsFound, termCount, (term) => term),
      bigrams: toPostings(bigramsFound, bigramRank.length, (pair) => bigramRank[pair] ?? 0),
    }),
  };
}

function noOccurrences(): Occurrences {
  return { terms: new GrowableUint32(), entries: new GrowableUint32(), counts: new GrowableUint32() };
}

function record(found: Occurrences, entry: number, counts: ReadonlyMap<number, number>): void {
  for (const [term, count] of counts) {
    found.terms.push(term);
    found.entries.push(entry);
    found.counts.push(count);
  }
}

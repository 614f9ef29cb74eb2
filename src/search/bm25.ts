import type { FieldData, IndexData } from "./index-data.ts";
import type { Postings } from "./postings.ts";

/** A term or pair of the question: its number, and its weight times its rarity. */
export interface WeightedTerm {
  id: number;
  weight: number;
}

/** How one field counts: BM25's saturation and length damping, and what single terms and pairs are worth. */
export interface FieldTuning {
  k1: number;
  b: number;
  unigrams: number;
  bigrams: number;
}

/** One field, ready to score. */
export interface FieldScorer {
  addScores(scores: Float32Array, terms: readonly WeightedTerm[], pairs: readonly WeightedTerm[]): void;
}

export function createFieldScorer(field: FieldData, tuning: FieldTuning): FieldScorer {
  const damping = lengthDamping(field, tuning);
  const { k1 } = tuning;
  const add = (
    scores: Float32Array,
    { starts, entries, counts }: Postings,
    id: number,
    weight: number,
  ): void => {
    const end = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? 0; at < end; at++) {
      const entry = entries[at] ?? 0;
      const count = counts[at] ?? 0;
      const gain = (weight * count * (k1 + 1)) / (count + (damping[entry] ?? 0));
      scores[entry] = (scores[entry] ?? 0) + gain;
    }
  };
  return {
    addScores(scores, terms, pairs) {
      for (const { id, weight } of terms) add(scores, field.unigrams, id, weight * tuning.unigrams);
      for (const { id, weight } of pairs) add(scores, field.bigrams, id, weight * tuning.bigrams);
    },
  };
}

/** k1 · (1 − b + b · length / average length) for each entry. */
function lengthDamping(field: FieldData, { k1, b }: FieldTuning): Float32Array {
  const entries = field.entryClauses.length - 1;
  const average = Math.max(1, field.tokens.length / Math.max(1, entries));
  const damping = new Float32Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    const from = field.clauseStarts[field.entryClauses[entry] ?? 0] ?? 0;
    const to = field.clauseStarts[field.entryClauses[entry + 1] ?? 0] ?? 0;
    damping[entry] = k1 * (1 - b + (b * (to - from)) / average);
  }
  return damping;
}

/**
 * How telling a term is: BM25's idf over the entries and the everyday sentences together. In a small body of formal
 * text "bao nhiêu" is rare; among the sentences people write it is not, and it must not decide what is found.
 */
export function rarity(data: IndexData, entriesWithTerm: number, sentencesWithTerm: number): number {
  const total = data.ids.length + data.sentences;
  const holding = entriesWithTerm + sentencesWithTerm;
  return Math.log(1 + (total - holding + 0.5) / (holding + 0.5));
}

import { bestFirst } from "./best-first.ts";
import { createFieldScorer, rarity } from "./bm25.ts";
import { encodeIndex } from "./codec.ts";
import { createComparer } from "./features.ts";
import { densePoints, type DenseHits } from "./fuse.ts";
import type { IndexData } from "./index-data.ts";
import { createMatcher } from "./matcher.ts";
import { createQuery } from "./query.ts";
import { createQuestionReader } from "./question-reader.ts";
import { rerankScore } from "./rerank.ts";
import { normalise } from "./text.ts";
import { createTitles } from "./titles.ts";
import { FIELD_TUNING, RERANKED } from "./tuning.ts";

/** A found entry. */
interface Hit {
  id: string;
  /** comparable within one result only */
  score: number;
  /** best clause: character offsets into Entry.text; both 0 when the entry has no text */
  clause: { start: number; end: number };
  /** share of the question's idf mass found in the entry, 0..1; words no entry holds count against it */
  coverage: number;
  /** the same for title and questions */
  titleCoverage: number;
}

/** One term of a question; its idf is 0 when no entry holds it. */
interface SearchTerm {
  term: string;
  weight: number;
  idf: number;
  known: boolean;
}

export interface SearchResult {
  /** the question as it came in */
  typed: string;
  /** normalised, diacritics restored, typos repaired, abbreviations spelled out */
  repaired: string;
  terms: readonly SearchTerm[];
  /** best first */
  hits: readonly Hit[];
}

export interface SearchIndex {
  /**
   * The `limit` best entries for a question. Never throws; an empty question finds nothing.
   * @param dense what lies near in meaning joins what the words found; without it the order is that of the words alone
   */
  search(query: string, limit: number, dense?: DenseHits): SearchResult;
  /** The question as `search` would search it: diacritics restored, typos repaired, abbreviations spelled out. */
  repair(query: string): string;
  /** A compact binary for `loadIndex`. */
  save(): Uint8Array;
  /** How telling a syllable is; 0 when no entry holds it. */
  idf(term: string): number;
}

const NO_POINTS: ReadonlyMap<number, number> = new Map();

/** Makes the flat arrays searchable. */
export function createSearchIndex(data: IndexData): SearchIndex {
  const reader = createQuestionReader(data);
  const scorers = [
    createFieldScorer(data.title, FIELD_TUNING.title),
    createFieldScorer(data.questions, FIELD_TUNING.questions),
    createFieldScorer(data.text, FIELD_TUNING.text),
  ];
  const scores = new Float32Array(data.ids.length);
  const scratch = new Uint8Array(data.terms.length);
  const rarities = Float32Array.from(data.termEntries, (entries, id) =>
    rarity(data, entries, data.termSentences[id] ?? 0),
  );
  let numberOf: ReadonlyMap<string, number> | undefined;
  const entryOf = (id: string) =>
    (numberOf ??= new Map(data.ids.map((known, entry) => [known, entry]))).get(id);
  const numbers = Uint8Array.from(data.terms, (term) => (/^\d/.test(term) ? 1 : 0));
  const parts = {
    data,
    numbers,
    titleOf: createTitles(data),
    rarities,
    find: (term: string) => reader.find(term),
  };

  return {
    search(typed, limit, dense) {
      const query = createQuery(typed, reader, data);
      scores.fill(0);
      for (const scorer of scorers) scorer.addScores(scores, query.scoredTerms, query.scoredPairs);
      const found = bestFirst(scores, Math.max(limit, RERANKED));
      const top = (scores[found[0] ?? 0] ?? 0) || 1;
      const points = query.terms.length > 0 && dense ? densePoints(dense, entryOf) : NO_POINTS;
      const reranked = new Set([...found.slice(0, RERANKED), ...points.keys()]);
      const candidates = points.size === 0 ? found : [...new Set([...found, ...points.keys()])];
      const matcher = createMatcher(query, scratch);
      const compare = createComparer(query, parts, matcher, scores);
      const ranked = candidates.map((entry, place) => {
        const comparison = compare(entry, (scores[entry] ?? 0) / top);
        // Whatever is not reranked stays behind what is, in the order it had.
        const score = reranked.has(entry)
          ? rerankScore(comparison.features) + (points.get(entry) ?? 0)
          : -1000 - place;
        return { entry, score, ...comparison };
      });
      matcher.end();
      ranked.sort((a, b) => b.score - a.score || a.entry - b.entry);
      return {
        typed,
        repaired: query.repaired,
        terms: query.terms.map(({ term, weight, rarity: idf, known }) => ({
          term,
          weight,
          idf: known ? idf : 0,
          known,
        })),
        hits: ranked.slice(0, limit).map((hit): Hit => ({
          id: data.ids[hit.entry] ?? "",
          score: hit.score,
          clause: { start: data.clauseFrom[hit.bestClause] ?? 0, end: data.clauseTo[hit.bestClause] ?? 0 },
          coverage: hit.coverage,
          titleCoverage: hit.titleCoverage,
        })),
      };
    },
    repair: (typed) => createQuery(typed, reader, data).repaired,
    save: () => encodeIndex(data),
    idf(term) {
      const id = reader.find(normalise(term));
      const entries = id < 0 ? 0 : (data.termEntries[id] ?? 0);
      return entries === 0 ? 0 : rarity(data, entries, data.termSentences[id] ?? 0);
    },
  };
}

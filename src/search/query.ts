import { findBigram } from "./bigrams.ts";
import { rarity, type WeightedTerm } from "./bm25.ts";
import type { IndexData } from "./index-data.ts";
import type { QuestionReader, ReadQuestion } from "./question-reader.ts";

/** One distinct term of a question. */
interface QueryTerm {
  term: string;
  /** -1 when the index has no such term */
  id: number;
  /** 1 for what was asked, less for what was added */
  weight: number;
  /** how telling it is, also for terms no entry holds */
  rarity: number;
  /** whether any entry holds it */
  known: boolean;
}

/** A question ready to be matched. */
export interface Query {
  repaired: string;
  terms: readonly QueryTerm[];
  /** the question's syllables in order, as indices into `terms`; a term that was left out is -1 */
  sequence: readonly number[];
  scoredTerms: readonly WeightedTerm[];
  scoredPairs: readonly WeightedTerm[];
  /** rarity of each pair (sequence[i], sequence[i + 1]); 0 when no entry holds it */
  pairRarity: readonly number[];
}

/** "37" of "nghị định 37" says little beside the reference it is part of. */
const PART_OF_REFERENCE = 0.3;
/** A question of more distinct terms than this is searched by its most telling ones. */
const MOST_TERMS = 64;

/** Reads a question and weighs its terms and pairs. */
export function createQuery(question: string, reader: QuestionReader, data: IndexData): Query {
  const read = reader.read(question);
  const terms = mostTelling(distinctTerms(read, reader, data));
  const indexOf = new Map(terms.map((term, index) => [term.term, index]));
  const syllables = read.terms.slice(0, read.syllableCount);
  const pairs = new Map<number, number>();
  const addPairs = (sequence: readonly string[], weight: number): number[] =>
    sequence.slice(1).map((second, i) => {
      const first = sequence[i] ?? "";
      if (!indexOf.has(first) || !indexOf.has(second)) return 0;
      const pair = pairOf(first, second);
      if (pair < 0) return 0;
      pairs.set(pair, Math.max(weight, pairs.get(pair) ?? 0));
      return rarity(data, data.bigramEntries[pair] ?? 0, 0);
    });
  const pairOf = (first: string, second: string): number => {
    const [a, b] = [reader.find(first), reader.find(second)];
    const pair = a < 0 || b < 0 ? -1 : findBigram(data.bigrams, a, b);
    return pair >= 0 && (data.bigramEntries[pair] ?? 0) > 0 ? pair : -1;
  };
  const pairRarity = addPairs(syllables, 1);
  for (const addition of read.additions) addPairs(addition.terms, addition.weight);
  return {
    repaired: syllables.join(" "),
    terms,
    sequence: syllables.map((term) => indexOf.get(term) ?? -1),
    scoredTerms: terms.filter((t) => t.known).map((t) => ({ id: t.id, weight: t.weight * t.rarity })),
    scoredPairs: [...pairs].map(([id, weight]) => ({
      id,
      weight: weight * rarity(data, data.bigramEntries[id] ?? 0, 0),
    })),
    pairRarity,
  };
}

function distinctTerms(read: ReadQuestion, reader: QuestionReader, data: IndexData): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  const add = (term: string, weight: number): void => {
    if (terms.has(term)) return;
    const id = reader.find(term);
    const entries = id < 0 ? 0 : (data.termEntries[id] ?? 0);
    const sentences = id < 0 ? 0 : (data.termSentences[id] ?? 0);
    terms.set(term, { term, id, weight, rarity: rarity(data, entries, sentences), known: entries > 0 });
  };
  for (const term of read.terms) add(term, read.partsOfReferences.has(term) ? PART_OF_REFERENCE : 1);
  for (const addition of read.additions) for (const term of addition.terms) add(term, addition.weight);
  return [...terms.values()];
}

function mostTelling(terms: QueryTerm[]): QueryTerm[] {
  if (terms.length <= MOST_TERMS) return terms;
  const value = (term: QueryTerm): number => (term.known ? term.weight * term.rarity : 0);
  const kept = new Set([...terms].sort((a, b) => value(b) - value(a)).slice(0, MOST_TERMS));
  return terms.filter((term) => kept.has(term));
}

/** The part of the question's rarity that was asked for, not added: what coverage is measured against. */
export function askedMass(query: Query): number {
  let mass = 0;
  for (const term of query.terms) if (term.weight === 1) mass += term.rarity;
  return mass;
}

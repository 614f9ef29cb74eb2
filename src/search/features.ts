import { definedTopic, definesTopic } from "./definitions.ts";
import { isReferenceTerm, type IndexData } from "./index-data.ts";
import type { Matcher } from "./matcher.ts";
import { askedMass, type Query } from "./query.ts";
import type { Title } from "./titles.ts";

/**
 * What the reranker knows of an entry. "Mass" is summed rarity; unless said otherwise a feature is the share of the
 * question's mass (of terms, or of neighbouring pairs) that was found, so that questions of any length compare.
 */
export const FEATURES = [
  /** score of the first stage, the best entry having 1 */
  "firstStage",
  /** BM25 of the text */
  "textTerms",
  /** share of the title's terms that the question names */
  "titleNamed",
  /** longest run of the question in the title, as a share of the question */
  "titleRun",
  "bestClauseTerms",
  "bestClausePairs",
  /** the best clause and the title taken together */
  "clauseWithTitle",
  /** title, questions and text taken together */
  "coverage",
  /** pairs found in the text */
  "textPairs",
  /** logarithm of the text's length, 0.69 for the average */
  "length",
  /** mean first-stage score of the ten entries on either side, against the question's mass */
  "surroundings",
  /** share of the section's own heading that the question names, and of the document's name */
  "sectionNamed",
  "documentNamed",
  /** longest stretch of the section's heading whose every word is in the question, as a share of the question */
  "sectionRun",
  /** 1 when a clause defines what the question wants defined */
  "definition",
  /** share of the question's document numbers that stand in the title; those only in the text count less */
  "references",
  /** how close the closest sample question is; near 0 unless most of it is the same */
  "askedBefore",
] as const;

export type Feature = (typeof FEATURES)[number];

/** An entry compared with the question. */
export interface Comparison {
  features: Readonly<Record<Feature, number>>;
  /** number of the best clause among the text's, -1 when the entry has no text */
  bestClause: number;
  /** 0..1 */
  coverage: number;
  titleCoverage: number;
}

export interface ComparisonParts {
  data: IndexData;
  titleOf: (entry: number) => Title;
  /** rarity of every term of the index */
  rarities: Float32Array;
  /** 1 for the terms that are numbers */
  numbers: Uint8Array;
  find: (term: string) => number;
}

// Shape of the comparisons: ordinary values, set by hand and not searched over.
const K1 = 1.2;
const LENGTH_SHARE = 0.6;
const PAIR_WEIGHT = 0.6;
const ORDINARY_CLAUSE = 30;
const SURROUNDINGS = 10;
/** A heading like "Là gì" says little, even when the question names all of it. */
const LEAST_HEADING_MASS = 6;
/** A document number in the text may only be referred to; in the title it is the document's own. */
const REFERENCE_IN_TEXT = 0.4;

/** Prepares the comparison of entries with one question; `scores` are those of the first stage. */
export function createComparer(query: Query, parts: ComparisonParts, matcher: Matcher, scores: Float32Array) {
  const { data, titleOf, rarities } = parts;
  const { terms, sequence } = query;
  const total = askedMass(query) || 1;
  const pairTotal = query.pairRarity.reduce((sum, value) => sum + value, 0) || 1;
  const referenceCount = terms.filter((term) => isReferenceTerm(term.term)).length;
  const askedIds = new Set(terms.filter((term) => term.known && term.weight === 1).map((term) => term.id));
  const averageLength = Math.max(1, data.text.tokens.length / Math.max(1, data.ids.length));
  const topic = definedTopic(query.repaired)?.split(" ").map(parts.find) ?? [];
  const is = parts.find("là");
  const isNumber = (term: number): boolean => parts.numbers[term] === 1;
  const inTitle = new Uint8Array(terms.length);
  const inQuestions = new Uint8Array(terms.length);

  function compareTitle(entry: number) {
    matcher.begin();
    matcher.read(data.title, data.title.entryClauses[entry] ?? 0);
    const title = titleOf(entry);
    let met = 0;
    for (let t = 0; t < terms.length; t++) met += matcher.count(t);
    noteMet(inTitle);
    const section = named(title.sectionFrom, title.to);
    return {
      titleNamed: met / Math.max(1, title.to - title.from),
      titleRun: longest(matcher.runs) / Math.max(1, sequence.length),
      documentNamed: named(title.from, title.sectionFrom).share,
      sectionNamed: section.share,
      sectionRun: section.run / Math.max(1, sequence.length),
    };
  }

  /** How much of a stretch of a title the question names; numbers do not count, the question rarely has them. */
  function named(from: number, to: number): { share: number; run: number } {
    let mass = 0;
    let met = 0;
    let run = 0;
    let longestRun = 0;
    for (let at = from; at < to; at++) {
      const id = data.title.tokens[at] ?? 0;
      if (isNumber(id)) continue;
      const rarity = rarities[id] ?? 0;
      mass += rarity;
      if (askedIds.has(id)) {
        met += rarity;
        longestRun = Math.max(longestRun, ++run);
      } else run = 0;
    }
    return { share: met / Math.max(mass, LEAST_HEADING_MASS), run: longestRun };
  }

  function compareQuestions(entry: number) {
    matcher.begin();
    let closest = 0;
    const end = data.questions.entryClauses[entry + 1] ?? 0;
    for (let clause = data.questions.entryClauses[entry] ?? 0; clause < end; clause++) {
      const match = matcher.read(data.questions, clause);
      closest = Math.max(closest, (match.mass / total + match.pairMass / pairTotal) / 2);
    }
    noteMet(inQuestions);
    // Half a question in common is chance, nearly all of it is not.
    return { askedBefore: closest ** 4 };
  }

  function compareClauses(entry: number) {
    matcher.begin();
    const best = { clause: -1, score: -1, terms: 0, pairs: 0, withTitle: 0, definition: 0, length: 0 };
    const end = data.text.entryClauses[entry + 1] ?? 0;
    for (let clause = data.text.entryClauses[entry] ?? 0; clause < end; clause++) {
      const match = matcher.read(data.text, clause);
      best.length += match.length;
      const damping = 1 / (0.7 + 0.3 * Math.min(6, match.length / ORDINARY_CLAUSE));
      const score = (match.mass + PAIR_WEIGHT * match.pairMass) * damping;
      if (score > best.score) {
        best.clause = clause;
        best.score = score;
        best.terms = (match.mass * damping) / total;
        best.pairs = (match.pairMass * damping) / pairTotal;
      }
      best.withTitle = Math.max(best.withTitle, massWithTitle() / total);
      if (topic.length > 0 && definesTopic(data.text, clause, topic, is, isNumber)) {
        best.definition = 1;
        // The definition is what to quote.
        best.clause = clause;
        best.score = Infinity;
      }
    }
    return best;
  }

  function massWithTitle(): number {
    let mass = 0;
    for (let t = 0; t < terms.length; t++) {
      const term = terms[t];
      if (term !== undefined && (inTitle[t] === 1 || matcher.inLast(t))) mass += term.weight * term.rarity;
    }
    return mass;
  }

  function noteMet(set: Uint8Array): void {
    for (let t = 0; t < terms.length; t++) set[t] = matcher.count(t) > 0 ? 1 : 0;
  }

  /** What is found of the question's terms, `matcher` still holding what was met in the text. */
  function sumTerms(damping: number) {
    const sums = { text: 0, covered: 0, titleCovered: 0, references: 0 };
    terms.forEach(({ term, weight, rarity }, t) => {
      const count = matcher.count(t);
      sums.text += (weight * rarity * count * (K1 + 1)) / (count + damping);
      if (weight < 1) return;
      const titled = inTitle[t] === 1 || inQuestions[t] === 1;
      if (isReferenceTerm(term)) {
        sums.references += titled ? 1 : count > 0 ? REFERENCE_IN_TEXT : 0;
      }
      if (titled) sums.titleCovered += rarity;
      if (titled || count > 0) sums.covered += rarity;
    });
    return sums;
  }

  function surroundings(entry: number): number {
    let sum = 0;
    for (let away = 1; away <= SURROUNDINGS; away++)
      sum += (scores[entry - away] ?? 0) + (scores[entry + away] ?? 0);
    return sum / (2 * SURROUNDINGS) / total;
  }

  /** Compares one entry; `firstStage` is its score against the best entry's. */
  return function compare(entry: number, firstStage: number): Comparison {
    const title = compareTitle(entry);
    const questions = compareQuestions(entry);
    const best = compareClauses(entry);
    const sums = sumTerms(K1 * (1 - LENGTH_SHARE + (LENGTH_SHARE * best.length) / averageLength));
    let pairs = 0;
    matcher.pairCounts.forEach(
      (count, place) => (pairs += count > 0 ? (query.pairRarity[place - 1] ?? 0) : 0),
    );
    const features = {
      firstStage,
      ...title,
      ...questions,
      textTerms: sums.text / total,
      bestClauseTerms: best.terms,
      bestClausePairs: best.pairs,
      clauseWithTitle: best.withTitle,
      coverage: sums.covered / total,
      textPairs: pairs / pairTotal,
      length: Math.log(1 + best.length / averageLength),
      surroundings: surroundings(entry),
      definition: best.definition,
      references: referenceCount === 0 ? 0 : sums.references / referenceCount,
    };
    const share = (mass: number): number => Math.min(1, mass / total);
    return {
      features,
      bestClause: best.clause,
      coverage: share(sums.covered),
      titleCoverage: share(sums.titleCovered),
    };
  };
}

function longest(runs: Uint16Array): number {
  let most = 0;
  for (const run of runs) if (run > most) most = run;
  return most;
}

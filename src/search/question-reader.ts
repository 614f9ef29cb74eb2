import type { BigramTable, TrigramTable } from "./bigrams.ts";
import { createExpander } from "./expand.ts";
import type { Lexicon } from "./index-data.ts";
import { createLanguageModel } from "./language-model.ts";
import { createRepairer } from "./repair.ts";
import { createFoldTable } from "./restore.ts";
import { tokenise } from "./tokens.ts";
import { createSpellingNeighbours } from "./typos.ts";
import { createVocabulary } from "./vocabulary.ts";

/** What is needed to read a question: words, what they mean, and how they follow each other. */
export interface LanguageData {
  terms: readonly string[];
  lexicon: Lexicon;
  bigrams: BigramTable;
  trigrams: TrigramTable;
  termCounts: Uint32Array;
}

/** A question as it is searched. */
export interface ReadQuestion {
  /** the repaired syllables in order, then the references */
  terms: readonly string[];
  /** how many of them are syllables: neighbours among these are pairs */
  syllableCount: number;
  /** syllables that only spell a document's number, which is a term of its own */
  partsOfReferences: ReadonlySet<string>;
  /** further terms, and pairs within each list, at a lower weight */
  additions: readonly { terms: readonly string[]; weight: number }[];
}

export interface QuestionReader {
  read(question: string): ReadQuestion;
  /** number of a term, -1 when there is none */
  find(term: string): number;
}

/** A question longer than this is cut: what it asks has been said by then. */
const MOST_CHARACTERS = 10_000;
const MOST_TOKENS = 200;
/** An abbreviation as typed and its other meanings, beside what it was spelled out to. */
const ALTERNATIVE_WEIGHT = 0.35;

/** Prepares everything that turns typed questions into terms. */
export function createQuestionReader(language: LanguageData): QuestionReader {
  const { terms, termCounts, bigrams } = language;
  const vocabulary = createVocabulary(terms);
  const model = createLanguageModel(bigrams, language.trigrams, termCounts);
  const folds = createFoldTable(terms, (id) => model.count(id) > 0 && /^\p{L}+$/u.test(terms[id] ?? ""));
  const expander = createExpander(language.lexicon);
  const repairer = createRepairer({
    model,
    folds,
    neighbours: createSpellingNeighbours(folds),
    expander,
    idOf: (term) => vocabulary.find(term),
    termOf: (id) => terms[id] ?? "",
  });
  return {
    find: (term) => vocabulary.find(term),
    read(question) {
      const tokens = tokenise(question.slice(0, MOST_CHARACTERS)).slice(0, MOST_TOKENS);
      const repaired = repairer.repair(tokens);
      const syllables = repaired.syllables.map((syllable) => syllable.term);
      // Read again, repaired: "nghi dinh so 37" shows its number only once the words are there.
      const again = tokenise(syllables.join(" "));
      const found = new Set(
        [...tokens, ...again].filter((token) => token.isReference).map((token) => token.term),
      );
      const outside = new Set(again.filter((token) => !token.inReference).map((token) => token.term));
      const alternatives = repaired.alternatives.map((words) => ({
        terms: words,
        weight: ALTERNATIVE_WEIGHT,
      }));
      return {
        terms: [...syllables, ...found],
        syllableCount: syllables.length,
        partsOfReferences: new Set(syllables.filter((term) => found.size > 0 && !outside.has(term))),
        additions: [...expander.additions(syllables), ...alternatives],
      };
    },
  };
}

import { BigramCollector, TrigramCollector } from "./bigrams.ts";
import { splitClauses } from "./clauses.ts";
import { createFieldBuilder } from "./field-builder.ts";
import { GrowableUint32 } from "./growable.ts";
import { isReferenceTerm, type Entry, type IndexData, type Lexicon } from "./index-data.ts";
import { countEntries } from "./postings.ts";
import { createQuestionReader } from "./question-reader.ts";
import { isAccented } from "./text.ts";
import { syllables } from "./tokens.ts";
import { createVocabulary } from "./vocabulary.ts";

export interface IndexOptions {
  lexicon?: Lexicon;
  /** everyday sentences, a line each, that teach the diacritic restorer syllables the entries lack */
  everyday?: string;
}

/** An everyday sentence teaches as much as this many readings of it: entries are formal, and there are more of them. */
const EVERYDAY_WEIGHT = 4;
const NO_LEXICON: Lexicon = { abbreviations: new Map(), chatWords: new Map(), synonyms: [] };

/** Reads all entries and makes the flat arrays an index consists of. The entries' texts are not kept. */
export function buildIndexData(entries: Iterable<Entry>, options: IndexOptions = {}): IndexData {
  const lexicon = options.lexicon ?? NO_LEXICON;
  const vocabulary = createVocabulary();
  const bigrams = new BigramCollector();
  const trigrams = new TrigramCollector();
  const termCounts = new GrowableUint32();
  const title = createFieldBuilder(vocabulary, bigrams, trigrams, termCounts);
  const text = createFieldBuilder(vocabulary, bigrams, trigrams, termCounts);
  const ids: string[] = [];
  const asked: (readonly string[])[] = [];
  const clauseFrom = new GrowableUint32();
  const clauseTo = new GrowableUint32();
  let titleBefore: readonly string[] = [];

  for (const entry of entries) {
    ids.push(entry.id);
    const titleTerms = syllables(entry.title);
    title.addEntry([titleTerms], () => false);
    // A document's name stands in the title of each of its sections; it is learned from once.
    const shared = sharedPrefix(titleTerms, titleBefore);
    if (isFitToLearnFrom(titleTerms)) learn(titleTerms.slice(shared));
    titleBefore = titleTerms;
    const clauses = splitClauses(entry.text);
    const words = clauses.map((clause) => syllables(entry.text.slice(clause.start, clause.end)));
    text.addEntry(words, isFitToLearnFrom);
    for (const clause of clauses) {
      clauseFrom.push(clause.start);
      clauseTo.push(clause.end);
    }
    asked.push(entry.questions ?? []);
  }
  const termSentences = new GrowableUint32();
  let sentences = 0;
  for (const line of everydayLines(options.everyday ?? "", asked)) {
    const terms = syllables(line);
    for (let times = 0; times < EVERYDAY_WEIGHT; times++) learn(terms);
    sentences++;
    for (const term of new Set(terms)) count(termSentences, vocabulary.add(term));
  }

  const questions = createFieldBuilder(vocabulary, bigrams, trigrams, termCounts);
  const read = readerOfQuestions();
  for (const all of asked) {
    questions.addEntry(
      all.map((question) => read(question)),
      () => false,
    );
  }

  const size = vocabulary.terms.length;
  const { table, rank } = bigrams.finish(size);
  const fields = {
    title: title.finish(size, rank),
    questions: questions.finish(size, rank),
    text: text.finish(size, rank),
  };
  const all = [fields.title, fields.questions, fields.text];
  return {
    ids,
    terms: vocabulary.terms,
    lexicon,
    ...fields,
    clauseFrom: clauseFrom.toArray(),
    clauseTo: clauseTo.toArray(),
    bigrams: table,
    trigrams: trigrams.finish(rank),
    termCounts: padded(termCounts, size),
    termEntries: countEntries(
      all.map((field) => field.unigrams),
      size,
      ids.length,
    ),
    bigramEntries: countEntries(
      all.map((field) => field.bigrams),
      rank.length,
      ids.length,
    ),
    termSentences: padded(termSentences, size),
    sentences,
  };

  function learn(terms: readonly string[]): void {
    let before = -1;
    let pairBefore = -1;
    for (const term of terms) {
      if (isReferenceTerm(term)) continue;
      const id = vocabulary.add(term);
      count(termCounts, id);
      if (before >= 0) {
        const pair = bigrams.number(before, id);
        bigrams.learn(pair);
        if (pairBefore >= 0) trigrams.add(pairBefore, id);
        pairBefore = pair;
      }
      before = id;
    }
  }

  /**
   * Sample questions are written as people type them, some without diacritics: they are repaired as a question is
   * before they are indexed, by a reader that has read everything else.
   */
  function readerOfQuestions(): (question: string) => readonly string[] {
    if (asked.every((all) => all.length === 0)) return syllables;
    const { table, rank } = bigrams.finish(vocabulary.terms.length);
    const reader = createQuestionReader({
      terms: [...vocabulary.terms],
      lexicon,
      bigrams: table,
      trigrams: trigrams.finish(rank),
      termCounts: padded(termCounts, vocabulary.terms.length),
    });
    return (question) => reader.read(question).terms;
  }
}

/** Everyday sentences, and the sample questions that are typed with diacritics. */
function* everydayLines(everyday: string, asked: readonly (readonly string[])[]): Generator<string> {
  for (const line of everyday.split("\n")) if (line.trim() !== "" && !line.startsWith("#")) yield line;
  for (const all of asked)
    for (const question of all) if (isFitToLearnFrom(syllables(question))) yield question;
}

/** Text typed without diacritics ("moi nam tinh ho tro") would teach the restorer that this is how words look. */
function isFitToLearnFrom(terms: readonly string[]): boolean {
  const words = terms.filter((term) => /^\p{L}{2,}$/u.test(term));
  return words.filter(isAccented).length * 4 >= words.length;
}

function sharedPrefix(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function count(counts: GrowableUint32, id: number): void {
  while (counts.length <= id) counts.push(0);
  counts.increment(id);
}

function padded(counts: GrowableUint32, size: number): Uint32Array {
  const array = new Uint32Array(size);
  array.set(counts.toArray().subarray(0, size));
  return array;
}

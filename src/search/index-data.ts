import type { BigramTable, TrigramTable } from "./bigrams.ts";
import type { Postings } from "./postings.ts";

/** One thing that can be found: a section of a document, or an article of the benchmark. */
export interface Entry {
  id: string;
  title: string;
  text: string;
  /** how people ask for it */
  questions?: readonly string[];
}

/** What words mean that are not spelled out; keys and values in any case, with their diacritics. */
export interface Lexicon {
  /** "nscl" → "năng suất chất lượng"; several meanings are several readings */
  abbreviations: ReadonlyMap<string, readonly string[]>;
  /** chat spellings: "hong" → "không", "j" → "gì" */
  chatWords: ReadonlyMap<string, readonly string[]>;
  /** "cho tiền" → "hỗ trợ kinh phí": adds the right side at a lower weight */
  synonyms: readonly (readonly [string, string])[];
}

/** The clauses of one field of all entries, as term numbers, and where terms and pairs of terms are found. */
export interface FieldData {
  /** the terms of all clauses, one clause after the other */
  tokens: Uint32Array;
  /** clauses + 1 offsets into `tokens` */
  clauseStarts: Uint32Array;
  /** entries + 1 offsets into the clauses */
  entryClauses: Uint32Array;
  unigrams: Postings;
  bigrams: Postings;
}

/** Everything an index consists of. Flat arrays: saving is copying, loading is pointing. */
export interface IndexData {
  ids: readonly string[];
  terms: readonly string[];
  lexicon: Lexicon;
  title: FieldData;
  questions: FieldData;
  text: FieldData;
  /** character offsets of the text field's clauses in `Entry.text` */
  clauseFrom: Uint32Array;
  clauseTo: Uint32Array;
  bigrams: BigramTable;
  trigrams: TrigramTable;
  /** how often each term was read in text fit to learn from */
  termCounts: Uint32Array;
  /** in how many entries each term stands, whatever the field */
  termEntries: Uint32Array;
  /** the same for pairs */
  bigramEntries: Uint32Array;
  /** in how many everyday sentences each term stands, and how many sentences there are */
  termSentences: Uint32Array;
  sentences: number;
}

/** References are terms, but no part of the sentence around them. */
export function isReferenceTerm(term: string): boolean {
  return term.includes("#");
}

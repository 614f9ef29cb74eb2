import type { IsoDate, KnowledgeDocument, Section, Unit } from "../knowledge/document.ts";
import type { Near } from "../search/index.ts";
import type { Understood } from "./understand.ts";

/** A section found for a question, best first, with why. */
export interface Passage {
  document: KnowledgeDocument;
  section: Section;
  /** the line found, where each line of the section stands for itself ("Chưa kiểm chứng"); else null */
  line: Unit | null;
  /** only comparable within one question */
  score: number;
}

export interface Term {
  term: string;
  weight: number;
  /** the index has seen it */
  known: boolean;
  /** came from the dictionary, not from the question */
  added: boolean;
}

export interface Retrieved {
  /** the question as it was searched: diacritics restored, typing errors mended, abbreviations spelled out */
  repaired: string;
  terms: readonly Term[];
  passages: readonly Passage[];
  /** the question names a document that we have, and the passages are of it or of what took its place */
  namesDocument: boolean;
}

/** Finds the sections that may answer; validity and territory on the given day count in the order. */
export interface Retriever {
  /** The question as it will be searched: diacritics restored, typing errors mended, abbreviations spelled out. */
  restore(question: string): string;
  /** Whether a word stands in the documents. */
  knows(word: string): boolean;
  /** @param near what dense search found, fused with what the words find; without it the words rank alone */
  retrieve(understood: Understood, asOf: IsoDate, near?: readonly Near[]): Promise<Retrieved>;
}

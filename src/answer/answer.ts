/** The closed set of how an answer can end. */
export type Outcome = "answered" | "partial" | "clarify" | "unanswerable" | "blocked" | "failed";

/** Shipped knowledge is always a summary; official text added later is quoted. */
export type CitationKind = "tóm tắt" | "nguyên văn";

/** The basis of an answer, readable without the knowledge at hand. */
export interface Citation {
  /** number as printed, `11/KH-UBND`; a guide without number has its id */
  document: string;
  title: string;
  /** the place in the document, `I.3.b`, `Điều 31 khoản 1` */
  section: string;
  kind: CitationKind;
  /** the words relied on, at most 800 characters */
  text: string;
  /** validity on the day of the answer, in words */
  validity: string;
  /** "¹", "²": stands behind the sentences that rest on it, where they rest on different places */
  mark?: string;
}

export interface Answer {
  question: string;
  outcome: Outcome;
  /** what a person reads: conclusion first, then the basis */
  text: string;
  /** the first part of `text` alone, for screens that show the basis in their own way */
  conclusion: string;
  /** sentences that ask for care, also part of `text` */
  cautions: readonly string[];
  citations: readonly Citation[];
  /** 0..1, how sure the pipeline is that this is the answer */
  confidence: number;
  /** questions or topics the person may pick next */
  suggestions: readonly string[];
}

/** Answers a question without a model; `history` holds the person's earlier questions, oldest first. Never throws. */
export interface Answerer {
  answer(question: string, history?: readonly string[]): Promise<Answer>;
}

export const MAX_CITATIONS = 4;
export const MAX_CITATION_LENGTH = 800;
/** a chat bubble that is still read to its end */
export const BUBBLE_LENGTH = 600;
/** longer questions are asked to be shortened */
export const MAX_QUESTION_LENGTH = 2000;

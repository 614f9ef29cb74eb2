import type { Answer } from "./answer.ts";
import { documentLabel, type IsoDate, type LegalStatus } from "../knowledge/document.ts";
import type { Evidence } from "./judge.ts";
import type { Passage } from "./retriever.ts";
import type { StaffMatch } from "./staff-answers.ts";
import type { Asks, Understood } from "./understand.ts";
import { statusOn } from "./validity.ts";

/** The way a question took to its answer. */
export type Route =
  | "unreadable"
  | "refused"
  | "small_talk"
  /** an answer that staff wrote */
  | "staff_answer"
  | "foreign"
  | "elsewhere"
  | "unknown_document"
  | "documents"
  | "failed";

/** Why the documents were quoted, or were not. */
export type Decision =
  | "answers"
  /** the best passage is not about the question */
  | "not_about_it"
  /** what comes nearest is listed as unverified */
  | "unverified"
  /** several meanings, the person is asked */
  | "ambiguous"
  /** no unit is left whose figures stand in what would be cited */
  | "no_figure_with_source"
  /** the words themselves decided: small talk, a refusal, a foreign subject, an answer of staff */
  | "by_words";

/** How an answer came about, for staff; plain JSON of at most 8 KB. */
export interface Trace {
  route: Route;
  decision: Decision;
  /** the rule, subject or item that decided by words */
  rule: string | null;
  heard: string;
  /** diacritics put back, typing errors mended, abbreviations spelled out */
  restored: string;
  /** what was searched: for a follow-up with the earlier topic */
  searched: string | null;
  earlier: string | null;
  asks: readonly Asks[];
  /** in the order of the ranking */
  found: readonly FoundTrace[];
  /** what was measured of the best passage, and the confidence made of it */
  judged: { confidence: number; needed: number; evidence: Readonly<Record<string, number>> } | null;
  /** answers of staff that came near, with their likeness */
  staff: readonly { item: string; likeness: number }[];
  said: readonly { document: string; section: string; units: readonly string[] }[];
  /** units that the number lock dropped */
  dropped: readonly string[];
  /** what a model had to do with it; absent where none was asked */
  model?: ModelTrace;
}

export interface ModelTrace {
  /** how its reading of the question was used, or why it was not */
  reading: string;
  /** whose words were said: its sentences, those of the documents, or its first and then theirs */
  words: "model" | "documents" | "both";
  /** why not its words alone */
  why: string | null;
  /** what was wrong with the sentences that were not said */
  faults: readonly string[];
}

export interface FoundTrace {
  document: string;
  section: string;
  score: number;
  validity: LegalStatus;
}

/** An answer with how it was found. */
export interface Explained {
  answer: Answer;
  /** field of the document cited first */
  topic: string | null;
  trace: Trace;
}

const LONGEST_WORDS = 240;
const LONGEST_NAME = 60;
const LONGEST_UNIT = 80;
const MOST_FOUND = 8;
const MOST_UNITS = 8;
const MOST_DROPPED = 4;

/** The trace of what the words alone decided; the others are made of it. */
export function traceOf(
  route: Route,
  heard: string,
  { restored = "", rule = null, ...more }: Partial<Trace> = {},
): Trace {
  return {
    route,
    decision: "by_words",
    searched: null,
    earlier: null,
    asks: [],
    found: [],
    judged: null,
    staff: [],
    said: [],
    dropped: [],
    ...more,
    heard: shortened(heard, LONGEST_WORDS),
    restored: shortened(restored, LONGEST_WORDS),
    rule: rule === null ? null : shortened(rule, LONGEST_NAME),
  };
}

export function searchTrace(
  understood: Understood,
  repaired: string,
): Pick<Trace, "searched" | "earlier" | "asks"> {
  return {
    searched: shortened(repaired, LONGEST_WORDS),
    earlier: understood.earlier === null ? null : shortened(understood.earlier, LONGEST_WORDS),
    asks: [...understood.asks],
  };
}

export function foundTrace(passages: readonly Passage[], asOf: IsoDate): readonly FoundTrace[] {
  return passages.slice(0, MOST_FOUND).map(({ document, section, score }) => ({
    document: shortened(documentLabel(document), LONGEST_NAME),
    section: shortened(section.anchor, LONGEST_NAME),
    score: rounded(score),
    validity: statusOn(asOf, document, section),
  }));
}

export function judgedTrace(confidence: number, needed: number, evidence: Evidence | null): Trace["judged"] {
  return {
    confidence: rounded(confidence),
    needed,
    evidence: Object.fromEntries(
      Object.entries<number>({ ...evidence }).map(([name, value]) => [name, rounded(value)]),
    ),
  };
}

/** What was said of which place. */
export function saidTrace(
  said: readonly { passage: Pick<Passage, "document" | "section">; units: readonly { text: string }[] }[],
): Trace["said"] {
  let left = MOST_UNITS;
  return said.map(({ passage, units }) => {
    const shown = units.slice(0, left);
    left -= shown.length;
    return {
      document: shortened(documentLabel(passage.document), LONGEST_NAME),
      section: shortened(passage.section.anchor, LONGEST_NAME),
      units: shown.map(({ text }) => shortened(text, LONGEST_UNIT)),
    };
  });
}

export function staffTrace(near: readonly StaffMatch[]): Trace["staff"] {
  return near.map(({ item, likeness }) => ({ item: item.id, likeness: rounded(likeness) }));
}

export function droppedTrace(units: readonly { text: string }[]): readonly string[] {
  return units.slice(0, MOST_DROPPED).map(({ text }) => shortened(text, LONGEST_UNIT));
}

function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

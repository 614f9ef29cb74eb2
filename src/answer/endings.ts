import type { IsoDate } from "../knowledge/document.ts";
import type { Answer, Outcome } from "./answer.ts";
import { basisOf } from "./compose.ts";
import type { Passage, Retrieved } from "./retriever.ts";
import { citeStaffAnswer, type StaffMatch } from "./staff-answers.ts";
import { SUGGESTED_QUESTIONS, texts } from "./texts.ts";
import { traceOf, type Route, type Trace } from "./trace.ts";

/** Below this what was found is not worth naming. */
const NEAR = 0.12;

/** An answer and how it came about, before its topic is looked up. */
export interface Ended {
  answer: Answer;
  trace: Trace;
}

/** What the words alone decided. */
export function byWords(route: Route, heard: string, answer: Answer, more: Partial<Trace> = {}): Ended {
  return { answer, trace: traceOf(route, heard, more) };
}

/** What staff answered, with its place; its figures need no other source, for it is what is cited. */
export function fromStaff(
  question: string,
  { item, likeness }: StaffMatch,
  asOf: IsoDate,
  trace: Trace,
): Ended {
  const citation = citeStaffAnswer(item, asOf);
  return {
    answer: {
      question,
      outcome: "answered",
      text: `${item.answer}\n\n${basisOf(citation)}`,
      conclusion: item.answer,
      cautions: [],
      citations: [citation],
      confidence: likeness,
      suggestions: [],
    },
    trace: { ...trace, route: "staff_answer", decision: "by_words", rule: item.id },
  };
}

/** Nothing in the documents answers; what comes nearest is named. */
export function unanswerable(question: string, retrieved: Retrieved, confidence: number): Answer {
  const near = confidence >= NEAR ? nearestTopics(retrieved.passages) : [];
  const lines = [
    texts.unanswerable,
    ...(near.length > 0 ? [texts.nearest, ...near.map((topic) => `- ${topic}`)] : []),
    texts.passOn,
  ];
  return ending(
    question,
    "unanswerable",
    lines.join("\n"),
    near.length > 0 ? near : SUGGESTED_QUESTIONS,
    confidence,
  );
}

/** What is asked stands in the knowledge as not verified. */
export function notVerified(
  question: string,
  best: Passage,
  citable: readonly Passage[],
  confidence: number,
): Answer {
  const near = nearestTopics(citable);
  const lines = [
    texts.unverified(best.document.title),
    ...(near.length > 0 ? [texts.nearest, ...near.map((topic) => `- ${topic}`)] : []),
    texts.passOn,
  ];
  return ending(question, "unanswerable", lines.join("\n"), near, confidence);
}

/** What could be asked instead; titles carry no figures of their own to get wrong. */
function nearestTopics(passages: readonly Passage[]): string[] {
  const titles = passages.filter(({ section }) => section.citable).map(({ section }) => section.title);
  return [...new Set(titles)].slice(0, 3);
}

/** An answer without citations. */
export function ending(
  question: string,
  outcome: Outcome,
  text: string,
  suggestions: readonly string[] = [],
  confidence = 0,
): Answer {
  return { question, outcome, text, conclusion: text, cautions: [], citations: [], confidence, suggestions };
}

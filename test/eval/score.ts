import type { Answer, Answerer } from "../../src/answer/answer.ts";
import { wordsOf } from "../../src/answer/cite.ts";
import { figuresWithoutSource } from "../../src/answer/figures.ts";
import type { EvalQuestion } from "./questions.ts";

/** One question, what was answered and which expectations it met; null where an expectation does not apply. */
export interface Scored {
  question: EvalQuestion;
  answer: Answer;
  document: boolean | null;
  section: boolean | null;
  fact: boolean | null;
  outcome: boolean | null;
  forbidden: boolean;
  figures: readonly string[];
}

export async function scoreAll(answerer: Answerer, questions: readonly EvalQuestion[]): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const question of questions) {
    scored.push(score(question, await answerer.answer(question.q, question.history)));
  }
  return scored;
}

export function score(question: EvalQuestion, answer: Answer): Scored {
  const text = lower(answer.text);
  const [first] = answer.citations;
  return {
    question,
    answer,
    document:
      question.document.length > 0 ? first !== undefined && question.document.includes(first.document) : null,
    section:
      question.section.length > 0
        ? answer.citations.some((citation) => sectionMatches(question, citation.document, citation.section))
        : null,
    fact:
      question.fact.length > 0
        ? question.fact.every((fact) => fact.split("|").some((one) => text.includes(lower(one))))
        : null,
    outcome: question.outcome.length > 0 ? question.outcome.includes(answer.outcome) : null,
    forbidden: question.forbid.some((words) => text.includes(lower(words))),
    figures:
      answer.citations.length > 0
        ? figuresWithoutSource(answer.text.replace(/[¹²³⁴]/gu, ""), answer.citations.flatMap(wordsOf))
        : [],
  };
}

/** Whether a place of a document is one of those expected. */
export function sectionMatches(question: EvalQuestion, document: string, section: string): boolean {
  if (!question.document.includes(document)) return false;
  return (
    question.section.length === 0 ||
    isGuide(document) ||
    question.section.some((prefix) => startsAt(section, prefix))
  );
}

/** A guide has no articles, so any of its sections will do. */
function isGuide(document: string): boolean {
  return !/[\d/]/.test(document);
}

/** "Điều 31" begins "Điều 31 khoản 1" but not "Điều 311". */
function startsAt(section: string, prefix: string): boolean {
  return lower(section).startsWith(lower(prefix)) && !/^[\p{L}\p{N}]/u.test(section.slice(prefix.length));
}

function lower(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Share of the values that are true, ignoring the null ones; 1 when there are none. */
export function share(values: readonly (boolean | null)[]): number {
  const counted = values.filter((value) => value !== null);
  return counted.length === 0 ? 1 : counted.filter(Boolean).length / counted.length;
}

const SPELLINGS = ["formal", "nodia", "typo", "chat"];

/** Share of the other spellings that cite the same place first as the formal one. */
export function sameAsFormal(scored: readonly Scored[]): number {
  const formal = new Map(
    scored
      .filter(({ question }) => question.kind === "formal")
      .map(({ question, answer }) => [question.group, placeOf(answer)]),
  );
  return share(
    scored
      .filter(({ question }) => question.kind !== "formal" && SPELLINGS.includes(question.kind))
      .map(({ question, answer }) => placeOf(answer) === formal.get(question.group)),
  );
}

function placeOf(answer: Answer): string {
  const [first] = answer.citations;
  return first ? `${first.document}#${first.section}` : answer.outcome;
}

/** Map.groupBy, which Node 20 lacks. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

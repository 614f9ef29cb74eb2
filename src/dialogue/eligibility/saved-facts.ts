import { FACTS, type Facts } from "./facts.ts";
import { nextQuestion } from "./next-question.ts";

/** Changes with the questions and their answers, so that an old button is never read as other answers. */
const EDITION = "1";

/**
 * The answers as a button can carry them: for every question on the way, the place of its answer. The verdict closes
 * the form, and its buttons still know what it was about.
 */
export function encodeFacts(facts: Facts): string {
  let replayed: Facts = {};
  let code = EDITION;
  for (let question = nextQuestion(replayed); question; question = nextQuestion(replayed)) {
    const value = facts[question.id];
    if (value === undefined) break;
    code += Object.keys(FACTS[question.id]).indexOf(value).toString(36);
    replayed = { ...replayed, [question.id]: value };
  }
  return code;
}

/** Null where the code is of another edition or no code at all. */
export function decodeFacts(code: string): Facts | null {
  if (!code.startsWith(EDITION)) return null;
  let facts: Facts = {};
  for (const place of code.slice(EDITION.length)) {
    const question = nextQuestion(facts);
    const value = question && Object.keys(FACTS[question.id])[parseInt(place, 36)];
    if (!question || value === undefined) return null;
    facts = { ...facts, [question.id]: value };
  }
  return facts;
}

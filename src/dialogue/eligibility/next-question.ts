import { holds, type Facts } from "./facts.ts";
import { QUESTIONS, type Question } from "./questions.ts";

/** The first open question that matters for the answers so far; none when there is enough for a verdict. */
export function nextQuestion(facts: Facts): Question | undefined {
  return QUESTIONS.find(
    ({ id, when }) =>
      facts[id] === undefined && (when.length === 0 || when.some((conditions) => holds(conditions, facts))),
  );
}

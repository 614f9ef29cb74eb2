import type { Answer } from "../../src/answer/answer.ts";

/** An answer with the given parts; what is said alone is its text unless told otherwise. */
export function answerOf(parts: Partial<Answer>): Answer {
  const text = parts.text ?? parts.conclusion ?? "";
  return {
    question: "",
    outcome: "answered",
    text,
    conclusion: text,
    cautions: [],
    citations: [],
    confidence: 0,
    suggestions: [],
    ...parts,
  };
}

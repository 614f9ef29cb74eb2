import type { Answer, Answerer } from "../../src/answer/answer.ts";
import type { ExplainingAnswerer } from "../../src/answer/pipeline.ts";
import { traceOf, type Explained } from "../../src/answer/trace.ts";

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

/** An answer found in the documents, with next to nothing in its trace. */
export function explained(answer: Answer): Explained {
  return { answer, topic: null, trace: traceOf("documents", answer.question) };
}

/** Explains what an answerer says that cannot. */
export function explaining(answer: Answerer["answer"]): ExplainingAnswerer {
  return {
    answer,
    explain: async (question, history) => explained(await answer(question, history)),
  };
}

import { createChatModel } from "../../../src/adapters/langchain/chat-model.ts";
import { createKnowledgeAnswerer, type Knowledge } from "../../../src/answer/create.ts";
import { createModelDesk } from "../../../src/answer/model-desk.ts";
import type { Trouble } from "../../../src/answer/model.ts";
import type { ExplainingAnswerer } from "../../../src/answer/pipeline.ts";
import type { ModelSettings } from "../../../src/model-config.ts";

export type ModelPlace = Pick<ModelSettings, "apiKey" | "baseUrl" | "model" | "output" | "seconds">;

export function placeOfDouble(url: string): ModelPlace {
  return { apiKey: "none", baseUrl: url, model: "double", output: "json_schema", seconds: 15 };
}

/** The answerer with a model, without the service around it and without a budget: for sets of questions. */
export function answererWithModel(
  knowledge: Knowledge,
  today: () => string,
  place: ModelPlace,
  { onTrouble, onError }: { onTrouble?: (trouble: Trouble) => void; onError: (error: unknown) => void },
): ExplainingAnswerer {
  const model = createChatModel({ ...place, onError });
  const modelDesk = createModelDesk({
    model: () => Promise.resolve(model),
    budget: { take: () => Promise.resolve("taken") },
    secondsPerQuestion: place.seconds,
    now: () => new Date(),
    onOutcome: (trouble) => {
      if (trouble !== null) onTrouble?.(trouble);
    },
    onError,
  });
  return createKnowledgeAnswerer(knowledge, today, { onError, modelDesk }).answerer;
}

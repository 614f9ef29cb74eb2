import type { Answerer } from "./answer.ts";
import { ending } from "./endings.ts";
import { texts } from "./texts.ts";

/** The same answerer, which says that it is switched off while it is. */
export function unlessPaused(answerer: Answerer, paused: () => boolean): Answerer {
  return {
    answer: (question, history) =>
      paused()
        ? Promise.resolve(ending(question, "failed", texts.paused))
        : answerer.answer(question, history),
  };
}

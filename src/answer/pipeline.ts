import type { Library } from "../knowledge/library.ts";
import type { Answer, Answerer } from "./answer.ts";
import { answerWithModel } from "./answer-with-model.ts";
import { createReader } from "./attempt.ts";
import { byWords, ending, type Ended } from "./endings.ts";
import { fromAttempt } from "./from-attempt.ts";
import type { Asker } from "./model.ts";
import type { AnswererParts } from "./parts.ts";
import { texts } from "./texts.ts";
import type { Explained } from "./trace.ts";
import { withoutSearching } from "./without-searching.ts";

/** An answerer that also tells how it came to its answer. */
export interface ExplainingAnswerer extends Answerer {
  /**
   * The same answer with its trace; for a known asker a model may help, where one is set up. Never throws, and never
   * calls anything inside a transaction: the turn that asks commits afterwards.
   */
  explain(question: string, history?: readonly string[], asker?: Asker): Promise<Explained>;
}

/** The answer pipeline: hear, guard, understand, retrieve, judge, compose, check; with or without a model. */
export function createAnswerer(parts: AnswererParts): ExplainingAnswerer {
  async function explain(
    question: string,
    history: readonly string[] = [],
    asker?: Asker,
  ): Promise<Explained> {
    const { answer, trace } = await end(question, history, asker);
    return { answer, topic: topicOf(parts.library, answer), trace };
  }
  async function end(question: string, history: readonly string[], asker?: Asker): Promise<Ended> {
    try {
      const heeded = withoutSearching(parts, question);
      const asked = {
        question,
        restored: heeded.restored,
        history,
        asOf: parts.today(),
        reader: createReader(parts, parts.today(), asker && parts.denseDesk?.session(asker)),
      };
      const session = asker && parts.modelDesk?.session(asker);
      if (session) return await answerWithModel({ parts, asked, heeded, session, draft: asker.draft });
      if (heeded.ended) return heeded.ended;
      const attempt = await asked.reader.bestAttempt(question.normalize("NFC").trim(), history);
      return fromAttempt(parts, asked, attempt).ended;
    } catch (error) {
      parts.onError?.(error);
      return byWords("failed", question, ending(question, "failed", texts.failed));
    }
  }
  return { explain, answer: async (question, history) => (await explain(question, history)).answer };
}

function topicOf(library: Library, { citations }: Answer): string | null {
  const [first] = citations;
  const document = first && (library.byNumber(first.document) ?? library.byId(first.document));
  return document?.field ?? null;
}

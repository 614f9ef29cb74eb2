import { admit, type ModelBudget } from "./admission.ts";
import { createBreaker, mayRetry, type Breaker } from "./breaker.ts";
import {
  type Asker,
  type AskedWords,
  type Brief,
  type Composing,
  type Model,
  type ModelDesk,
  type ModelFailure,
  type ModelSession,
  type ModelTrouble,
  type Trouble,
} from "./model.ts";
import { redact } from "./redact.ts";

export interface ModelDeskParts {
  /** loaded at the first question */
  model: () => Promise<Model>;
  budget: ModelBudget;
  /** for all calls of one question together; must end well before the lease of its message does */
  secondsPerQuestion: number;
  now: () => Date;
  /** told how each question went: null when it went well */
  onOutcome: (trouble: ModelTrouble | null) => void;
  onError: (error: unknown) => void;
}

/**
 * Stands between the answers and the model: strips personal data, keeps to the budget and the time, tries once more,
 * and leaves a failing model alone. Whatever goes wrong is a value; the answer without a model stands.
 */
export function createModelDesk(parts: ModelDeskParts): ModelDesk {
  const breaker = createBreaker(parts.now);
  return { session: (asker) => openSession(parts, breaker, asker) };
}

function openSession(parts: ModelDeskParts, breaker: Breaker, asker: Asker): ModelSession {
  const clean = (words: string) => redact(words, asker.names);
  const strip = <T extends AskedWords>(asked: T): T => ({
    ...asked,
    question: clean(asked.question),
    history: asked.history.map(clean),
  });
  let admission: Promise<ModelFailure | null> | undefined;
  /** Decided once a question. */
  const admitted = () => (admission ??= admit(parts, breaker, asker.key));
  let timeLeft: AbortSignal | undefined;
  const signal = () => (timeLeft ??= AbortSignal.timeout(parts.secondsPerQuestion * 1000));

  /** One person's limit is no trouble of the model. */
  const tell = (trouble: Trouble | null) => {
    if (trouble !== "person_spent") parts.onOutcome(trouble);
  };

  return {
    async understand(asked) {
      const refusal = await admitted();
      if (refusal) return refusal;
      const ask = async () => (await parts.model()).understand(strip(asked), signal());
      const first = await ask();
      const last = first.kind === "failed" && (await mayRetry(first.why, signal())) ? await ask() : first;
      breaker.heard(last.kind === "failed" ? last.why : null);
      if (last.kind === "failed") tell(last.why);
      return last;
    },
    async *compose(brief) {
      const refusal = await admitted();
      if (refusal) {
        yield refusal;
        return;
      }
      let heard: Trouble | null = "cut_off";
      for await (const piece of composing(parts, strip(brief), signal())) {
        heard = piece.kind === "failed" ? piece.why : null;
        yield piece;
      }
      breaker.heard(heard);
      tell(heard);
    },
  };
}

/** The pieces of one answer; begun once more where nothing of it was said yet. */
async function* composing(
  parts: ModelDeskParts,
  brief: Brief,
  signal: AbortSignal,
): AsyncGenerator<Composing> {
  const model = await parts.model();
  let begun = false;
  for await (const piece of model.compose(brief, signal)) {
    if (piece.kind === "failed" && !begun && (await mayRetry(piece.why, signal))) {
      yield* model.compose(brief, signal);
      return;
    }
    begun = true;
    yield piece;
  }
}

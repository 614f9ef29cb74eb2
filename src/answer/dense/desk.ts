import type { Near } from "../../search/index.ts";
import { admit, type ModelBudget } from "../admission.ts";
import { createBreaker, type Breaker } from "../breaker.ts";
import type { Asker, ModelFailure } from "../model.ts";
import { redact } from "../redact.ts";
import type { DenseDesk, DenseSession, DenseTrouble, Embedder, VectorStore } from "./port.ts";

export interface DenseDeskParts {
  embedder: Embedder;
  /** null until one is ready */
  store: () => VectorStore | null;
  budget: ModelBudget;
  now: () => Date;
  /** told how each question went: null when it went well */
  onOutcome: (trouble: DenseTrouble | null) => void;
  onError: (error: unknown) => void;
}

/** For all readings of one question together. The words have found theirs in milliseconds: nobody waits long for more. */
const QUESTION_MS = 3000;
const NEAREST = 30;
const NOTHING: readonly Near[] = [];

/**
 * Stands between the questions and the embedding model: strips personal data, keeps to the budget and the time, and
 * leaves a failing model alone. Whatever goes wrong, nothing is near, and the words rank alone.
 */
export function createDenseDesk(parts: DenseDeskParts): DenseDesk {
  const breaker = createBreaker(parts.now);
  return { session: (asker) => openSession(parts, breaker, asker) };
}

function openSession(parts: DenseDeskParts, breaker: Breaker, asker: Asker): DenseSession {
  let admission: Promise<ModelFailure | null> | undefined;
  let timeLeft: AbortSignal | undefined;
  // A question is read in several ways, of which some are the same words.
  const known = new Map<string, Promise<readonly Near[]>>();

  /** Decided once a question. */
  const admitted = () => (admission ??= admit(parts, breaker, asker.key));

  async function search(words: string): Promise<readonly Near[]> {
    const store = parts.store();
    const dimensions = store?.dimensions() ?? null;
    if (store === null || dimensions === null || (await admitted()) !== null) return NOTHING;
    timeLeft ??= AbortSignal.timeout(QUESTION_MS);
    const embedded = await parts.embedder.embed([words], timeLeft);
    if (embedded.kind === "failed") return inTrouble(embedded.why);
    const [vector] = embedded.vectors;
    if (vector?.length !== dimensions) return inTrouble("other_dimensions");
    breaker.heard(null);
    parts.onOutcome(null);
    return store.nearest(vector, NEAREST);
  }

  function inTrouble(why: DenseTrouble): readonly Near[] {
    breaker.heard(why === "other_dimensions" ? "malformed" : why);
    parts.onOutcome(why);
    return NOTHING;
  }

  async function near(words: string): Promise<readonly Near[]> {
    try {
      return await search(words);
    } catch (error) {
      parts.onError(error);
      return NOTHING;
    }
  }

  return {
    near(question) {
      const words = redact(question, asker.names).trim();
      if (words === "") return Promise.resolve(NOTHING);
      const answer = known.get(words) ?? near(words);
      known.set(words, answer);
      return answer;
    },
  };
}

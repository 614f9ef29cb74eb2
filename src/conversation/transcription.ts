import { admit, type ModelBudget } from "../answer/admission.ts";
import { createBreaker, mayRetry } from "../answer/breaker.ts";
import type { ModelFailure, ModelTrouble } from "../answer/model.ts";

/** A recording as it was sent; what its file was called is nobody's business. */
interface Recording {
  content: Uint8Array;
  mediaType: string;
}

export type Transcribed = { kind: "heard"; words: string } | ModelFailure;

/** Turns speech into words somewhere. Never throws; after `signal` aborts it ends with "slow". */
export interface Transcriber {
  transcribe(recording: Recording, signal: AbortSignal): Promise<Transcribed>;
}

/** What hears voice messages, within its limits. */
export interface TranscriptionDesk {
  /** the words, or null where they could not be heard. Never throws. */
  hear(recording: Recording, person: string): Promise<string | null>;
}

export interface TranscriptionDeskParts {
  /** loaded with the first recording */
  transcriber: () => Promise<Transcriber>;
  /** recordings a day, of one person and of all */
  budget: ModelBudget;
  /** for one recording, the second try included; must end well before the lease of its message does */
  seconds: number;
  now: () => Date;
  /** told how each recording went: null when it went well */
  onOutcome: (trouble: ModelTrouble | null) => void;
  onError: (error: unknown) => void;
}

/** As much as anybody may type at once. */
const LONGEST_WORDS = 2000;

export function createTranscriptionDesk(parts: TranscriptionDeskParts): TranscriptionDesk {
  const { transcriber, seconds, onOutcome, onError } = parts;
  const breaker = createBreaker(parts.now);

  return {
    async hear(recording, person) {
      try {
        if ((await admit(parts, breaker, person)) !== null) return null;
        const server = await transcriber();
        const signal = AbortSignal.timeout(seconds * 1000);
        const first = await server.transcribe(recording, signal);
        const isTriedAgain = first.kind === "failed" && (await mayRetry(first.why, signal));
        const last = isTriedAgain ? await server.transcribe(recording, signal) : first;
        const trouble = last.kind === "failed" ? last.why : null;
        breaker.heard(trouble);
        // One person's limit is no trouble of the server.
        if (trouble !== "person_spent") onOutcome(trouble);
        return last.kind === "failed" ? null : tidied(last.words);
      } catch (error) {
        onError(error);
        return null;
      }
    },
  };
}

/** Null for silence. */
function tidied(words: string): string | null {
  const said = words.normalize("NFC").replace(/\s+/gu, " ").trim().slice(0, LONGEST_WORDS);
  return /[\p{L}\p{N}]/u.test(said) ? said : null;
}

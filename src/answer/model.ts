/**
 * What a language model is asked, and all that it may answer. It gets words and passages, gives words back, and can do
 * nothing else: no tools, no commands. Whatever it says is checked (`check-sentence.ts`) before anybody reads it.
 */

export type Language = "vi" | "en";

/** What the model takes a message for; it only advises, rules decide (`read-with-model.ts`). */
export const MODEL_ROUTES = ["question", "form", "greeting", "personal_data", "out_of_scope"] as const;
export type ModelRoute = (typeof MODEL_ROUTES)[number];

/** How far the passages answer, in the model's opinion. */
export const COVERAGES = ["complete", "partial", "none"] as const;
export type Coverage = (typeof COVERAGES)[number];

/** Words of people in what a model is asked; redacted already. */
export interface AskedWords {
  question: string;
  /** earlier questions, oldest first */
  history: readonly string[];
}

/** One passage the model may cite: the very words that would stand under the answer. */
export interface BriefPassage {
  /** "C1", "C2", … */
  id: string;
  /** document and place in it */
  place: string;
  title: string;
  text: string;
  validity: string;
}

export interface Brief extends AskedWords {
  language: Language;
  passages: readonly BriefPassage[];
}

export type Understanding =
  | {
      kind: "understood";
      route: ModelRoute;
      /** the question as it stands alone, in Vietnamese with diacritics; two where two things are asked */
      questions: readonly string[];
      language: Language;
    }
  | ModelFailure;

/** A piece of an answer in the making, in order. `end` or `failed` comes last. */
export type Composing = ComposedSentence | { kind: "end"; coverage: Coverage } | ModelFailure;

export interface ComposedSentence {
  kind: "sentence";
  /** in the language of the question */
  text: string;
  /** the same in Vietnamese; equal to `text` where that is Vietnamese */
  vietnamese: string;
  /** ids of the passages it rests on */
  sources: readonly string[];
}

export type Trouble =
  | "unreachable"
  | "slow"
  | "too_many_requests"
  /** the key, the model's name or the request was not accepted */
  | "refused"
  | "server_error"
  /** not what was agreed on */
  | "malformed"
  /** the answer ended in the middle */
  | "cut_off"
  /** too many failures shortly before: not asked at all */
  | "resting"
  | "person_spent"
  | "all_spent";

/** What is wrong with the model as such. */
export type ModelTrouble = Exclude<Trouble, "person_spent">;

export interface ModelFailure {
  kind: "failed";
  why: Trouble;
}

/** A language model somewhere. Never throws; after `signal` aborts it ends with "slow". */
export interface Model {
  understand(asked: AskedWords, signal: AbortSignal): Promise<Understanding>;
  compose(brief: Brief, signal: AbortSignal): AsyncIterable<Composing>;
}

/** Who asks, as far as a model is concerned. */
export interface Asker {
  /** tells people apart in the daily budget; never sent */
  key: string;
  /** names given in forms, stripped before any call */
  names: readonly string[];
  /** shows what is certain of the answer so far; whatever is shown opens the final answer */
  draft?: (text: string) => void;
}

/** The model for one question: one share of the budget, one time limit for all calls. */
export interface ModelSession {
  understand(asked: AskedWords): Promise<Understanding>;
  compose(brief: Brief): AsyncIterable<Composing>;
}

/** Where sessions come from; see `model-desk.ts`. */
export interface ModelDesk {
  session(asker: Asker): ModelSession;
}

export function failed(why: Trouble): ModelFailure {
  return { kind: "failed", why };
}

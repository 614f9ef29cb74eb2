import { likeness, phraseOf, type Phrase } from "../search/index.ts";
import { asksOf, type Asks } from "./understand.ts";

/** One way to ask something, made ready to be compared with others. */
export interface Wording {
  phrase: Phrase;
  kinds: readonly Asks[];
}

/** Kinds of question that an answer to another kind does not serve. */
const KINDS: ReadonlySet<Asks> = new Set(["amount", "date", "duration", "who", "where", "definition"]);
/** The one asks what it costs, the other where to go. */
const OTHER_KIND = 0.85;

export function wordingOf(text: string, weigh: (syllable: string) => number): Wording {
  return { phrase: phraseOf(text, weigh), kinds: [...asksOf(text)].filter((kind) => KINDS.has(kind)) };
}

/** How far two wordings ask for the same, 0..1. */
export function sameness(a: Wording, b: Wording): number {
  const differ = a.kinds.length > 0 && b.kinds.length > 0 && !a.kinds.some((kind) => b.kinds.includes(kind));
  return likeness(a.phrase, b.phrase) * (differ ? OTHER_KIND : 1);
}

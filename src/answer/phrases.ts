import { fold, normalise } from "../search/index.ts";
import type { Spoken } from "./spoken.ts";

/** Finds set phrases in what people type, as whole words. */
export class PhraseSet {
  readonly #marked: ReadonlySet<string>;
  readonly #bare: ReadonlySet<string>;
  readonly #longest: number;

  /** @param ambiguous folded phrases that, typed without diacritics, may be part of something of ours */
  constructor(phrases: Iterable<string>, ambiguous: (folded: string) => boolean = () => false) {
    const marked = Array.from(phrases, (phrase) => normalise(phrase));
    this.#marked = new Set(marked);
    this.#bare = new Set(marked.map(fold).filter((phrase) => !ambiguous(phrase)));
    this.#longest = Math.max(1, ...marked.map((phrase) => phrase.split(" ").length));
  }

  /** Whether a phrase stands in what was typed, or word for word in its restored form. */
  isIn(text: Spoken, restored = ""): boolean {
    return (
      runsIn(text.words, text.bare ? this.#bare : this.#marked, this.#longest) ||
      (text.bare && runsIn(normalise(restored), this.#marked, this.#longest))
    );
  }
}

function runsIn(text: string, phrases: ReadonlySet<string>, longest: number): boolean {
  const words = text.match(/[\p{L}\p{N}&]+/gu) ?? [];
  for (let from = 0; from < words.length; from++) {
    let run = "";
    for (let to = from; to < Math.min(words.length, from + longest); to++) {
      run = run === "" ? (words[to] ?? "") : `${run} ${words[to] ?? ""}`;
      if (phrases.has(run)) return true;
    }
  }
  return false;
}

import { normalise } from "../search/index.ts";
import type { Spoken } from "./spoken.ts";

/** Finds set phrases, as whole words, in what people typed or meant to type. */
export class PhraseSet {
  readonly #phrases: ReadonlySet<string>;
  readonly #longest: number;

  constructor(phrases: Iterable<string>) {
    this.#phrases = new Set(Array.from(phrases, normalise));
    this.#longest = Math.max(1, ...Array.from(this.#phrases, (phrase) => phrase.split(" ").length));
  }

  isIn(text: Spoken): boolean {
    return this.#standsIn(text.restored) || this.#standsIn(text.typed);
  }

  #standsIn(text: string): boolean {
    const words = text.match(/[\p{L}\p{N}&]+/gu) ?? [];
    for (let from = 0; from < words.length; from++) {
      let run = "";
      for (const word of words.slice(from, from + this.#longest)) {
        run = run === "" ? word : `${run} ${word}`;
        if (this.#phrases.has(run)) return true;
      }
    }
    return false;
  }
}

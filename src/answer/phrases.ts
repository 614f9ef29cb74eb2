import { fold, normalise } from "../search/index.ts";

/**
 * Finds set phrases in what people type, with or without diacritics.
 * A phrase typed with diacritics must agree in them: "vé xe" is not in "về xe".
 */
export class PhraseSet {
  readonly #phrases: readonly { words: string; folded: string }[];

  constructor(phrases: Iterable<string>) {
    this.#phrases = Array.from(phrases, (phrase) => {
      const words = normalise(phrase);
      return { words, folded: fold(words) };
    });
  }

  /** The first phrase that stands in the text as whole words, or null. */
  findIn(text: string): string | null {
    const typed = ` ${spaced(normalise(text))} `;
    const folded = fold(typed);
    for (const phrase of this.#phrases) {
      if (occurs(phrase, typed, folded)) return phrase.words;
    }
    return null;
  }

  isIn(text: string): boolean {
    return this.findIn(text) !== null;
  }
}

function occurs(phrase: { words: string; folded: string }, typed: string, folded: string): boolean {
  let at = folded.indexOf(` ${phrase.folded} `);
  while (at >= 0) {
    const seen = typed.slice(at + 1, at + 1 + phrase.folded.length);
    if (agree(seen, phrase.words)) return true;
    at = folded.indexOf(` ${phrase.folded} `, at + 1);
  }
  return false;
}

/** Each syllable was typed either bare or exactly so. */
function agree(seen: string, words: string): boolean {
  const typed = seen.split(" ");
  const meant = words.split(" ");
  return typed.every((syllable, index) => syllable === meant[index] || syllable === fold(syllable));
}

function spaced(text: string): string {
  return text.replace(/[^\p{L}\p{N}&]+/gu, " ").trim();
}

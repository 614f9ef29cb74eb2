import { fold, normalise } from "../search/index.ts";

/**
 * What people typed, ready to be compared with phrases written with diacritics.
 * Text without diacritics is compared folded; text with them must agree in them: "quốc gia do" is not "giá đô".
 */
export interface Spoken {
  words: string;
  bare: boolean;
}

// Some keyboards drop a mark now and then; a text with hardly any was typed without.
const HARDLY_ANY = 0.2;

export function spoken(text: string): Spoken {
  const words = normalise(text)
    .replace(/[^\p{L}\p{N}&.?!]+/gu, " ")
    .trim();
  const syllables = words.match(/\p{L}+/gu) ?? [];
  const marked = syllables.filter((syllable) => fold(syllable) !== syllable).length;
  const bare = marked <= syllables.length * HARDLY_ANY;
  return { words: bare ? fold(words) : words, bare };
}

/** Tests for one way of saying something, however it was typed. */
export interface Saying {
  isIn(text: Spoken): boolean;
}

const GAP = String.raw`[^.?!]{0,40}?`;
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;

/**
 * Makes a test of a readable pattern: "bỏ qua | quên … hướng dẫn | quy tắc".
 * `|` separates alternatives, `…` stands for up to 40 characters of one sentence, `^` and `$` bind to the ends.
 */
export function saying(pattern: string): Saying {
  const marked = compile(normalise(pattern));
  const bare = compile(fold(normalise(pattern)));
  return { isIn: (text) => (text.bare ? bare : marked).test(text.words) };
}

function compile(pattern: string): RegExp {
  const opens = pattern.startsWith("^");
  const closes = pattern.endsWith("$");
  const parts = pattern.replace(/^\^|\$$/g, "").split("…");
  const source = parts.map((part) => `${START}(?:${part.split("|").map(literal).join("|")})${END}`).join(GAP);
  return new RegExp(`${opens ? "^" : ""}${source}${closes ? String.raw`[\s.?!]*$` : ""}`, "u");
}

function literal(words: string): string {
  return words.trim().replace(/[\\^$.*+?()[\]{}]/g, "\\$&");
}

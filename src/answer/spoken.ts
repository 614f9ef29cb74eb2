import { normalise } from "../search/index.ts";

/** A question as it was typed and as it was understood, both lower case words only. */
export interface Spoken {
  typed: string;
  /** with diacritics put back where they were left out; equal to `typed` where they were not */
  restored: string;
}

export function spoken(typed: string, restored: string): Spoken {
  return { typed: wordsOf(typed), restored: wordsOf(restored) };
}

function wordsOf(text: string): string {
  return normalise(text)
    .replace(/[^\p{L}\p{N}&.?!<$]+/gu, " ")
    .trim();
}

/** Tests for one way of saying something. */
export interface Saying {
  isIn(text: Spoken): boolean;
}

const WIDE_GAP = String.raw`[^.?!]{0,40}?`;
const NARROW_GAP = String.raw`[^.?!]{0,14}?`;
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;

/**
 * Makes a test of a readable pattern: "bỏ qua | quên … hướng dẫn | quy tắc".
 * `|` separates alternatives, `…` stands for up to 40 characters of one sentence, `~` for up to 14;
 * `^` and `$` bind to the ends. Diacritics count: what was typed without them is looked up as restored.
 */
export function saying(pattern: string): Saying {
  const test = compile(normalise(pattern));
  return { isIn: (text) => test.test(text.restored) || test.test(text.typed) };
}

function compile(pattern: string): RegExp {
  const opens = pattern.startsWith("^");
  const closes = pattern.endsWith("$");
  const source = pattern
    .replace(/^\^|\$$/g, "")
    .split(/(…|~)/)
    .map((part) => (part === "…" ? WIDE_GAP : part === "~" ? NARROW_GAP : alternatives(part)))
    .join("");
  return new RegExp(`${opens ? "^" : ""}${source}${closes ? String.raw`[\s.?!]*$` : ""}`, "u");
}

function alternatives(part: string): string {
  return `${START}(?:${part.split("|").map(literal).join("|")})${END}`;
}

function literal(words: string): string {
  return words.trim().replace(/[\\^$.*+?()[\]{}]/g, "\\$&");
}

import { MAX_QUESTION_LENGTH } from "./answer.ts";

/** What arrived, cleaned; or why it cannot be read as a question. */
export type Heard =
  | { kind: "words"; text: string }
  | { kind: "empty" }
  | { kind: "no_words" }
  | { kind: "too_long"; length: number }
  | { kind: "not_vietnamese" };

const LEAST_SHARE = 0.5;

// Syllables of Vietnamese without diacritics: optional initial, one to three vowels, optional final.
const SYLLABLE =
  /^(?:ngh|ng|nh|kh|gh|gi|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

/**
 * Removes what cannot be read and says what is left.
 * @param knows whether a word stands in our documents ("website", "elabel"), whatever its language
 */
export function hear(input: string, knows: (word: string) => boolean = () => false): Heard {
  const text = input
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return { kind: "empty" };
  if (text.length > MAX_QUESTION_LENGTH) return { kind: "too_long", length: text.length };
  // Bare figures are no question, but "37/2026" names a document.
  if (!/\p{L}/u.test(text) && !/\d+\/\d{4}/.test(text)) return { kind: "no_words" };
  if (!looksVietnamese(text, knows)) return { kind: "not_vietnamese" };
  return { kind: "words", text };
}

/**
 * Foreign text has words that cannot be Vietnamese syllables. Abbreviations and names cannot be either,
 * so short inputs and texts with Vietnamese letters always pass.
 */
function looksVietnamese(text: string, knows: (word: string) => boolean): boolean {
  if (/[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i.test(text)) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return true;
  const latin = words.filter((word) => /^[a-z]+$/.test(word));
  if (latin.length < words.length / 2) return false;
  if (words.length < 4) return true;
  const syllables = latin.filter((word) => (SYLLABLE.test(word) && !ENGLISH.has(word)) || knows(word));
  return syllables.length >= words.length * LEAST_SHARE;
}

// English words that happen to have the shape of a Vietnamese syllable.
const ENGLISH = new Set(
  "a an in on at to do be me my he she we you is it are or so go no not can man top hot then than that the this them they hat with has how him her our one two ten get got let set men pen put run sun cup up but buy by tea him".split(
    " ",
  ),
);

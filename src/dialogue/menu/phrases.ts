import { fold, normalise } from "../../search/index.ts";

/** The words of a message, normalised, without punctuation. */
export function wordsIn(text: string): string[] {
  return normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter(Boolean);
}

/** Typed with diacritics a word means exactly that; without, any that folds to it: "huy" is "hủy", "đúng" no "dừng". */
export function sameWords(typed: readonly string[], phrase: readonly string[]): boolean {
  return (
    typed.length === phrase.length &&
    typed.every((word, at) => {
      const meant = phrase[at] ?? "";
      return word === meant || (word === fold(word) && word === fold(meant));
    })
  );
}

const BEFORE = [
  "cho tôi",
  "cho em",
  "cho mình",
  "tôi muốn",
  "em muốn",
  "mình muốn",
  "vui lòng",
  "bot ơi",
  "ad ơi",
].map(wordsIn);
const AFTER = ["ạ", "nhé", "nha", "đi", "với", "giùm", "dùm", "giúp", "giúp tôi", "giúp em", "ad", "bot"].map(
  wordsIn,
);

/** The words as they are, then without what politeness put around them. */
export function barely(words: readonly string[]): readonly (readonly string[])[] {
  const lead = BEFORE.find((one) => sameWords(words.slice(0, one.length), one));
  const started = lead ? words.slice(lead.length) : words;
  const tail = AFTER.find((one) => started.length > one.length && sameWords(started.slice(-one.length), one));
  const bare = tail ? started.slice(0, -tail.length) : started;
  return bare.length === words.length || bare.length === 0 ? [words] : [words, bare];
}

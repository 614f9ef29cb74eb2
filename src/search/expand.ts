import type { Lexicon } from "./index-data.ts";
import { fold, isAccented } from "./text.ts";
import { syllables } from "./tokens.ts";

/** A spelled-out meaning of one or more typed tokens. */
interface Reading {
  kind: "abbreviation" | "chat";
  /** how many typed tokens it replaces */
  span: number;
  terms: readonly string[];
}

/** Terms that a phrase of the question adds. */
interface Addition {
  terms: readonly string[];
  weight: number;
}

export interface Expander {
  /** What the tokens starting at `at` may stand for. */
  readingsAt(typed: readonly string[], at: number): readonly Reading[];
  /** What the phrases of a repaired question add to it. */
  additions(repaired: readonly string[]): readonly Addition[];
}

const SYNONYM_WEIGHT = 0.5;
/** A document may write the abbreviation where the question spells it out, and the other way round. */
const ABBREVIATION_WEIGHT = 0.35;

/** Prepares a lexicon for look-up, token by token. */
export function createExpander(lexicon: Lexicon): Expander {
  const readings = new Map<string, Reading[]>();
  const additions = new Map<string, { left: readonly string[]; addition: Addition }[]>();
  const addAddition = (left: readonly string[], terms: readonly string[], weight: number): void => {
    const first = left[0];
    if (first === undefined || terms.length === 0) return;
    append(additions, first, { left, addition: { terms, weight } });
  };
  const addReadings = (words: Lexicon["chatWords"], kind: Reading["kind"]): void => {
    for (const [word, meanings] of words) {
      const key = plainSyllables(word);
      if (key.length === 0) continue;
      for (const meaning of meanings) {
        const terms = plainSyllables(meaning);
        if (terms.length === 0) continue;
        append(readings, key.join(" "), { kind, span: key.length, terms });
        if (kind === "abbreviation") addAddition(terms, key, ABBREVIATION_WEIGHT);
      }
    }
  };
  addReadings(lexicon.abbreviations, "abbreviation");
  addReadings(lexicon.chatWords, "chat");
  // "đkkd" is typed "dkkd" too; a spelling of its own wins over a folded one.
  for (const [key, meanings] of [...readings]) {
    const folded = fold(key);
    if (!readings.has(folded)) readings.set(folded, meanings);
  }
  for (const [left, right] of lexicon.synonyms)
    addAddition(syllables(left), syllables(right), SYNONYM_WEIGHT);
  const longest = Math.max(0, ...[...readings.values()].flatMap((all) => all.map((r) => r.span)));
  return {
    readingsAt(typed, at) {
      for (let span = Math.min(longest, typed.length - at); span > 0; span--) {
        const words = typed.slice(at, at + span);
        const found = readings.get(words.join(" "));
        if (found !== undefined && found[0]?.span === span) return found;
      }
      return [];
    },
    additions(repaired) {
      const found: Addition[] = [];
      repaired.forEach((term, at) => {
        for (const { left, addition } of additions.get(term) ?? []) {
          if (left.every((word, i) => repaired[at + i] === word)) found.push(addition);
        }
      });
      return found;
    },
  };
}

/** Whether a word could be a Vietnamese syllable, so that an abbreviation spelled like it must compete with it. */
export function looksLikeSyllable(word: string): boolean {
  if (isAccented(word)) return true;
  return /^(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/.test(
    word,
  );
}

function plainSyllables(text: string): string[] {
  return syllables(text).filter((term) => !term.includes("#"));
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

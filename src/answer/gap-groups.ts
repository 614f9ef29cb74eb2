import { fold, normalise } from "../search/index.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { SIDES } from "./understand.ts";
import { sameness, wordingOf, type Wording } from "./wording.ts";

/** A question as far as grouping reads it. */
export interface Grouped {
  /** as it was searched: diacritics restored and taken off again, abbreviations spelled out */
  searchText: string;
}

/**
 * From here on two questions stand in one group. On four wordings each of fifty made-up questions this joins 83 % of
 * what belongs together and nothing else; staff see every question of a group before they answer it.
 */
const SAME = 0.55;
/** As like as this, a question is answered by what answers the other one, though nobody looked. */
const SURELY_SAME = 0.7;
/** A group is known by its first questions: what comes later never changes who belongs where. */
const LOOKED_AT = 5;

/** Words that name no matter; words for a side of one, and those that without diacritics look small ("mã", "mật"). */
const SMALL_WEIGHT = 0.2;
const HALF_WEIGHT = 0.5;
const SMALL = new Set([...FUNCTION_WORDS].map(fold));
const HALF = new Set([..."ma mat ban gia to ta cu dat moi han".split(" "), ...[...SIDES].map(fold)]);

/**
 * Puts questions about the same thing together, in the order given: each joins the group whose first questions it is
 * likest to, or opens one. The oldest first gives groups that only grow.
 */
export function groupQuestions<T extends Grouped>(questions: readonly T[]): readonly (readonly T[])[] {
  const groups: { questions: T[]; wordings: Wording[] }[] = [];
  for (const question of questions) {
    const wording = gapWording(question.searchText);
    let home: (typeof groups)[number] | null = null;
    let best = SAME;
    for (const group of groups) {
      const like = Math.max(...group.wordings.map((one) => sameness(wording, one)));
      if (like > best || (like === best && home === null)) [home, best] = [group, like];
    }
    if (home === null) groups.push({ questions: [question], wordings: [wording] });
    else {
      home.questions.push(question);
      if (home.wordings.length < LOOKED_AT) home.wordings.push(wording);
    }
  }
  return groups.map((group) => group.questions);
}

/** Those of `questions` that surely ask for the same as one of the given wordings. */
export function askingTheSame<T extends Grouped>(
  questions: readonly T[],
  wordings: readonly string[],
): readonly T[] {
  const known = wordings.map((text) => gapWording(fold(normalise(text))));
  return questions.filter(({ searchText }) => {
    const wording = gapWording(searchText);
    return known.some((one) => sameness(wording, one) >= SURELY_SAME);
  });
}

function gapWording(searchText: string): Wording {
  return wordingOf(searchText, (word) => {
    const bare = fold(word);
    if (HALF.has(bare)) return HALF_WEIGHT;
    return SMALL.has(bare) ? SMALL_WEIGHT : 1;
  });
}

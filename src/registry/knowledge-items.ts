import { MAX_CITATION_LENGTH } from "../answer/answer.ts";
import type { IsoDate } from "../knowledge/document.ts";

/** What staff write of a question that the documents do not answer. */
export interface ItemWords {
  question: string;
  /** other ways to ask it */
  variants: readonly string[];
  answer: string;
  /** number of the document it rests on, its title and the place in it */
  document: string;
  documentTitle: string;
  section: string;
  validFrom: IsoDate | null;
  /** last day on which it is said */
  expiresOn: IsoDate | null;
}

export type ItemMistake =
  | "question_missing"
  | "question_too_long"
  | "too_many_variants"
  | "variant_too_long"
  | "answer_missing"
  | "answer_too_long"
  | "source_missing"
  | "source_too_long"
  | "not_a_day"
  | "ends_before_it_begins"
  | "is_over";

const LONGEST_QUESTION = 300;
/** A citation holds the whole answer, for it is what the figures in it stand on. */
const LONGEST_ANSWER = MAX_CITATION_LENGTH;
const MOST_VARIANTS = 20;
const LONGEST_SOURCE = 300;

/** Everything that is wrong with an item; empty where it may be published today. */
export function mistakesIn(words: ItemWords, today: IsoDate): readonly ItemMistake[] {
  const { question, variants, answer, document, documentTitle, section, validFrom, expiresOn } = words;
  const source = [document, documentTitle, section];
  const days = [validFrom, expiresOn].filter((day) => day !== null);
  const wrong: Readonly<Record<ItemMistake, boolean>> = {
    question_missing: question === "",
    question_too_long: question.length > LONGEST_QUESTION,
    too_many_variants: variants.length > MOST_VARIANTS,
    variant_too_long: variants.some((variant) => variant.length > LONGEST_QUESTION),
    answer_missing: answer === "",
    answer_too_long: answer.length > LONGEST_ANSWER,
    source_missing: source.includes(""),
    source_too_long: source.some((part) => part.length > LONGEST_SOURCE),
    not_a_day: !days.every(isDay),
    ends_before_it_begins: validFrom !== null && expiresOn !== null && expiresOn < validFrom,
    is_over: expiresOn !== null && expiresOn < today,
  };
  return (Object.keys(wrong) as ItemMistake[]).filter((mistake) => wrong[mistake]);
}

/** Blanks around and within lines tidied; one wording a line, none twice. */
export function tidied(words: ItemWords): ItemWords {
  const line = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
  return {
    ...words,
    question: line(words.question),
    variants: [...new Set(words.variants.map(line))].filter(
      (one) => one !== "" && one !== line(words.question),
    ),
    answer: words.answer.normalize("NFC").replaceAll("\r\n", "\n").trim(),
    document: line(words.document),
    documentTitle: line(words.documentTitle),
    section: line(words.section),
  };
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

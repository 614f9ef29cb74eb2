import type { IsoDate } from "../knowledge/document.ts";
import type { SearchIndex } from "../search/index.ts";
import { MAX_CITATION_LENGTH, type Citation } from "./answer.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { dayInWords } from "./validity.ts";
import { sameness, wordingOf, type Wording } from "./wording.ts";

/** An answer that staff wrote and published, with the place it rests on. */
export interface StaffAnswer {
  id: string;
  /** grows with every change of its words */
  revision: number;
  question: string;
  /** other ways to ask it */
  variants: readonly string[];
  answer: string;
  /** number of the document, its title and the place in it */
  document: string;
  documentTitle: string;
  section: string;
  validFrom: IsoDate | null;
  /** last day on which it is said */
  expiresOn: IsoDate | null;
  /** day of publication */
  verifiedAt: IsoDate;
}

export interface StaffMatch {
  item: StaffAnswer;
  /** of its likest wording to the question, 0..1 */
  likeness: number;
}

/** The answers of staff, searched beside the documents. */
export interface StaffAnswers {
  /** items that still hold on the day and are somewhat like the question, the likest first */
  like(restored: string, asOf: IsoDate): readonly StaffMatch[];
  /**
   * Takes the place of all items before, at once when all are read; only what changed is read anew, and questions are
   * answered meanwhile.
   */
  publish(items: readonly StaffAnswer[]): Promise<void>;
}

/** Below this a likeness is chance: both ask for a fee, or both are about barcodes. */
const SOMEWHAT = 0.4;
const MOST = 3;
/** Words that say what kind of thing is asked, not of what. */
const FUNCTION_WEIGHT = 0.4;
const LEAST_WEIGHT = 1;
/** A word that no document has tells most: it is often the very product asked about. */
const UNKNOWN_WEIGHT = 6;
/** Rare words count for more than their share: the fish sauce, not the barcode. */
const RARITY_POWER = 1.5;
/** A few milliseconds of reading; then whoever waits for an answer has their turn. */
const READ_AT_ONCE = 10;

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

interface Prepared {
  item: StaffAnswer;
  wordings: readonly Wording[];
}

/** @param index puts diacritics back and knows how telling a word is */
export function createStaffAnswers(index: Pick<SearchIndex, "repair" | "idf">): StaffAnswers {
  let published: readonly Prepared[] = [];
  const weigh = (syllable: string) => {
    if (FUNCTION_WORDS.has(syllable)) return FUNCTION_WEIGHT;
    const idf = index.idf(syllable);
    return (idf === 0 ? UNKNOWN_WEIGHT : Math.max(LEAST_WEIGHT, idf)) ** RARITY_POWER;
  };
  const prepare = (item: StaffAnswer): Prepared => ({
    item,
    wordings: [item.question, ...item.variants].map((words) => wordingOf(index.repair(words), weigh)),
  });
  return {
    like(restored, asOf) {
      if (published.length === 0) return [];
      const asked = wordingOf(restored, weigh);
      return published
        .filter(({ item }) => item.expiresOn === null || item.expiresOn >= asOf)
        .map(({ item, wordings }) => ({
          item,
          likeness: Math.max(...wordings.map((one) => sameness(asked, one))),
        }))
        .filter((match) => match.likeness >= SOMEWHAT)
        .sort((a, b) => b.likeness - a.likeness || (a.item.id < b.item.id ? 1 : -1))
        .slice(0, MOST);
    },
    async publish(items) {
      const known = new Map(published.map((one) => [one.item.id, one]));
      const prepared: Prepared[] = [];
      let read = 0;
      for (const item of items) {
        const before = known.get(item.id);
        const isKnown = before?.item.revision === item.revision;
        prepared.push(isKnown ? { ...before, item } : prepare(item));
        if (!isKnown) read += 1;
        if (!isKnown && read % READ_AT_ONCE === 0) await othersTurn();
      }
      published = prepared;
    },
  };
}

/** The item is its own source: its words are the summary that is cited. */
export function citeStaffAnswer(item: StaffAnswer, asOf: IsoDate): Citation {
  return {
    document: item.document,
    title: item.documentTitle,
    section: item.section,
    kind: "tóm tắt",
    text: item.answer.slice(0, MAX_CITATION_LENGTH),
    validity: validityOf(item, asOf),
  };
}

function validityOf({ validFrom, expiresOn, verifiedAt }: StaffAnswer, asOf: IsoDate): string {
  const from = validFrom === null ? "" : `, áp dụng từ ${dayInWords(validFrom)}`;
  const until =
    expiresOn === null ? "" : `${from === "" ? ", áp dụng" : ""} đến hết ${dayInWords(expiresOn)}`;
  if (expiresOn !== null && expiresOn < asOf) return `Đã hết hiệu lực sau ngày ${dayInWords(expiresOn)}.`;
  const standing = validFrom !== null && validFrom > asOf ? "Chưa có hiệu lực" : "Còn hiệu lực";
  return `${standing}${from}${until}. Kiểm chứng ngày ${dayInWords(verifiedAt)}.`;
}

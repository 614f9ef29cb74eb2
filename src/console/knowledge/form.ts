import { mistakesIn, tidied, type ItemMistake, type ItemWords } from "../../registry/knowledge-items.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import type { Sources } from "./port.ts";
import { itemTexts as texts } from "./texts.ts";

/** The field that is to be mended; a source lacks whichever of its fields is empty. */
const FIELDS: Readonly<Record<ItemMistake, string>> = {
  question_missing: "cau_hoi",
  question_too_long: "cau_hoi",
  too_many_variants: "cach_hoi",
  variant_too_long: "cach_hoi",
  answer_missing: "tra_loi",
  answer_too_long: "tra_loi",
  source_missing: "so_hieu",
  source_too_long: "so_hieu",
  not_a_day: "tu_ngay",
  ends_before_it_begins: "den_ngay",
  is_over: "den_ngay",
};

const MAY_BE_MISSING: ReadonlySet<ItemMistake> = new Set([
  "question_missing",
  "answer_missing",
  "source_missing",
]);

/** What was filled in; number and title of a document that is known are written as they are printed. */
export function readWords(form: SentForm, sources: Sources): ItemWords {
  const number = form.text("so_hieu");
  const known = number === "" ? null : sources.find(number);
  const title = form.text("ten_van_ban");
  return tidied({
    question: form.text("cau_hoi"),
    variants: form.text("cach_hoi").split("\n"),
    answer: form.text("tra_loi"),
    document: known?.number ?? number,
    documentTitle: title === "" ? (known?.title ?? "") : title,
    section: form.text("muc"),
    validFrom: form.text("tu_ngay") || null,
    expiresOn: form.text("den_ngay") || null,
  });
}

/** By field. A draft may lack something, what is submitted may not. */
export function mistakesOf(words: ItemWords, today: string, purpose: "draft" | "submit"): Mistakes {
  const wrong = mistakesIn(words, today).filter((one) => purpose === "submit" || !MAY_BE_MISSING.has(one));
  return Object.fromEntries(wrong.map((one) => [fieldOf(one, words), texts.mistakes[one]]));
}

function fieldOf(mistake: ItemMistake, { document, documentTitle }: ItemWords): string {
  if (mistake !== "source_missing" || document === "") return FIELDS[mistake];
  return documentTitle === "" ? "ten_van_ban" : "muc";
}

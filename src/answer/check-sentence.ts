import { documentMentions, type NumberMention } from "../knowledge/document-number.ts";
import { normalise, syllables } from "../search/index.ts";
import type { Citation } from "./answer.ts";
import { wordsOf } from "./cite.ts";
import {
  inventsBound,
  inventsValidity,
  linksWithoutSource,
  namesWithoutSource,
  numberWordsWithoutSource,
  promises,
  turnedAround,
} from "./claims.ts";
import { figuresIn, figuresWithoutSource } from "./figures.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import type { ComposedSentence, Language } from "./model.ts";
import { holdsMark } from "./redact.ts";

/** Why a sentence of a model is not said. */
type Fault =
  | "no_source"
  | "empty"
  | "too_long"
  | "markup"
  | "question"
  | "figure"
  | "unit"
  /** each figure stands somewhere, but not together, or not with what is said of them */
  | "figures_mixed"
  | "number_in_words"
  | "link"
  | "document"
  | "name"
  | "promise"
  | "validity"
  | "turned_around"
  | "bound"
  | "not_in_source"
  | "translation";

export type Checked = { kind: "kept"; text: string } | { kind: "dropped"; fault: Fault };

const LONGEST = 400;
/** Share of the words that carry meaning which the cited passages must have; see the labelled answers of test/eval. */
const LEAST_SUPPORT = 0.7;

/**
 * Whether one sentence of a model may be said: everything it claims that can be checked stands in what it cites.
 * @param cited what it cites, as it would stand under the answer
 */
export function checkSentence(
  sentence: Pick<ComposedSentence, "text" | "vietnamese">,
  cited: readonly Citation[],
  language: Language,
): Checked {
  const text = clean(sentence.text);
  const fault =
    language === "vi"
      ? faultIn(text, cited)
      : (faultIn(clean(sentence.vietnamese), cited) ??
        faultInTranslation(text, clean(sentence.vietnamese), cited));
  return fault === null ? { kind: "kept", text } : { kind: "dropped", fault };
}

/** What cannot be seen could hide what is said: "5​00". Digits of other scripts become ours, and are locked like them. */
function clean(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Markdown, tags, our own delimiters, marks of what was taken out, digits of other scripts. */
function holdsMarkup(text: string): boolean {
  return /[<>{}`*_#|\\]|\[|\]|::|```/u.test(text) || holdsMark(text) || /(?![0-9])\p{Nd}/u.test(text);
}

function faultIn(text: string, cited: readonly Citation[]): Fault | null {
  if (text === "") return "empty";
  if (cited.length === 0) return "no_source";
  if (text.length > LONGEST) return "too_long";
  if (holdsMarkup(text)) return "markup";
  if (text.endsWith("?")) return "question";
  const sources = cited.flatMap(wordsOf);
  if (figuresWithoutSource(text, sources).length > 0) return "figure";
  if (unitsWithoutSource(text, sources).length > 0) return "unit";
  if (numberWordsWithoutSource(text, sources).length > 0) return "number_in_words";
  if (linksWithoutSource(text, sources).length > 0) return "link";
  if (documentsWithoutSource(text, sources)) return "document";
  if (namesWithoutSource(text, sources).length > 0) return "name";
  if (promises(text, sources)) return "promise";
  if (inventsValidity(text, sources)) return "validity";
  if (turnedAround(text, sources).length > 0) return "turned_around";
  if (inventsBound(text, sources)) return "bound";
  if (mixesFigures(text, cited)) return "figures_mixed";
  return supportOf(text, sources) < LEAST_SUPPORT ? "not_in_source" : null;
}

/** Share of a clause's words that the one line with all its figures must have. */
const LEAST_IN_LINE = 0.75;

/** Whether a clause puts figures together, or with words, that stand in different lines. */
function mixesFigures(text: string, cited: readonly Citation[]): boolean {
  const lines = cited.flatMap(({ document, section, text: words, validity, title }) => {
    const all = words.split("\n");
    const leads = all.filter((line) => line.endsWith(":"));
    const names = `${document} ${section}`;
    const around = [names, title.replace(/\d+/g, ""), ...leads].join(" ");
    return [...all, validity, title].map((line) => ({
      figures: figuresIn(`${names} ${line}`),
      words: `${around} ${line}`,
    }));
  });
  return text.split(/[,;]\s/).some((clause) => {
    const figures = [...figuresIn(clause)];
    return (
      figures.length > 0 &&
      !lines.some(
        (line) =>
          figures.every((figure) => line.figures.has(figure)) &&
          supportOf(clause, [line.words]) >= LEAST_IN_LINE,
      )
    );
  });
}

/** A translation must not say more than the Vietnamese sentence, which was checked. */
function faultInTranslation(text: string, vietnamese: string, cited: readonly Citation[]): Fault | null {
  if (text === "") return "empty";
  if (text.length > LONGEST) return "too_long";
  if (holdsMarkup(text)) return "markup";
  const sources = [...cited.flatMap(wordsOf), vietnamese];
  if (figuresWithoutSource(englishFigures(text), [vietnamese]).length > 0) return "figure";
  if (figuresWithoutSource(vietnamese, [englishFigures(text)]).length > 0) return "translation";
  if (numberWordsWithoutSource(text, sources).length > 0) return "number_in_words";
  if (linksWithoutSource(text, sources).length > 0) return "link";
  if (promises(text, [])) return "promise";
  if (inventsValidityInEnglish(text, vietnamese)) return "validity";
  const ratio = text.length / vietnamese.length;
  if (ratio < 0.4 || ratio > 2.6 || OWN_AFFAIRS.test(text)) return "translation";
  return null;
}

function inventsValidityInEnglish(text: string, vietnamese: string): boolean {
  return inventsValidity(text, [vietnamese]);
}

/** A translation has no business with the model itself or with secrets. */
const OWN_AFFAIRS =
  /\b(?:system prompt|instructions?|api[- ]?key|password|token|secret|developer mode|ignore|as an ai|language model|jailbreak)\b/i;

/** "1,000,000 VND" and "1.000.000" are one figure; "31 December 2025" is not read. */
function englishFigures(text: string): string {
  return text.replace(/\d{1,3}(?:,\d{3})+/g, (figure) => figure.replaceAll(",", "."));
}

const FIGURE_WITH_UNIT = /(\d+(?:[.,/:-]\d+)*)\s*(%|\p{L}+)/gu;
/** What is counted; other words behind a figure are no units. */
const UNITS: ReadonlySet<string> = new Set(
  "% đồng usd vnđ triệu tỷ nghìn ngày tháng năm tuần giờ người doanh lớp mã số sản hợp bước mô lần bản bộ m km kg giải điểm sao mẫu cơ tổ phần chữ ký quý".split(
    " ",
  ),
);

/** Figures whose unit no source has behind them: "30 tháng" where 30 days are meant. */
function unitsWithoutSource(text: string, sources: readonly string[]): string[] {
  const pairs = (words: string) =>
    [...normalise(words).matchAll(FIGURE_WITH_UNIT)].map(([, figure = "", unit = ""]) => ({
      pair: `${figure.replace(/^0+(?=\d)/, "")} ${unit}`,
      unit,
    }));
  const said = new Set(sources.flatMap((source) => pairs(source).map(({ pair }) => pair)));
  return pairs(text)
    .filter(({ unit }) => UNITS.has(unit))
    .map(({ pair }) => pair)
    .filter((pair) => !said.has(pair));
}

/** Whether a document is named that no source names; "Nghị định 37" is not backed by some other 37. */
function documentsWithoutSource(text: string, sources: readonly string[]): boolean {
  const known = sources.flatMap((source) => documentMentions(source));
  return documentMentions(text).some((mention) => !known.some((own) => isSame(mention, own)));
}

function isSame(mention: NumberMention, own: NumberMention): boolean {
  return (
    own.number === mention.number &&
    (mention.year === null || own.year === null || own.year === mention.year) &&
    (mention.kind === "" || own.kind === "" || own.kind === mention.kind) &&
    (mention.suffix === "" || own.suffix === "" || own.suffix === mention.suffix)
  );
}

/** Share of the sentence's meaningful words that the sources have; a model writes with diacritics, or it echoes somebody. */
function supportOf(text: string, sources: readonly string[]): number {
  const own = new Set(syllables(text).filter((word) => !FUNCTION_WORDS.has(word)));
  if (own.size === 0) return 1;
  const said = new Set(sources.flatMap((source) => syllables(source)));
  return [...own].filter((word) => said.has(word)).length / own.size;
}

import type { Citation } from "../answer/answer.ts";
import type { Choice } from "./reply.ts";
import { texts } from "./texts.ts";

/** A part is cut at a better place only when that leaves it at least this full; else many short parts would come. */
const FULL_ENOUGH = 0.4;

/** Places to cut at, the best first. Each ends with what stays in the part; the blank behind it falls away. */
const CUTS: readonly RegExp[] = [
  /\n(?=\s*\n)/g,
  /(?=\n)/g,
  // A list number ("1. …") is no end of a sentence.
  /(?<!^\s*\d{1,3})[.!?…]["”’)]*(?=\s)/gm,
  /(?=\s)/g,
];

/** What must not stand at the start of a part: the second half of a character, a mark of the letter before it. */
const CONTINUES = /^[\p{M}\u200D\uDC00-\uDFFF]/u;

/**
 * Cuts a text into parts that a platform takes, at ends of paragraphs, lines or sentences where there are any.
 * Only blanks between the parts are lost. `measure` tells how long the platform finds a text; it must grow with it.
 */
export function splitText(text: string, limit: number, measure = (part: string) => part.length): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const fitting = longestFitting(rest, limit, measure);
    const end = fitting === rest.length ? fitting : cutWithin(rest, fitting);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return parts;
}

/** How many UTF-16 units from the start fit; at least one character, or a text would never end. */
function longestFitting(text: string, limit: number, measure: (part: string) => number): number {
  const fits = (end: number) => measure(text.slice(0, end)) <= limit;
  let tooMany = Math.max(1, limit);
  while (tooMany < text.length && fits(tooMany)) tooMany *= 2;
  if (tooMany >= text.length && fits(text.length)) return text.length;
  let enough = 0;
  tooMany = Math.min(tooMany, text.length);
  while (tooMany - enough > 1) {
    const middle = (enough + tooMany) >> 1;
    if (fits(middle)) enough = middle;
    else tooMany = middle;
  }
  const whole = characterEnd(text, enough);
  return whole > 0 ? whole : String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}

/** The last place at or before `end` that is not inside a character. */
function characterEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && CONTINUES.test(text.slice(at, at + 1))) at--;
  // A run of marks without a letter: better cut inside it than not at all.
  return at > 0 ? at : isLowSurrogate(text, end) ? end - 1 : end;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function cutWithin(text: string, fitting: number): number {
  // One more, so that a blank right behind the part counts as an end.
  const window = text.slice(0, fitting + 1);
  for (const cut of CUTS) {
    const ends = [...window.matchAll(cut)].map((match) => match.index + match[0].length);
    const last = ends.findLast((end) => end <= fitting);
    if (last !== undefined && last >= fitting * FULL_ENOUGH) return last;
  }
  return fitting;
}

/**
 * Choices for a platform without buttons. A notice comes unasked and is no menu: its choices have words to type, and one
 * without is reached through the others. All else are numbers, which the conversation reads against its last menu.
 * @param lead said above several numbers
 */
export function choiceLines(choices: readonly Choice[], lead?: string): string[] {
  const worded = choices.flatMap(({ label, typed }) =>
    typed === undefined ? [] : [texts.pickByWords(label, typed)],
  );
  if (worded.length > 0) return worded;
  const numbered = numberedChoices(choices);
  return lead === undefined || numbered.length < 2 ? numbered : [lead, ...numbered];
}

/** Choices as the numbers that are typed, or stand on buttons. */
export function numberedChoices(choices: readonly Choice[]): string[] {
  const [only, ...others] = choices;
  // "Gõ 1: Xem căn cứ" – a list of one looks as if something were missing.
  if (only && others.length === 0) return [`Gõ 1: ${only.label}`];
  return choices.map(({ label }, index) => `${index + 1}. ${label}`);
}

/** What an answer stands on, a line each: document and place, summary or quotation, validity. */
export function basisLines(citations: readonly Citation[]): string[] {
  const lines = citations.map(({ document, section, kind, validity, mark }) => {
    const place = [mark, document, section].filter(Boolean).join(" ");
    return `Căn cứ: ${[place, kind, withoutFullStop(validity)].filter(Boolean).join(" – ")}`;
  });
  return [...new Set(lines)];
}

/** What an answer stands on with the words relied on, a paragraph each. */
export function basisInFull(citations: readonly Citation[]): string[] {
  return citations.map(({ document, title, section, kind, text, validity, mark }) => {
    const place = [mark, document, section].filter(Boolean).join(" ");
    const heading = [place, title].filter(Boolean).join(" – ");
    return [`${heading} (${kind}):`, text, validity].filter((line) => line.trim() !== "").join("\n");
  });
}

function withoutFullStop(sentence: string): string {
  return sentence.trim().replace(/\.$/, "");
}

/**
 * Numbers of Vietnamese legal documents as people write them:
 * "37/2026/NĐ-CP", "nđ 37", "nghi dinh so 37 nam 2026", "TT 232", "QĐ 1322", "TCVN 11892-1".
 */

/** A document that a text mentions; `year` and `suffix` only when they were written. */
export interface NumberMention {
  /** folded kind, "nd", "tt", "qd", "nq", "kh", "luat", "tcvn", … or "" where only "37/2026" was written */
  kind: string;
  number: string;
  year: string | null;
  /** folded issuer suffix as written, "nd-cp", "tt-btc"; "" when absent */
  suffix: string;
  start: number;
  end: number;
}

const KINDS: readonly (readonly [string, string])[] = [
  ["nghi dinh", "nd"],
  ["nghi quyet", "nq"],
  ["thong tu", "tt"],
  ["quyet dinh", "qd"],
  ["ke hoach", "kh"],
  ["luat", "luat"],
  ["nd-cp", "nd"],
  ["nd", "nd"],
  ["nq", "nq"],
  ["tt", "tt"],
  ["qd", "qd"],
  ["kh", "kh"],
];

const KIND_PATTERN = KINDS.map(([words]) => words.replace(" ", String.raw`\s+`)).join("|");
// Full number with its suffix, kind word before it optional.
const FULL = String.raw`(\d{1,4})\s*/\s*(?:(20\d\d|19\d\d)\s*/\s*)?((?:vbhn|ttlt|nd|tt|qd|nq|kh|qh|ubtvqh|tttr|ttr)[a-z0-9]*(?:-[a-z0-9&]+)*)`;
// Kind and number, year optional: "nd 37", "thong tu so 28 nam 2012", "nd37/2026".
const SHORT = String.raw`(${KIND_PATTERN})\s*(?:so\s*)?\.?\s*(?!(?:19|20)\d\d(?!\d|\s*/))(\d{1,4})(?:\s*(?:/|nam|-)\s*(20\d\d|19\d\d))?(?![\d.,]*\d)`;
// Bare number and year: "37/2026".
const BARE = String.raw`(\d{1,4})\s*/\s*(20\d\d|19\d\d)`;
const STANDARD = String.raw`(tcvn|qcvn|iso)\s*(?:iso\s*)?(\d{1,5}(?:-\d{1,3})*)(?:\s*:\s*(\d{4}))?`;
const MENTION = new RegExp(String.raw`(?<![a-z0-9])(?:${FULL}|${SHORT}|${STANDARD}|${BARE})`, "g");

/** Every document number in a text, in order; offsets are into the given text. */
export function documentMentions(text: string): NumberMention[] {
  const folded = foldKeepingLength(text);
  const found: NumberMention[] = [];
  for (const match of folded.matchAll(MENTION)) {
    const [whole, fullNumber, fullYear, suffix, kind, shortNumber, shortYear, standard, code, edition, bare, bareYear] =
      match;
    const place = { start: match.index, end: match.index + whole.length };
    if (fullNumber !== undefined) {
      const tail = suffix ?? "";
      found.push({ kind: kindOfSuffix(tail), number: strip(fullNumber), year: fullYear ?? null, suffix: tail, ...place });
    } else if (shortNumber !== undefined) {
      found.push({ kind: kindOfWords(kind ?? ""), number: strip(shortNumber), year: shortYear ?? null, suffix: "", ...place });
    } else if (code !== undefined) {
      found.push({ kind: standard ?? "", number: code, year: edition ?? null, suffix: "", ...place });
    } else if (bare !== undefined && !isMonth(bare)) {
      found.push({ kind: "", number: strip(bare), year: bareYear ?? null, suffix: "", ...place });
    }
  }
  return found;
}

/** One spelling for all: "37/2026/NĐ-CP" and "37/2026/nd-cp" give the same key. */
export function documentNumberKey(number: string): string {
  return foldKeepingLength(number).replace(/\s+/g, "").replace(/^0+/, "");
}

/** Whether a mention can mean the document with this printed number. */
export function mentionMatches(mention: NumberMention, number: string): boolean {
  return documentMentions(number).some(
    (own) =>
      own.number === mention.number &&
      (mention.year === null || own.year === null || own.year === mention.year) &&
      (mention.kind === "" || own.kind === mention.kind || (own.suffix.startsWith("qh") && mention.kind === "nq")) &&
      (mention.suffix === "" || own.suffix === "" || own.suffix === mention.suffix),
  );
}

function kindOfSuffix(suffix: string): string {
  if (suffix.startsWith("qh")) return "luat";
  const known = /^(nd|ttlt|tt|qd|nq|kh)/.exec(suffix);
  return known?.[1] ?? suffix;
}

function kindOfWords(words: string): string {
  const plain = words.replace(/\s+/g, " ");
  return KINDS.find(([known]) => known === plain)?.[1] ?? plain;
}

function strip(number: string): string {
  return number.replace(/^0+(?=\d)/, "");
}

/** "7/2025" in running text is a month, not a document. */
function isMonth(number: string): boolean {
  return Number(number) <= 12;
}

/** Lower case without diacritics, every UTF-16 unit in its place, so that offsets stay true. */
function foldKeepingLength(text: string): string {
  return Array.from(text.normalize("NFC"), (char) => {
    const plain = char.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace("đ", "d");
    return plain.length === char.length ? plain : char;
  }).join("");
}

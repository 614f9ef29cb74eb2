import { fold } from "./text.ts";

/** A document number found in normalised text: the terms it stands for, and where it ends. */
export interface Reference {
  terms: readonly string[];
  start: number;
  end: number;
}

// Every spelling of a kind of document, folded, and the one name its references are filed under.
const KINDS: Readonly<Record<string, string>> = {
  "nghi dinh": "nđ",
  nd: "nđ",
  "thong tu": "tt",
  tt: "tt",
  ttlt: "tt",
  "quyet dinh": "qđ",
  qd: "qđ",
  "nghi quyet": "nq",
  nq: "nq",
  "ke hoach": "kh",
  kh: "kh",
  "chi thi": "ct",
  ct: "ct",
  luat: "luật",
  qh: "luật",
  vbhn: "vbhn",
};

/** The words an abbreviated kind stands for, to spell "nd 37" out. */
const SPELLED_OUT: Readonly<Record<string, readonly string[]>> = {
  nd: ["nghị", "định"],
  tt: ["thông", "tư"],
  ttlt: ["thông", "tư"],
  qd: ["quyết", "định"],
  nq: ["nghị", "quyết"],
  kh: ["kế", "hoạch"],
  ct: ["chỉ", "thị"],
};

/** The words an abbreviated kind of document stands for ("nđ" → nghị, định); null when it is none. */
export function spelledOutKind(term: string): readonly string[] | null {
  return SPELLED_OUT[fold(term)] ?? null;
}

const NAMED =
  /(?<![\p{L}\p{N}])(nghị định|nghi dinh|nđ|nd|thông tư|thong tu|ttlt|tt|quyết định|quyet dinh|qđ|qd|nghị quyết|nghi quyet|nq|kế hoạch|ke hoach|kh|chỉ thị|chi thi|luật|luat)(?: (?:số|so))?[ -]?(\d{1,5})(?:\/(\d{4}))?(?![\d])/gu;
const NUMBERED = /(?<![\p{N}/])(\d{1,5})(?:\/(\d{4}))?\/(nđ|nd|ttlt|tt|qđ|qd|nq|kh|ct|qh|vbhn)(?![\p{L}])/gu;
const STANDARD =
  /(?<![\p{L}\p{N}])(tcvn|qcvn|tccs|iso)(?:\/(?:iec|iso|ts))?(?: iso)? ?(\d{2,6})(?:-(\d{1,3}))?(?![\d])/gu;

/**
 * Document and standard numbers in normalised text, in any spelling: "nđ37/2026", "nghi dinh so 37/2026" and
 * "37/2026/nđ-cp" all yield nđ#37 and nđ#37/2026; "tcvn 11892-1:2017" yields tcvn#11892 and tcvn#11892-1.
 * Ordered by their ends. A term with "#" is never an ordinary syllable.
 */
export function findReferences(text: string): Reference[] {
  if (!/\d/.test(text)) return [];
  const found: Reference[] = [];
  for (const match of text.matchAll(NAMED)) found.push(reference(match, match[1], match[2], match[3]));
  for (const match of text.matchAll(NUMBERED)) found.push(reference(match, match[3], match[1], match[2]));
  for (const match of text.matchAll(STANDARD)) found.push(standard(match, match[1], match[2], match[3]));
  return found.filter((r) => r.terms.length > 0).sort((a, b) => a.end - b.end || a.start - b.start);
}

function reference(match: RegExpExecArray, kind = "", number = "", year?: string): Reference {
  const name = KINDS[fold(kind)] ?? kind;
  const plain = String(Number(number));
  const span = { start: match.index, end: match.index + match[0].length };
  // "Luật 2023" names a year, not law number 2023.
  if (name === "luật" && year === undefined && number.length === 4) return { terms: [], ...span };
  const terms = [`${name}#${plain}`];
  if (year !== undefined) terms.push(`${name}#${plain}/${year}`);
  return { terms, ...span };
}

function standard(match: RegExpExecArray, kind = "", number = "", part?: string): Reference {
  const terms = [`${kind}#${number}`];
  if (part !== undefined) terms.push(`${kind}#${number}-${part}`);
  return { terms, start: match.index, end: match.index + match[0].length };
}

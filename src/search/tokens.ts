import { findReferences } from "./references.ts";
import { fold, normalise } from "./text.ts";

/** One piece of a normalised text. */
export interface Token {
  term: string;
  /** a document number (nđ#37), which stands beside the syllables it was read from */
  isReference: boolean;
  /** part of the spelling of a document number: not to be "repaired" */
  inReference: boolean;
}

const PIECE = /\d{1,3}(?:[.,]\d{3})+(?![\d])|\d+,\d{1,2}(?![\d])|[\p{L}\p{M}\p{N}]+/gu;
const WORD_THEN_NUMBER = /^(\p{L}{2,})(\d{1,6})$/u;

/** The tokens of a text: syllables, numbers in one spelling, and after each document number its references. */
export function tokenise(text: string): Token[] {
  const normal = normalise(text);
  const references = findReferences(normal);
  const tokens: Token[] = [];
  let next = 0;
  for (const match of normal.matchAll(PIECE)) {
    const end = match.index + match[0].length;
    // A reference is written once the last piece of its spelling is.
    for (let r = references[next]; r !== undefined && r.end <= match.index; r = references[++next]) {
      pushReference(tokens, r.terms);
    }
    const inReference = references.some((r) => r.start < end && match.index < r.end);
    for (const term of parts(match[0])) tokens.push({ term, isReference: false, inReference });
  }
  for (let r = references[next]; r !== undefined; r = references[++next]) pushReference(tokens, r.terms);
  return tokens;
}

/** The terms of a text in order: syllables, numbers ("01" → "1", "500.000" → "500000"), references (nđ#37). */
export function syllables(text: string): string[] {
  return tokenise(text).map((token) => token.term);
}

/** Jaccard overlap, 0..1, of the two texts' sets of three consecutive syllables, diacritics ignored. */
export function trigramOverlap(a: string, b: string): number {
  return overlap(syllableTrigrams(a), syllableTrigrams(b));
}

/** Jaccard overlap of two sets, 0..1; two empty ones share nothing. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return shared / (left.size + right.size - shared);
}

/** Every three consecutive syllables of a text, diacritics ignored; a shorter text is one by itself. */
export function syllableTrigrams(text: string): Set<string> {
  const terms = tokenise(text).flatMap((token) => (token.isReference ? [] : [fold(token.term)]));
  const grams = new Set<string>();
  if (terms.length > 0 && terms.length < 3) grams.add(terms.join(" "));
  for (let i = 0; i + 2 < terms.length; i++) grams.add(terms.slice(i, i + 3).join(" "));
  return grams;
}

function pushReference(tokens: Token[], terms: readonly string[]): void {
  for (const term of terms) tokens.push({ term, isReference: true, inReference: true });
}

function parts(piece: string): string[] {
  const first = piece.charCodeAt(0);
  if (first >= 48 && first <= 57) return [plainNumber(piece)];
  const last = piece.charCodeAt(piece.length - 1);
  if (last < 48 || last > 57) return [piece];
  const split = WORD_THEN_NUMBER.exec(piece);
  return split === null ? [piece] : [split[1] ?? "", plainNumber(split[2] ?? "")];
}

/** "01" → "1", "500.000" → "500000"; "1,5" and "5s" stay. */
function plainNumber(piece: string): string {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(piece)) return piece.replace(/[.,]/g, "");
  return piece.replace(/^0+(?=\d)/, "");
}

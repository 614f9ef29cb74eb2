/** A stretch of an entry's text that can be quoted by itself; character offsets into the text. */
export interface Clause {
  start: number;
  end: number;
}

// A clause that is longer than this is cut at sentence ends, so that what is quoted stays readable.
const LONG_CLAUSE = 400;
// A line that goes on in lower case is the same sentence, wrapped; "a) …" and "đ. …" open an item.
const NEW_ITEM = /\r?\n(?:\s*\n|(?!\s*\p{Ll}(?![.)]|\p{Ll}[.)])))/gu;
const SENTENCE_END = /[.!?;…]+["”’)\]]*\s+(?=[\p{Lu}\p{N}"“‘(\-–*])/gu;

/**
 * Cuts a text into clauses at blank lines, list items, numbered items and line ends, and cuts long ones again at
 * sentence ends. The clauses are in order, do not overlap and carry no surrounding whitespace.
 */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const item of cut(text, { start: 0, end: text.length }, NEW_ITEM)) {
    if (item.end - item.start <= LONG_CLAUSE) clauses.push(item);
    else for (const sentence of cut(text, item, SENTENCE_END)) clauses.push(sentence);
  }
  return clauses;
}

function cut(text: string, within: Clause, boundary: RegExp): Clause[] {
  const pieces: Clause[] = [];
  let start = within.start;
  for (const match of text.slice(within.start, within.end).matchAll(boundary)) {
    const at = within.start + match.index;
    keep(text, pieces, start, at + match[0].length);
    start = at + match[0].length;
  }
  keep(text, pieces, start, within.end);
  return pieces;
}

function keep(text: string, pieces: Clause[], start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === "") return;
  const from = start + raw.indexOf(trimmed);
  pieces.push({ start: from, end: from + trimmed.length });
}

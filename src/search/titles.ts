import type { IndexData } from "./index-data.ts";

/** The terms of an entry's title, as a stretch of `IndexData.title.tokens`. */
export interface Title {
  from: number;
  /** where the document's name ends and the section's begins */
  sectionFrom: number;
  to: number;
}

/** Finds each entry's title, and in it the document's name: what it shares with the entry before or after it. */
export function createTitles(data: IndexData): (entry: number) => Title {
  const { tokens, clauseStarts, entryClauses } = data.title;
  const startOf = (entry: number): number => clauseStarts[entryClauses[entry] ?? 0] ?? 0;
  const entries = data.ids.length;
  const sharedWithNext = new Uint16Array(entries);
  for (let entry = 0; entry + 1 < entries; entry++) {
    const [a, b, end] = [startOf(entry), startOf(entry + 1), startOf(entry + 2)];
    let length = 0;
    while (a + length < b && b + length < end && tokens[a + length] === tokens[b + length]) length++;
    sharedWithNext[entry] = Math.min(length, 65_535);
  }
  return (entry) => {
    const from = startOf(entry);
    const shared = Math.max(sharedWithNext[entry] ?? 0, sharedWithNext[entry - 1] ?? 0);
    return { from, sectionFrom: from + shared, to: startOf(entry + 1) };
  };
}

import { fold } from "./text.ts";

/** The known syllables by their spelling without diacritics. */
export interface FoldTable {
  /** numbers of the syllables that fold to this */
  syllablesOf(folded: string): readonly number[];
  spellings(): Iterable<string>;
}

const NONE: readonly number[] = [];

/** Groups the terms that may be restored to: `usable` keeps out numbers, references and terms never read. */
export function createFoldTable(terms: readonly string[], usable: (term: number) => boolean): FoldTable {
  const table = new Map<string, number[]>();
  terms.forEach((term, number) => {
    if (!usable(number)) return;
    const folded = fold(term);
    const list = table.get(folded);
    if (list === undefined) table.set(folded, [number]);
    else list.push(number);
  });
  return { syllablesOf: (folded) => table.get(folded) ?? NONE, spellings: () => table.keys() };
}

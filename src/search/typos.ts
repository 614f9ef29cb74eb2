import type { FoldTable } from "./restore.ts";

/** Finds known spellings one slip of the finger away, all without diacritics. */
export interface SpellingNeighbours {
  near(folded: string): readonly string[];
  /** the word cut into two known spellings, wherever that is possible */
  cuts(folded: string): readonly (readonly [string, string])[];
}

const SHORTEST_TO_CUT = 5;

/**
 * The deletion neighbourhood: two spellings are one edit apart exactly when they meet after at most one deletion
 * from each (checked afterwards, since two deletions may also meet at a distance of two).
 */
export function createSpellingNeighbours(folds: FoldTable): SpellingNeighbours {
  const deletions = new Map<string, string[]>();
  for (const spelling of folds.spellings()) {
    for (const shorter of withOneDeletion(spelling)) {
      const list = deletions.get(shorter);
      if (list === undefined) deletions.set(shorter, [spelling]);
      else list.push(spelling);
    }
  }
  const isKnown = (folded: string): boolean => folds.syllablesOf(folded).length > 0;
  return {
    near(folded) {
      const found = new Set<string>(deletions.get(folded) ?? []);
      for (const shorter of withOneDeletion(folded)) {
        if (isKnown(shorter)) found.add(shorter);
        for (const spelling of deletions.get(shorter) ?? []) found.add(spelling);
      }
      return [...found].filter((spelling) => isOneEditApart(folded, spelling));
    },
    cuts(folded) {
      if (folded.length < SHORTEST_TO_CUT) return [];
      const found: (readonly [string, string])[] = [];
      for (let at = 2; at <= folded.length - 2; at++) {
        const left = folded.slice(0, at);
        const right = folded.slice(at);
        if (isKnown(left) && isKnown(right)) found.push([left, right]);
      }
      return found;
    },
  };
}

/** One insertion, deletion, substitution or swap of neighbours, or none at all. */
export function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  const restA = a.slice(head);
  const restB = b.slice(head);
  if (restA.length > restB.length) return restA.endsWith(restB);
  if (restA.length < restB.length) return restB.endsWith(restA);
  if (restA.slice(1) === restB.slice(1)) return true;
  const swapped = `${restA.charAt(1)}${restA.charAt(0)}${restA.slice(2)}`;
  return restA.length > 1 && swapped === restB;
}

function* withOneDeletion(word: string): Generator<string> {
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

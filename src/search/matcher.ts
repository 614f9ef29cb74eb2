import type { FieldData } from "./index-data.ts";
import type { Query } from "./query.ts";

/** What one clause of an entry has in common with the question. */
interface ClauseMatch {
  /** rarity of the question's distinct terms found in it */
  mass: number;
  /** rarity of the question's distinct pairs found in it */
  pairMass: number;
  /** number of terms in the clause */
  length: number;
}

/** Compares clauses with one question, term by term and in order. */
export interface Matcher {
  /** Forgets what was found so far: a new entry, or a new field of it, begins. */
  begin(): void;
  /** Reads clause number `clause` of a field; what it finds adds to what was found since `begin`. */
  read(field: FieldData, clause: number): ClauseMatch;
  /** How often the question's term number `index` was met since `begin`. */
  count(index: number): number;
  /** For each place i of the question: the longest run, in terms, ending there that was met since `begin`. */
  readonly runs: Uint16Array;
  /** How often the pair ending at place i was met since `begin`. */
  readonly pairCounts: Uint16Array;
  /** Whether the term was met in the clause read last. */
  inLast(index: number): boolean;
  /** Clears the scratch space; the matcher must not be used afterwards. */
  end(): void;
}

/**
 * `scratch` is one number for each term of the index, all zero; it is shared between questions, because clearing a
 * few places costs less than a new array.
 */
export function createMatcher(query: Query, scratch: Uint8Array): Matcher {
  const size = query.terms.length;
  const counts = new Uint16Array(size);
  const masses = Float64Array.from(query.terms, (term) => term.weight * term.rarity);
  const lastClause = new Int32Array(size).fill(-1);
  const length = query.sequence.length;
  const runs = new Uint16Array(length);
  const pairCounts = new Uint16Array(length);
  const pairClause = new Int32Array(length).fill(-1);
  const runEndsAt = new Float64Array(length).fill(-2);
  const runLength = new Uint16Array(length);
  const places: number[][] = query.terms.map(() => []);
  // Last place first: a run that ends at a place is read before it is overwritten.
  for (let i = length - 1; i >= 0; i--) places[query.sequence[i] ?? -1]?.push(i);
  query.terms.forEach(({ id, known }, index) => {
    if (known) scratch[id] = index + 1;
  });
  let clauseNumber = 0;
  let at = 0;

  return {
    runs,
    pairCounts,
    begin() {
      counts.fill(0);
      runs.fill(0);
      pairCounts.fill(0);
    },
    count: (index) => counts[index] ?? 0,
    inLast: (index) => lastClause[index] === clauseNumber,
    read(field, clause) {
      clauseNumber++;
      at += 2; // no run crosses from one clause to the next
      const from = field.clauseStarts[clause] ?? 0;
      const to = field.clauseStarts[clause + 1] ?? 0;
      let mass = 0;
      let pairMass = 0;
      for (let i = from; i < to; i++, at++) {
        const index = (scratch[field.tokens[i] ?? 0] ?? 0) - 1;
        if (index < 0) continue;
        counts[index] = (counts[index] ?? 0) + 1;
        if (lastClause[index] !== clauseNumber) {
          lastClause[index] = clauseNumber;
          mass += masses[index] ?? 0;
        }
        for (const place of places[index] ?? []) {
          const continues = place > 0 && runEndsAt[place - 1] === at - 1;
          const run = continues ? (runLength[place - 1] ?? 0) + 1 : 1;
          runLength[place] = run;
          runEndsAt[place] = at;
          if (run > (runs[place] ?? 0)) runs[place] = run;
          if (!continues) continue;
          pairCounts[place] = (pairCounts[place] ?? 0) + 1;
          if (pairClause[place] === clauseNumber) continue;
          pairClause[place] = clauseNumber;
          pairMass += query.pairRarity[place - 1] ?? 0;
        }
      }
      return { mass, pairMass, length: to - from };
    },
    end() {
      for (const { id, known } of query.terms) if (known) scratch[id] = 0;
    },
  };
}

/** Terms by number and numbers by term. */
export interface Vocabulary {
  readonly terms: string[];
  /** the term's number, a new one when it was not known */
  add(term: string): number;
  /** the term's number, -1 when it is not known */
  find(term: string): number;
}

export function createVocabulary(terms: readonly string[] = []): Vocabulary {
  const known = [...terms];
  const numbers = new Map<string, number>();
  known.forEach((term, number) => numbers.set(term, number));
  return {
    terms: known,
    find: (term) => numbers.get(term) ?? -1,
    add(term) {
      const number = numbers.get(term);
      if (number !== undefined) return number;
      numbers.set(term, known.length);
      known.push(term);
      return known.length - 1;
    },
  };
}

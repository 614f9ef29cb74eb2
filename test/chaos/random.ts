/** Chance that is the same for the same seed. */
export interface Random {
  /** from 0 up to, not including, 1 */
  next(): number;
  chance(probability: number): boolean;
  between(least: number, most: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  uuid(): string;
  /** a word that stands nowhere else, letters alone, so that it may be part of a person's name */
  word(): string;
  /** another one, whose course does not depend on how often this one is asked */
  fork(): Random;
}

const CONSONANTS = "bcdghklmnpqrstvxz";
const VOWELS = "aeiou";

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const whole = (below: number) => Math.floor(next() * below);
  const letter = (from: string) => from.charAt(whole(from.length));
  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + next() * (most - least),
    pick: (from) => from[whole(from.length)] ?? from[0],
    uuid() {
      const hex = Array.from({ length: 32 }, () => whole(16).toString(16));
      hex[12] = "4";
      hex[16] = "8";
      return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
    word() {
      const syllables = Array.from({ length: 5 }, () => letter(CONSONANTS) + letter(VOWELS)).join("");
      return `Z${syllables}`;
    },
    fork: () => createRandom(whole(2 ** 32)),
  };
}

/** Without letters and digits that are taken for one another on the phone or in handwriting: no 0/O, 1/I/L, 5/S, 2/Z, 8/B. */
export const CODE_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY";
const LENGTH = 7;

export type CodePrefix = "ĐK" | "YC";

/** Bytes needed for one code. */
export const CODE_BYTES = LENGTH * 2;

/** A public code nobody can guess from another, like "YC-7KQ3M9A"; 25^7 of them, about six milliard. */
export function makeCode(prefix: CodePrefix, random: Uint8Array): string {
  return `${prefix}-${letters(LENGTH, random)}`;
}

/** So many letters and digits, made of twice as many random bytes. */
export function letters(length: number, random: Uint8Array): string {
  return Array.from({ length }, (_, at) => {
    // Two bytes a letter keep the preference for the first letters below a two-thousandth.
    const value = (random[at * 2] ?? 0) * 256 + (random[at * 2 + 1] ?? 0);
    return CODE_ALPHABET.charAt(value % CODE_ALPHABET.length);
  }).join("");
}

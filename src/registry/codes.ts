/** Without letters and digits that are taken for one another on the phone or in handwriting: no 0/O, 1/I/L, 5/S, 2/Z, 8/B. */
const ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY";
const LENGTH = 7;

export type CodePrefix = "ĐK" | "YC";

/** Bytes needed for one code. */
export const CODE_BYTES = LENGTH * 2;

/** A public code nobody can guess from another, like "YC-7KQ3M9A"; 25^7 of them, about six milliard. */
export function makeCode(prefix: CodePrefix, random: Uint8Array): string {
  let code = "";
  for (let at = 0; at < LENGTH; at += 1) {
    // Two bytes a letter keep the preference for the first letters below a two-thousandth.
    const value = (random[at * 2] ?? 0) * 256 + (random[at * 2 + 1] ?? 0);
    code += ALPHABET.charAt(value % ALPHABET.length);
  }
  return `${prefix}-${code}`;
}

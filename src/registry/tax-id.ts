import { readingTexts as texts } from "./reading-texts.ts";

export type TaxIdReading =
  /** digits only: 10 and 13 with a right check digit, 12 for a personal id (which has none) */
  | { kind: "well_formed"; taxId: string }
  /** kept all the same: warn, don't block */
  | { kind: "suspicious"; taxId: string; warning: string }
  | { kind: "unreadable"; mistake: string };

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];
const LABEL = /^\s*(?:mã số thuế|ma so thue|mã số|ma so|mst|cccd|số|so)\s*(?:là|la)?\s*[:.]?\s*/iu;

/** Reads a tax code as people type it: "4300 205 943", "4300205943-001", "MST: 4300205943". */
export function readTaxId(typed: string): TaxIdReading {
  const words = typed.normalize("NFC").replace(LABEL, "");
  const digits = words.replace(/[\s.\-–_/]/gu, "");
  if (/\p{L}/u.test(digits) && /\d/.test(digits)) return { kind: "unreadable", mistake: texts.taxIdLetters };
  if (!/^\d+$/.test(digits)) return { kind: "unreadable", mistake: texts.taxIdNoDigits };
  switch (digits.length) {
    case 10:
    case 13:
      return hasRightCheckDigit(digits)
        ? { kind: "well_formed", taxId: digits }
        : { kind: "suspicious", taxId: digits, warning: texts.taxIdSuspicious(digits) };
    case 12:
      return { kind: "well_formed", taxId: digits };
    default:
      return { kind: "unreadable", mistake: texts.taxIdOneOf(digits.length) };
  }
}

/** The tenth digit follows from the nine before it; a branch keeps the ten digits of its enterprise. */
function hasRightCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
}

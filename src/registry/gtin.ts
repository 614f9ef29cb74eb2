/** GS1 article numbers (GTIN): check digit, kind, and who issues numbers with that prefix. */

type GtinLength = 8 | 12 | 13 | 14;

export type GtinCheck =
  | {
      kind: "right";
      digits: string;
      length: GtinLength;
      origin: PrefixOrigin;
      /** first digit of a 14-digit number: the level of packing; null for the others */
      packing: number | null;
    }
  | { kind: "wrong_check_digit"; digits: string; length: GtinLength; given: string; expected: string }
  | { kind: "wrong_length"; count: number }
  /** holds letters or signs that no number has */
  | { kind: "no_number" };

export type PrefixOrigin =
  /** issued by the GS1 organisation of a country; `prefix` are its three digits */
  | { kind: "country"; prefix: string; name: string }
  /** for use inside a shop or firm alone */
  | { kind: "in_store"; prefix: string }
  | { kind: "serial"; prefix: string }
  | { kind: "book"; prefix: string }
  /** a range whose holder is not known here */
  | { kind: "unknown"; prefix: string };

const LENGTHS: readonly number[] = [8, 12, 13, 14];
const SEPARATORS = /[\s.\-–—_\u200b-\u200f\u2060\ufeff]+/gu;

/** Ranges of the first three digits of a 13-digit number; only those that are certain. */
const COUNTRIES: readonly (readonly [from: number, to: number, name: string])[] = [
  [0, 19, "Hoa Kỳ, Canada"],
  [30, 39, "Hoa Kỳ, Canada"],
  [60, 139, "Hoa Kỳ, Canada"],
  [300, 379, "Pháp"],
  [400, 440, "Đức"],
  [450, 459, "Nhật Bản"],
  [471, 471, "Đài Loan"],
  [480, 480, "Philippines"],
  [489, 489, "Hồng Kông"],
  [490, 499, "Nhật Bản"],
  [500, 509, "Anh"],
  [690, 699, "Trung Quốc"],
  [880, 880, "Hàn Quốc"],
  [885, 885, "Thái Lan"],
  [888, 888, "Singapore"],
  [890, 890, "Ấn Độ"],
  [893, 893, "Việt Nam"],
  [899, 899, "Indonesia"],
  [955, 955, "Malaysia"],
];
const IN_STORE: readonly (readonly [from: number, to: number])[] = [
  [20, 29],
  [40, 49],
  [200, 299],
];
// Eight digits have a prefix table of their own: these are for shops, the countries are the same.
const IN_STORE_OF_EIGHT: readonly (readonly [from: number, to: number])[] = [
  [0, 99],
  [200, 299],
];

/** Reads a number as people type it, spaces, dots and dashes allowed. */
export function checkGtin(text: string): GtinCheck {
  const digits = text.normalize("NFKC").replace(SEPARATORS, "");
  if (!/^[0-9]+$/.test(digits)) return { kind: "no_number" };
  if (!isLength(digits.length)) return { kind: "wrong_length", count: digits.length };
  const length = digits.length;
  const given = digits.slice(-1);
  const expected = checkDigit(digits.slice(0, -1));
  if (given !== expected) return { kind: "wrong_check_digit", digits, length, given, expected };
  return { kind: "right", digits, length, origin: originOf(digits), packing: packingOf(digits) };
}

/** Weights 3 and 1 from the right; what is missing to the next ten. */
export function checkDigit(digitsBefore: string): string {
  const sum = Array.from(digitsBefore, Number)
    .reverse()
    .reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/**
 * Whether a message that is nothing but a number is likely an article number: not a date, not a tax code of a branch,
 * and twelve digits, the length of an identity number, only with a right check digit.
 */
export function looksLikeGtin(text: string): boolean {
  const typed = text.trim();
  if (!/^[0-9][0-9 .\-–]*[0-9]$/.test(typed)) return false;
  if (/^\d{1,2}[ .-]\d{1,2}[ .-]\d{4}$/.test(typed) || /^\d{4}[ .-]\d{1,2}[ .-]\d{1,2}$/.test(typed))
    return false;
  if (/^\d{10}-\d{3}$/.test(typed)) return false;
  const check = checkGtin(typed);
  if (check.kind === "right") return true;
  return check.kind === "wrong_check_digit" && check.length !== 12;
}

function originOf(digits: string): PrefixOrigin {
  const isEight = digits.length === 8;
  const prefix = isEight ? digits.slice(0, 3) : digits.padStart(14, "0").slice(1, 4);
  const value = Number(prefix);
  const within = ([from, to]: readonly [number, number, ...unknown[]]) => from <= value && value <= to;
  if ((isEight ? IN_STORE_OF_EIGHT : IN_STORE).some(within)) return { kind: "in_store", prefix };
  const country = COUNTRIES.find(within);
  if (country) return { kind: "country", prefix, name: country[2] };
  if (value === 977 && !isEight) return { kind: "serial", prefix };
  if ((value === 978 || value === 979) && !isEight) return { kind: "book", prefix };
  return { kind: "unknown", prefix };
}

function packingOf(digits: string): number | null {
  return digits.length === 14 ? Number(digits.charAt(0)) : null;
}

function isLength(length: number): length is GtinLength {
  return LENGTHS.includes(length);
}

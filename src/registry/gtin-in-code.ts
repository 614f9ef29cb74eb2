import { checkGtin } from "./gtin.ts";

/** A code as it was read off a picture. */
export interface ReadCode {
  /** article: a barcode whose digits are the number itself; data: a code that may hold anything, such as a QR code */
  kind: "article" | "data";
  text: string;
}

/** GS1 element string: the application identifier 01 and its 14 digits. */
const ELEMENT_STRING = /\(01\)(\d{14})/;
/** GS1 Digital Link: the number follows its identifier in the path, whatever site it leads to. */
const DIGITAL_LINK = /^https?:\/\/[^?#]*\/(?:01|gtin)\/(\d{8}|\d{12,14})(?=[/?#]|$)/i;

/** The article number that a code holds, as short as it is printed; null where it holds none. */
export function gtinIn({ kind, text }: ReadCode): string | null {
  const given =
    kind === "article" ? text : ((DIGITAL_LINK.exec(text) ?? ELEMENT_STRING.exec(text))?.[1] ?? text.trim());
  if (!/^\d+$/.test(given)) return null;
  const check = checkGtin(given);
  return check.kind === "right" ? withoutFiller(check.digits) : null;
}

/** Readers and links fill shorter numbers up with zeros; the check digit stays the same. */
function withoutFiller(digits: string): string {
  const filled = /^(?:0{6}(?=\d{8}$)|0{1,2}(?=\d{12}$)|0(?=\d{13}$))/;
  return digits.length < 13 ? digits : digits.replace(filled, "");
}

/** Signs that XML 1.0 cannot hold, and halves of pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What a spreadsheet may take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/** Excel takes no more in a cell. */
const LONGEST = 32_767;

/** Without what no XML can hold; documents and spreadsheets are XML. */
export function printableText(text: string): string {
  return text.replace(FORBIDDEN, "");
}

/**
 * Words of somebody as they may stand in a cell of a spreadsheet: they never run as a formula (OWASP, "CSV Injection"),
 * also when the file is saved as CSV and opened again.
 */
export function plainText(text: string): string {
  const printable = printableText(text.slice(0, LONGEST - 1));
  return FORMULA.test(printable) ? `'${printable}` : printable;
}

import { unzip, zipStored } from "./zip.ts";

/** A list to choose from in some cells of the first sheet. */
export interface DropDown {
  /** "B2:B2001" */
  cells: string;
  /** a range, or values between double quotes */
  from: string;
  /** shown when the cell is entered */
  hint: string;
}

const FIRST_SHEET = "xl/worksheets/sheet1.xml";
const OWN_FILE = { entries: 200, inflated: 64 * 1024 * 1024 };

/**
 * Adds drop-down lists to a workbook that `writeXlsx` made, which knows none. Other values stay possible: pasted cells
 * skip the check anyway, and the import says in words what is wrong (ECMA-376 Part 1, 18.3.1.33).
 */
export function withDropDowns(workbook: Uint8Array, lists: readonly DropDown[]): Uint8Array {
  const unzipped = unzip(workbook, OWN_FILE);
  if (unzipped.kind !== "files") throw new Error(`a workbook of our own is ${unzipped.kind}`);
  const files = new Map(unzipped.files);
  const sheet = new TextDecoder().decode(files.get(FIRST_SHEET));
  const validations = lists.map(
    ({ cells, from, hint }) =>
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" ` +
      `sqref="${cells}" prompt="${escaped(hint)}"><formula1>${escaped(from)}</formula1></dataValidation>`,
  );
  const all = `<dataValidations count="${lists.length}">${validations.join("")}</dataValidations>`;
  if (!sheet.includes("</sheetData>")) throw new Error("a sheet of our own holds no rows");
  files.set(FIRST_SHEET, new TextEncoder().encode(sheet.replace("</sheetData>", `</sheetData>${all}`)));
  return zipStored(files);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

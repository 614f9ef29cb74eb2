import { InvalidInputError, InvalidSpreadsheetError, readSheet } from "read-excel-file/node";
import type { Cell, ReadSheet } from "../../console/partner/sheet.ts";
import { unzip, zipStored } from "./zip.ts";

/** Many times what a list of two thousand rows needs. */
const LIMITS = { entries: 200, inflated: 8 * 1024 * 1024 };
const MOST_ROWS = 2_001;
/** styled rows below the last that is filled in */
const LAST_ROW = 3_000;
const LAST_COLUMN = 24;
/** Reading is done in this process: so many take about a second. */
const MOST_CELLS = 60_000;
const MOST_NAMED = 3;

/** How spreadsheets of before 2007, and those with a password, begin. */
const OLD_OFFICE = Buffer.from("d0cf11e0a1b11ae1", "hex");

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const CELL = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(\s*<(?:\w+:)?f\b)?/g;
const ANY_CELL = /<(?:\w+:)?c[\s/>]/g;
const ROW = /<(?:\w+:)?row\b[^>]*?\br="(\d{1,10})"/g;
/** Says how large the sheet is; the cells tell that better. */
const DIMENSION = /<(?:\w+:)?dimension\b[^>]*\/>/g;

/**
 * The cells of the first sheet. The archive is taken apart within limits and put together anew, so that the reader sees
 * nothing that was not counted; formulas are refused, because what they would show here is what somebody else computed.
 */
export async function readXlsx(content: Uint8Array): Promise<ReadSheet> {
  if (OLD_OFFICE.equals(content.subarray(0, OLD_OFFICE.length))) return { kind: "old_or_locked" };
  const unzipped = unzip(content, LIMITS);
  if (unzipped.kind === "no_zip") return { kind: "no_xlsx" };
  if (unzipped.kind === "encrypted") return { kind: "old_or_locked" };
  if (unzipped.kind === "too_large") return { kind: "too_much_inside" };
  const files = new Map(unzipped.files);
  if (!files.has("[Content_Types].xml") || !files.has("xl/workbook.xml")) return { kind: "no_xlsx" };
  if ([...files.keys()].some((name) => /vbaProject/i.test(name))) return { kind: "macros" };
  const formulas: string[] = [];
  for (const [name, file] of files) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const xml = new TextDecoder().decode(file);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return { kind: "no_xlsx" };
    if (!SHEET.test(name)) continue;
    const found = lookThrough(xml);
    if (found.tooLarge) return { kind: "too_many_rows", most: MOST_ROWS - 1 };
    formulas.push(...found.formulas);
    files.set(name, new TextEncoder().encode(xml.replace(DIMENSION, "")));
  }
  if (formulas.length > 0) {
    return { kind: "formulas", cells: formulas.slice(0, MOST_NAMED), count: formulas.length };
  }
  try {
    const rows = (await readSheet(Buffer.from(zipStored(files)))).map((row) => row.map(cellOf));
    const filled = rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== null)) + 1);
    return filled.length > MOST_ROWS
      ? { kind: "too_many_rows", most: MOST_ROWS - 1 }
      : { kind: "rows", rows: filled };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      return { kind: "no_xlsx" };
    throw error;
  }
}

function lookThrough(xml: string): { tooLarge: boolean; formulas: readonly string[] } {
  const formulas: string[] = [];
  if ((xml.match(ANY_CELL)?.length ?? 0) > MOST_CELLS) return { tooLarge: true, formulas };
  for (const [, row = ""] of xml.matchAll(ROW)) {
    if (Number(row) > LAST_ROW) return { tooLarge: true, formulas };
  }
  for (const [, column = "", row = "", formula] of xml.matchAll(CELL)) {
    if (Number(row) > LAST_ROW || columnNumber(column) > LAST_COLUMN) return { tooLarge: true, formulas };
    if (formula !== undefined) formulas.push(column + row);
  }
  return { tooLarge: false, formulas };
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellOf(value: unknown): Cell {
  if (typeof value === "number" || value instanceof Date) return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "string" || value.trim() === "") return null;
  // What we neutralised when it went out.
  return value.trim().replace(/^'(?=[=+\-@])/, "");
}

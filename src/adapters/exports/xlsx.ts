import writeXlsxFile, { type Cell, type Sheet as WrittenSheet } from "write-excel-file/node";
import type { SheetColumn, SheetKind, WriteSheet } from "../../console/kit/sheet.ts";
import { plainText } from "./plain-text.ts";

/** A sheet whose rows are cells already; `sheetOf` makes it. */
export interface Sheet {
  name: string;
  widths: readonly number[];
  rows: readonly (readonly Cell[])[];
}

const WIDTHS: Readonly<Record<SheetKind, number>> = {
  text: 28,
  number: 10,
  money: 16,
  day: 12,
  moment: 17,
};

/** Việt Nam has one zone and no summer time; a cell of Excel knows no zone at all. */
const AHEAD_MS = 7 * 3_600_000;

/** Excel takes no more. */
const LONGEST_NAME = 31;

/** A table with one bold row of headers that stays while the rows scroll. */
export function sheetOf<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Sheet {
  const headers = columns.map(({ header, kind }): Cell => ({
    value: header,
    type: String,
    fontWeight: "bold",
    wrap: true,
    align: kind === "number" || kind === "money" ? "right" : "left",
  }));
  return {
    name,
    widths: columns.map(({ width, kind }) => width ?? WIDTHS[kind]),
    rows: [headers, ...rows.map((row) => columns.map((column) => cellOf(column, row)))],
  };
}

/** One list; a note stands by itself below its rows. */
export const writeSheet: WriteSheet = ({ title, columns, rows, note }) => {
  const sheet = sheetOf(title, columns, rows);
  return writeXlsx([note === undefined ? sheet : { ...sheet, rows: [...sheet.rows, [textCell(note)]] }]);
};

/** The bytes of an XLSX workbook. Text never runs: what a spreadsheet would take for a formula is neutralised. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, widths, rows }): WrittenSheet<Buffer> => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: rows.map((cells) => [...cells]),
  }));
  return writeXlsxFile(written).toBuffer();
}

function cellOf<Row>(column: SheetColumn<Row>, row: Row): Cell {
  switch (column.kind) {
    case "text":
      return textCell(column.value(row));
    case "number":
    case "money":
      return cell(column.value(row), Number, "#,##0");
    case "day":
      return cell(localTime(column.value(row)), Date, "dd/mm/yyyy");
    case "moment":
      return cell(localTime(column.value(row)), Date, "dd/mm/yyyy hh:mm");
  }
}

function textCell(text: string | null): Cell {
  return text === null || text === "" ? null : { value: plainText(text), type: String, wrap: true };
}

function cell(value: number | Date | null, type: NumberConstructor | DateConstructor, format: string): Cell {
  return value === null ? null : { value, type, format };
}

function localTime(at: Date | null): Date | null {
  return at && new Date(at.getTime() + AHEAD_MS);
}

/** Without the signs that Excel forbids there. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/gu, " ").slice(0, LONGEST_NAME);
}

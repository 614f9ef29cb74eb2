import writeXlsxFile from "write-excel-file/node";
import { readXlsx } from "../../src/adapters/exports/read-xlsx.ts";
import { COLUMN_KEYS, COLUMNS } from "../../src/console/partner/columns.ts";
import type { SheetColumn } from "../../src/console/kit/sheet.ts";
import { sheetOf, writeXlsx } from "../../src/adapters/exports/xlsx.ts";

export type NeedCells = readonly (string | null)[];

/** A list as an association would fill it in. */
export function needsWorkbook(rows: readonly NeedCells[]): Promise<Uint8Array> {
  const columns = COLUMN_KEYS.map((key, at): SheetColumn<NeedCells> => ({
    kind: "text",
    header: COLUMNS[key].header,
    value: (row) => row[at] ?? null,
  }));
  return writeXlsx([sheetOf("Nhu cầu", columns, rows)]);
}

/** `count` members, of which every one whose number `isBad` has a phone number that is a digit short. */
export function members(count: number, isBad: (at: number) => boolean = () => false): NeedCells[] {
  return Array.from({ length: count }, (_, at) => [
    `Hợp tác xã Rau số ${at + 1}`,
    "Hợp tác xã",
    null,
    "phường Cẩm Thành",
    "Bùi Thị Liên",
    `09051${String(at).padStart(5, "0")}`.slice(0, isBad(at) ? 9 : 10),
    "Truy xuất nguồn gốc",
    "2026",
    "4",
    "3",
    null,
  ]);
}

/** The template as an association filled it in: its own headers, and rows below. */
export async function filledIn(template: Uint8Array, rows: readonly NeedCells[]): Promise<Buffer> {
  const read = await readXlsx(template);
  if (read.kind !== "rows") throw new Error(read.kind);
  const headers = (read.rows[0] ?? []).map(String);
  const cells = [headers, ...rows].map((row) =>
    row.map((value) => (value === null ? null : { value, type: String })),
  );
  return writeXlsxFile([{ data: cells, sheet: "Nhu cầu" }]).toBuffer();
}

import type { ReportDocument } from "../../registry/report/document.ts";
import type { Table, TableCell, TableColumn } from "../../registry/report/table.ts";
import { sheetOf, writeXlsx, type Sheet } from "./xlsx.ts";
import type { SheetColumn } from "../../console/kit/sheet.ts";

/** Việt Nam has one zone and no summer time. */
const OFFSET = "+07:00";

/** A sheet for each table. */
export function writeTables(tables: readonly Table[]): Promise<Uint8Array> {
  return writeXlsx(uniquelyNamed(tables.map((table) => sheetFor(table, table.title))));
}

/** A first sheet that says what it is, then a sheet for each table of a section: "2.1 Theo loại hình". */
export function writeReportXlsx(report: ReportDocument): Promise<Uint8Array> {
  const words = report.sections.filter((section) => section.words !== "");
  const cover: Table = {
    title: "Thông tin",
    columns: [
      { header: "Mục", kind: "text" },
      { header: "Nội dung", kind: "text" },
    ],
    rows: [
      ["Báo cáo", report.title],
      ["Cơ quan", report.organisation],
      ["Số liệu", report.standing],
      ...report.sections.flatMap(({ title, notes }) => notes.map((note) => [title, note])),
      ...words.map(({ title, words: said }) => [title, said]),
    ],
  };
  const sheets = report.sections.flatMap(({ tables }, section) =>
    tables.map((table, at) => sheetFor(table, `${section + 1}.${at + 1} ${table.title}`)),
  );
  return writeXlsx(uniquelyNamed([sheetFor(cover, cover.title), ...sheets]));
}

function sheetFor({ columns, rows }: Table, name: string): Sheet {
  return sheetOf(
    name,
    columns.map((column, at) => columnFor(column, at)),
    rows,
  );
}

function columnFor({ header, kind }: TableColumn, at: number): SheetColumn<readonly TableCell[]> {
  const valueOf = (row: readonly TableCell[]) => row[at] ?? null;
  switch (kind) {
    case "text":
      return { header, kind, value: (row) => textOf(valueOf(row)) };
    case "number":
    case "money":
      return { header, kind, value: (row) => numberOf(valueOf(row)) };
    case "day":
      return { header, kind, value: (row) => dayOf(valueOf(row)) };
  }
}

function textOf(cell: TableCell): string | null {
  return cell === null ? null : String(cell);
}

function numberOf(cell: TableCell): number | null {
  return typeof cell === "number" ? cell : null;
}

function dayOf(cell: TableCell): Date | null {
  return typeof cell === "string" ? new Date(`${cell}T00:00:00${OFFSET}`) : null;
}

/** Excel cuts names at 31 signs, and refuses two of the same. */
function uniquelyNamed(sheets: readonly Sheet[]): readonly Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let name = sheet.name.slice(0, 31);
    for (let at = 2; taken.has(name.toLowerCase()); at += 1) name = `${sheet.name.slice(0, 27)} ${at}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

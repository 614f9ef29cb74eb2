import type { Table } from "../../registry/report/table.ts";

/** What a column holds. Days and moments are those of Asia/Ho_Chi_Minh; money is in đồng. */
interface Kinds {
  text: string;
  number: number;
  money: number;
  day: Date;
  moment: Date;
}

export type SheetKind = keyof Kinds;

/** A column with its Vietnamese header; `value` null leaves the cell empty. */
export type SheetColumn<Row> = {
  [Kind in SheetKind]: {
    kind: Kind;
    header: string;
    /** in characters; usual for its kind unless given */
    width?: number;
    value: (row: Row) => Kinds[Kind] | null;
  };
}[SheetKind];

interface Sheet<Row> {
  title: string;
  columns: readonly SheetColumn<Row>[];
  rows: readonly Row[];
  /** stands below the rows */
  note?: string;
}

/** The bytes of an XLSX workbook; text in it never runs as a formula. */
export type WriteSheet = <Row>(sheet: Sheet<Row>) => Promise<Uint8Array>;

/** The same of several tables, a sheet each. */
export type WriteTables = (tables: readonly Table[]) => Promise<Uint8Array>;

import type { FigureRef } from "./figure-rows.ts";

/** A day is "2026-11-27"; null is an empty cell. */
export type TableCell = string | number | null;

export interface TableColumn {
  header: string;
  kind: "text" | "number" | "money" | "day";
}

/** A table without a place yet: a page, a document and a spreadsheet show the same one. */
export interface Table {
  title: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
  /** figures of a row that can be followed to what was counted, by column */
  figures?: readonly (Readonly<Record<number, FigureRef>> | null)[];
  /** also drawn as bars: the column of the names, that of the lengths, and how many rows unless all: no sum */
  bars?: { names: number; lengths: number; rows?: number };
}

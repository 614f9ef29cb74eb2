import type { ListWindow } from "./list-query.ts";

/** A workbook is made in memory. A longer list is cut, and says so: on its page and below the last row. */
export const MOST_EXPORTED = 100_000;
const ROWS_AT_ONCE = 1_000;

/** Rows of a list in its order, as its page shows them. */
export type ReadRows<Row> = (window: ListWindow) => readonly Row[] | Promise<readonly Row[]>;

/** All rows, read in pages, so that no query asks for everything at once; `isCut` where there are more than `most`. */
export async function everyRow<Row>(
  read: ReadRows<Row>,
  most = MOST_EXPORTED,
): Promise<{ rows: readonly Row[]; isCut: boolean }> {
  const rows: Row[] = [];
  for (let page = 1; rows.length <= most; page += 1) {
    const some = await read({ page, perPage: ROWS_AT_ONCE });
    rows.push(...some);
    if (some.length < ROWS_AT_ONCE) break;
  }
  return { rows: rows.slice(0, most), isCut: rows.length > most };
}

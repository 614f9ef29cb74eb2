import type { Table } from "../../registry/report/table.ts";
import type { ConsoleContext } from "../visit.ts";
import { auditedExport, XLSX } from "./download.ts";
import type { ListQuery } from "./list-query.ts";

/** Makes a spreadsheet of tables; text in it never runs as a formula. */
export type WriteTables = (tables: readonly Table[]) => Promise<Uint8Array>;

/** More rows than that are narrowed first. */
const MOST_ROWS = 100_000;

/** The same list without its pages. */
export function wholeList(query: ListQuery): ListQuery {
  return { ...query, page: 1, perPage: MOST_ROWS };
}

/** Hands a list out as a spreadsheet, and writes down who took it. */
export async function sendTable(
  c: ConsoleContext,
  write: WriteTables,
  { what, subject, name, table }: { what: string; subject: string; name: string; table: Table },
): Promise<Response> {
  const content = await write([table]);
  return auditedExport(
    c,
    { what, subject, rows: table.rows.length },
    { name: `${name}.xlsx`, mediaType: XLSX, content },
  );
}

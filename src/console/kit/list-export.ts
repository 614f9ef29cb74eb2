import { may, type Permission } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { auditedExport, XLSX } from "./download.ts";
import { everyRow, MOST_EXPORTED, type ReadRows } from "./every-row.ts";
import { windowOf } from "./list-query.ts";
import type { SheetColumn } from "./sheet.ts";
import { kitTexts } from "./texts.ts";

/** A list as a file. */
export interface ListFile<Row> {
  /** action in the audit: `requests.exported` */
  what: string;
  /** id of what the rows belong to; the list itself unless given */
  about?: string;
  title: string;
  /** without its ending */
  fileName: string;
  columns: readonly SheetColumn<Row>[];
}

/** Where a list is downloaded; its address takes the same filters. */
export function sheetPath<Path extends string>(list: Path): `${Path}.xlsx` {
  return `${list}.xlsx`;
}

/** What a table leads to for whoever looks at it; null where they may not have it. */
export function sheetFor(c: ConsoleContext, list: string, needs: Permission): string | null {
  return may(memberOf(c).role, needs) ? sheetPath(list) : null;
}

/** Rows that are all there already. */
export function windowed<Row>(rows: readonly Row[]): ReadRows<Row> {
  return (window) => {
    const { skip, take } = windowOf(window);
    return rows.slice(skip, skip + take);
  };
}

/** Hands out every row of a list, and writes down who took it. */
export async function sendList<Row>(
  c: ConsoleContext,
  { what, about = what.replace(/\.exported$/, ""), title, fileName, columns }: ListFile<Row>,
  read: ReadRows<Row>,
): Promise<Response> {
  const { rows, isCut } = await everyRow(read);
  const note = isCut ? { note: kitTexts.exportCut(MOST_EXPORTED) } : {};
  const content = await c.var.shell.writeSheet({ title, columns, rows, ...note });
  return auditedExport(
    c,
    { what, subject: about, rows: rows.length },
    { name: `${fileName}.xlsx`, mediaType: XLSX, content },
  );
}

import type { PersonSheets } from "../../console/personal-data/port.ts";
import { sheetOf, writeXlsx } from "./xlsx.ts";
import type { SheetColumn } from "../../console/kit/sheet.ts";

/** What is kept of one person, a sheet for each kind. */
export function createPersonSheets(): PersonSheets {
  return {
    write: (file) =>
      writeXlsx(
        file.map(({ name, headers, rows }) =>
          sheetOf(
            name,
            headers.map((header, at): SheetColumn<readonly string[]> => ({
              kind: "text",
              header,
              value: (row) => row[at] ?? null,
            })),
            rows,
          ),
        ),
      ),
  };
}

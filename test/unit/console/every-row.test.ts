import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { writeSheet } from "../../../src/adapters/exports/xlsx.ts";
import { everyRow } from "../../../src/console/kit/every-row.ts";
import { windowed } from "../../../src/console/kit/list-export.ts";
import type { ListWindow } from "../../../src/console/kit/list-query.ts";

const rows = Array.from({ length: 2_500 }, (_, at) => at);

it("reads a list in pages, to its end", async () => {
  const asked: ListWindow[] = [];
  const read = (window: ListWindow) => {
    asked.push(window);
    return windowed(rows)(window);
  };
  expect(await everyRow(read)).toEqual({ rows, isCut: false });
  expect(asked.map(({ page }) => page)).toEqual([1, 2, 3]);
  expect(Math.max(...asked.map(({ perPage }) => perPage))).toBeLessThanOrEqual(1_000);
});

it.each([0, 1, 1_000, 2_000])("neither loses nor doubles a row of %i", async (length) => {
  const some = rows.slice(0, length);
  expect(await everyRow(windowed(some))).toEqual({ rows: some, isCut: false });
});

it("cuts what is longer than a file may be, and says so below the rows", async () => {
  expect(await everyRow(windowed(rows), 2_499)).toEqual({ rows: rows.slice(0, 2_499), isCut: true });
  expect((await everyRow(windowed(rows), 2_500)).isCut).toBe(false);
  const content = await writeSheet({
    title: "Danh sách",
    columns: [{ kind: "text", header: "Tên", value: (name: string) => name }],
    rows: ["=1+1"],
    note: "Danh sách dài hơn",
  });
  expect(await readSheet(Buffer.from(content))).toEqual([["Tên"], ["'=1+1"], ["Danh sách dài hơn"]]);
});

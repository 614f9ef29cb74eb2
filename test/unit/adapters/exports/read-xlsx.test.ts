import { describe, expect, it } from "vitest";
import { createNeedSheets } from "../../../../src/adapters/exports/need-sheets.ts";
import { readXlsx } from "../../../../src/adapters/exports/read-xlsx.ts";
import { unzip, zipStored } from "../../../../src/adapters/exports/zip.ts";
import { changedWorkbook, workbookWithFormula, zipBomb } from "../../../support/bad-workbooks.ts";
import { members, needsWorkbook } from "../../../support/need-list.ts";

const SHEET = "xl/worksheets/sheet1.xml";

describe("a spreadsheet that somebody sent up", () => {
  it("is read as it was typed", async () => {
    const read = await readXlsx(await needsWorkbook(members(3)));
    expect(read).toMatchObject({ kind: "rows" });
    if (read.kind === "rows") expect(read.rows[1]?.[0]).toBe("Hợp tác xã Rau số 1");
  });

  it("is the template, which comes back empty and with its drop-down lists", async () => {
    const template = await createNeedSheets().template(2026);
    const read = await readXlsx(template);
    expect(read.kind === "rows" && read.rows.length).toBe(1);
    const unzipped = unzip(template, { entries: 100, inflated: 1e7 });
    const sheet = unzipped.kind === "files" ? new TextDecoder().decode(unzipped.files.get(SHEET)) : "";
    expect(sheet).toContain('<dataValidations count="4">');
  });

  it("is refused where it is none", async () => {
    for (const words of ["", "a,b\n1,2", "PK\u0003\u0004 nửa chừng"]) {
      expect(await readXlsx(new TextEncoder().encode(words))).toEqual({ kind: "no_xlsx" });
    }
    expect(await readXlsx(Buffer.from("d0cf11e0a1b11ae100", "hex"))).toEqual({ kind: "old_or_locked" });
    expect(await readXlsx(zipStored(new Map([["ghi-chu.txt", Buffer.from("x")]])))).toEqual({
      kind: "no_xlsx",
    });
    const whole = await needsWorkbook(members(2));
    expect(await readXlsx(whole.subarray(0, whole.length - 100))).toEqual({ kind: "no_xlsx" });
  });

  it("is refused where it holds more than it should, or more than it says", async () => {
    expect(await readXlsx(zipBomb(40_000_000, 40_000_000))).toEqual({ kind: "too_much_inside" });
    expect(await readXlsx(zipBomb(40_000_000, 1_000))).toEqual({ kind: "too_much_inside" });
  });

  it("names the cells with formulas", async () => {
    expect(await readXlsx(await workbookWithFormula())).toEqual({
      kind: "formulas",
      cells: ["B9"],
      count: 1,
    });
  });

  it("is refused where a cell stands far outside", async () => {
    const far = await changedWorkbook((sheet) =>
      sheet.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    expect(await readXlsx(far)).toEqual({ kind: "too_many_rows", most: 2000 });
    expect(await readXlsx(await needsWorkbook(members(2_001)))).toEqual({
      kind: "too_many_rows",
      most: 2000,
    });
  });
});

import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import type { SheetColumn } from "../../../../src/console/kit/sheet.ts";
import { sheetOf, writeXlsx } from "../../../../src/adapters/exports/xlsx.ts";

interface Row {
  name: string;
  people: number | null;
  at: Date;
}

const COLUMNS: readonly SheetColumn<Row>[] = [
  { kind: "text", header: "Họ và tên", value: ({ name }) => name },
  { kind: "number", header: "Số người", value: ({ people }) => people },
  { kind: "day", header: "Ngày", value: ({ at }) => at },
  { kind: "moment", header: "Lúc", value: ({ at }) => at },
  { kind: "money", header: "Kinh phí (đồng)", value: () => 1_500_000 },
];

/** Late in the evening in London is the next day in Quảng Ngãi. */
const AT = new Date("2026-12-03T23:30:00Z");

async function parts(rows: readonly Row[], name = "Học viên") {
  const files = unzipSync(await writeXlsx([sheetOf(name, COLUMNS, rows), sheetOf("Trống", COLUMNS, [])]));
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  return {
    workbook: text("xl/workbook.xml"),
    first: text("xl/worksheets/sheet1.xml"),
    all: Object.keys(files)
      .filter((path) => path.endsWith(".xml"))
      .map(text)
      .join("\n"),
  };
}

it("writes sheets with their headers, typed cells and Vietnamese words", async () => {
  const { workbook, first, all } = await parts([
    { name: "Nguyễn Thị Sương <Hoa> & con", people: 12, at: AT },
  ]);
  expect(workbook).toContain('name="Học viên"');
  expect(workbook).toContain('name="Trống"');
  for (const words of [
    "Họ và tên",
    "Số người",
    "Kinh phí (đồng)",
    "Nguyễn Thị Sương &lt;Hoa&gt; &amp; con",
  ]) {
    expect(all).toContain(words);
  }
  expect(first).toContain("<v>12</v>");
  expect(first).toContain("<v>1500000</v>");
  // 4 December 2026, half past six: 46360 days after 30 December 1899.
  expect(first.match(/<v>46360(?:\.27083\d*)<\/v>/g)).toHaveLength(2);
});

it.each(["=HYPERLINK(1)", "+84905123456", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\u0000=1"])(
  "never lets %j run",
  async (name) => {
    const { all } = await parts([{ name, people: null, at: AT }]);
    expect(all).not.toContain("<f>");
    expect(all).toContain(`>'${name.replace("\u0000", "")}<`);
  },
);

it("leaves out what XML and Excel cannot hold", async () => {
  const { all, workbook } = await parts(
    [{ name: `a\u0000b\u000bc\ud800d${"x".repeat(40_000)}`, people: null, at: AT }],
    "Lớp [12]: 5S/Kaizen và các công cụ khác nữa",
  );
  expect(all).toContain("abcd");
  expect(all).not.toContain("x".repeat(32_768));
  expect(workbook).toContain('name="Lớp  12   5S Kaizen và các công"');
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresIn, figuresWithoutSource } from "../../../src/answer/figures.ts";

describe("the number lock", () => {
  it("reads figures, dates, percentages and numbers as they are written", () => {
    expect([
      ...figuresIn("Từ 01/7/2026 hỗ trợ 80 %, tối đa 1.500.000 đồng (37/2026/NĐ-CP, TCVN 11892-1:2017)"),
    ]).toEqual(["1/7/2026", "80", "1.500.000", "37/2026", "11892-1:2017"]);
  });

  it("takes 01/7/2026 and 1/7/2026 for one day, and 07 for 7", () => {
    expect(figuresWithoutSource("từ 1/7/2026, trong 7 ngày", ["từ 01/7/2026", "07 ngày làm việc"])).toEqual(
      [],
    );
  });

  it("does not let a part of a figure back another", () => {
    expect(figuresWithoutSource("500 triệu đồng", ["từ 1.500.000 đồng năm 2026"])).toEqual(["500"]);
    expect(figuresWithoutSource("ngày 31/12/2025", ["31 doanh nghiệp, tháng 12 năm 2025"])).toEqual([
      "31/12/2025",
    ]);
  });

  it("always finds a text backed by itself", () => {
    fc.assert(fc.property(fc.string(), (text) => figuresWithoutSource(text, [text]).length === 0));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, normalise, syllables, trigramOverlap } from "../../../src/search/index.ts";

describe("normalise", () => {
  it.each([
    ["hoá đơn", "hóa đơn"],
    ["uỷ ban", "ủy ban"],
    ["khoẻ, thuỷ, xoà", "khỏe, thủy, xòa"],
    ["qúy gía cuả nghiã", "quý giá của nghĩa"],
    ["hòan tòan ngòai", "hoàn toàn ngoài"],
    ["quá quả quỳ giá nghĩa của mía", "quá quả quỳ giá nghĩa của mía"],
  ])("places tones one way: %s", (typed, expected) => {
    expect(normalise(typed)).toBe(expected);
  });

  it("composes, lowers the case and folds whitespace", () => {
    expect(normalise("  NĂNG  SUẤT\n\tChất lượng ".normalize("NFD"))).toBe("năng suất chất lượng");
  });

  it("drops zero-width and control characters", () => {
    expect(normalise("mã\u200b vạch\u0000\ufeff")).toBe("mã vạch");
  });

  it("is idempotent", () => {
    const vietnamese = fc.stringMatching(/^[a-zàáảãạăằắâầấđèéêềếìíòóôồốơờớùúủưừứỳýỷ ]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), vietnamese), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe("fold", () => {
  it("removes every diacritic, đ included", () => {
    expect(fold("Đăng ký nhãn hiệu")).toBe("Dang ky nhan hieu");
  });
});

describe("syllables", () => {
  it("writes numbers one way", () => {
    expect(syllables("01 tháng, 500.000 đồng, 1,5%")).toEqual(["1", "tháng", "500000", "đồng", "1,5"]);
  });

  it.each(["37/2026/NĐ-CP", "nđ 37/2026", "nd37/2026", "Nghị định số 37/2026/NĐ-CP", "nghi dinh 37/2026"])(
    "reads the document's number in %s",
    (typed) => {
      expect(syllables(typed)).toEqual(expect.arrayContaining(["nđ#37", "nđ#37/2026", "37", "2026"]));
    },
  );

  it.each([
    ["thong tu 232", "tt#232"],
    ["tt 28", "tt#28"],
    ["qd 1322", "qđ#1322"],
    ["1322/QĐ-TTg", "qđ#1322"],
    ["11/KH-UBND", "kh#11"],
    ["Luật số 78/2025/QH15", "luật#78/2025"],
    ["TCVN 11892-1:2017", "tcvn#11892-1"],
    ["iso9001", "iso#9001"],
  ])("reads %s as %s", (typed, reference) => {
    expect(syllables(typed)).toContain(reference);
  });

  it("takes a year after luật for a year", () => {
    expect(syllables("luật 2015")).toEqual(["luật", "2015"]);
  });
});

describe("trigramOverlap", () => {
  it("is 1 for the same words without diacritics, 0 for others, between for some", () => {
    expect(trigramOverlap("phí duy trì mã vạch", "phi duy tri ma vach")).toBe(1);
    expect(trigramOverlap("phí duy trì mã vạch", "hợp tác xã trồng rau")).toBe(0);
    expect(trigramOverlap("phí duy trì mã vạch", "phí duy trì mã số")).toBeCloseTo(0.5);
    expect(trigramOverlap("", "phí")).toBe(0);
  });
});

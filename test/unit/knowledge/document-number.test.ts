import { describe, expect, it } from "vitest";
import { documentMentions, mentionMatches } from "../../../src/knowledge/document-number.ts";

describe("documentMentions", () => {
  it.each([
    ["nd 37", "37/2026/NĐ-CP"],
    ["NĐ 37/2026", "37/2026/NĐ-CP"],
    ["nghị định số 37 năm 2026", "37/2026/NĐ-CP"],
    ["nđ37/2026", "37/2026/NĐ-CP"],
    ["thong tu 232", "232/2016/TT-BTC"],
    ["QĐ 1322 là gì", "1322/QĐ-TTg"],
    ["luật 91", "91/2025/QH15"],
    ["nghị quyết 202/2025/QH15", "202/2025/QH15"],
    ["kế hoạch 11", "11/KH-UBND"],
    ["tcvn 11892-1:2017", "TCVN 11892-1"],
    ["TT 04/2025", "04/2025/TT-BKHCN"],
  ])("%s means %s", (typed, number) => {
    const mentions = documentMentions(typed);
    expect(mentions).toHaveLength(1);
    expect(mentions.every((mention) => mentionMatches(mention, number))).toBe(true);
  });

  it.each(["kế hoạch 2021–2025", "ngày 01/7/2025", "tháng 7/2025", "30 doanh nghiệp", "phạt 2.000.000 đồng", ""])(
    "%s names no document",
    (typed) => {
      expect(documentMentions(typed)).toEqual([]);
    },
  );

  it("does not take another year or kind for the same document", () => {
    const [mention] = documentMentions("nghị định 37/2017");
    expect(mention && mentionMatches(mention, "37/2026/NĐ-CP")).toBe(false);
    const [circular] = documentMentions("thông tư 37");
    expect(circular && mentionMatches(circular, "37/2026/NĐ-CP")).toBe(false);
  });

  it("gives the place in the text as typed", () => {
    const typed = "theo Nghị định 43/2017/NĐ-CP thì sao";
    const [mention] = documentMentions(typed);
    expect(typed.slice(mention?.start, mention?.end)).toMatch(/^Nghị định 43\/2017/);
  });
});

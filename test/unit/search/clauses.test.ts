import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitClauses } from "../../../src/search/clauses.ts";

const pieces = (text: string): string[] => splitClauses(text).map(({ start, end }) => text.slice(start, end));

describe("splitClauses", () => {
  it("cuts at blank lines, items and line ends", () => {
    expect(pieces("Mở đầu:\n\n1. Một;\na) hai;\nđ) ba.\n- bốn\nNăm")).toEqual([
      "Mở đầu:",
      "1. Một;",
      "a) hai;",
      "đ) ba.",
      "- bốn",
      "Năm",
    ]);
  });

  it("keeps a wrapped sentence together", () => {
    expect(pieces("Đủ hồ sơ thì cấp\ntrong bảy ngày.")).toEqual(["Đủ hồ sơ thì cấp\ntrong bảy ngày."]);
  });

  it("cuts a long paragraph at sentence ends", () => {
    const sentence = `Một câu ${"rất ".repeat(50)}dài.`;
    expect(pieces(`${sentence} ${sentence} ${sentence}`)).toEqual([sentence, sentence, sentence]);
  });

  it("loses no word and never overlaps", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "B", " ", "\n", ".", "-", "1", ")") }), (text) => {
        let before = 0;
        for (const { start, end } of splitClauses(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(text.slice(before, start).trim()).toBe("");
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          before = end;
        }
        expect(text.slice(before).trim()).toBe("");
      }),
    );
  });
});

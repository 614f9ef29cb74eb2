import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Citation } from "../../../src/answer/answer.ts";
import { basisLines, choiceLines, numberedChoices, splitText } from "../../../src/conversation/plain-text.ts";

describe("splitText", () => {
  it("leaves a text that fits as it is", () => {
    expect(splitText("Dạ được ạ.", 2000)).toEqual(["Dạ được ạ."]);
    expect(splitText("x".repeat(20), 20)).toEqual(["x".repeat(20)]);
  });

  it("makes nothing of nothing", () => {
    expect(splitText("", 10)).toEqual([]);
    expect(splitText(" \n\t ", 10)).toEqual([]);
  });

  it("prefers paragraphs to lines, lines to sentences, sentences to words", () => {
    expect(splitText("Một hai.\nBa bốn.\n\nNăm sáu. Bảy", 24)).toEqual(["Một hai.\nBa bốn.", "Năm sáu. Bảy"]);
    expect(splitText("Một hai. Ba\nbốn. Năm sáu bảy", 20)).toEqual(["Một hai. Ba", "bốn. Năm sáu bảy"]);
    expect(splitText("Một hai ba. Bốn năm sáu bảy", 20)).toEqual(["Một hai ba.", "Bốn năm sáu bảy"]);
    expect(splitText("Một hai ba bốn năm", 10)).toEqual(["Một hai ba", "bốn năm"]);
  });

  it("does not end a part for the sake of a line far at the front", () => {
    expect(splitText("A\nmột hai ba bốn năm", 15)).toEqual(["A\nmột hai ba", "bốn năm"]);
  });

  it("takes neither a list number nor a sum of money for the end of a sentence", () => {
    expect(splitText("Các bước:\n1. Nộp hồ sơ", 13)).toEqual(["Các bước:", "1. Nộp hồ sơ"]);
    expect(splitText("Mất 1.500.000 đồng mỗi năm", 16)).toEqual(["Mất 1.500.000", "đồng mỗi năm"]);
  });

  it("cuts words without blanks, but never a character", () => {
    expect(splitText("😀😀😀", 3)).toEqual(["😀", "😀", "😀"]);
    expect(splitText("abcdef", 4)).toEqual(["abcd", "ef"]);
    // e + two marks, decomposed: stays together
    expect(splitText(`${"a".repeat(4)}e\u0302\u0323b`, 6)).toEqual(["aaaa", "e\u0302\u0323b"]);
  });

  it("comes to an end where not even one character fits", () => {
    expect(splitText("😀b", 1)).toEqual(["😀", "b"]);
    expect(splitText("\u0301\u0301\u0301", 1).join("")).toBe("\u0301\u0301\u0301");
  });

  it("measures as the platform does", () => {
    const bytes = (part: string) => Buffer.byteLength(part);
    const parts = splitText("ệ ".repeat(100), 50, bytes);
    expect(Math.max(...parts.map(bytes))).toBeLessThanOrEqual(50);
    const characters = (part: string) => Array.from(part).length;
    expect(splitText("😀".repeat(10), 10, characters)).toEqual(["😀".repeat(10)]);
  });

  it("loses nothing but blanks and keeps the limit, whatever the text", () => {
    const texts = fc.array(
      fc.constantFrom("ệ", "😀", "a", " ", "\n", ". ", "1. ", "\n\n", "\u0301", "từ", "👨‍👩‍👧"),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (pieces, limit) => {
        const text = pieces.join("");
        const parts = splitText(text, limit);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part).not.toBe("");
          // Half a character becomes a replacement sign in UTF-8.
          expect(Buffer.from(part).toString()).toBe(part);
        }
      }),
    );
  });
});

describe("numberedChoices", () => {
  it("counts from one", () => {
    const choices = [
      { label: "Đăng ký lớp", value: "m1.0" },
      { label: "Hỏi cán bộ", value: "m1.1" },
    ];
    expect(numberedChoices(choices)).toEqual(["1. Đăng ký lớp", "2. Hỏi cán bộ"]);
    expect(numberedChoices([])).toEqual([]);
    expect(numberedChoices([{ label: "Xem căn cứ", value: "m1.0" }])).toEqual(["Gõ 1: Xem căn cứ"]);
  });
});

describe("choiceLines", () => {
  const choices = [
    { label: "Nhận chỗ", value: "offer:y1" },
    { label: "Nhường chỗ", value: "offer:n1" },
  ];

  it("are numbers, below what leads to them", () => {
    expect(choiceLines(choices, "Gõ số:")).toEqual(["Gõ số:", "1. Nhận chỗ", "2. Nhường chỗ"]);
    expect(choiceLines(choices)).toEqual(["1. Nhận chỗ", "2. Nhường chỗ"]);
    expect(choiceLines([], "Gõ số:")).toEqual([]);
  });

  it("are words where there are some, and then no numbers at all", () => {
    const worded = choices.map((one, at) => (at === 0 ? { ...one, typed: "nhận 12" } : one));
    expect(choiceLines(worded, "Gõ số:")).toEqual(["Nhận chỗ: gõ “nhận 12”"]);
  });
});

describe("basisLines", () => {
  const citation: Citation = {
    document: "37/2026/NĐ-CP",
    title: "Nghị định về nhãn hàng hóa",
    section: "Điều 31",
    kind: "tóm tắt",
    text: "Những lời được dẫn",
    validity: "Còn hiệu lực.",
  };

  it("says document, place, kind and validity", () => {
    expect(basisLines([citation])).toEqual(["Căn cứ: 37/2026/NĐ-CP Điều 31 – tóm tắt – Còn hiệu lực"]);
  });

  it("says the same basis once, and leaves out what is not known", () => {
    const bare = { ...citation, section: "", validity: "" };
    expect(basisLines([citation, { ...citation, text: "Lời khác" }, bare])).toEqual([
      "Căn cứ: 37/2026/NĐ-CP Điều 31 – tóm tắt – Còn hiệu lực",
      "Căn cứ: 37/2026/NĐ-CP – tóm tắt",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { encodeReply, type Part } from "../../../../src/channels/telegram/encode.ts";
import type { Citation } from "../../../../src/answer/answer.ts";
import { shownOf } from "../../../doubles/telegram/html.ts";

const CITATION: Citation = {
  document: "37/2026/NĐ-CP",
  title: "Nghị định <về> nhãn",
  section: "Điều 31",
  kind: "tóm tắt",
  text: "…",
  validity: "còn hiệu lực",
};

function shown(parts: readonly Part[]): string[] {
  return parts.map((part) =>
    part.kind === "text" ? (shownOf(part.html) ?? "cannot be parsed") : part.file.name,
  );
}

function buttonsOf(part: Part | undefined) {
  return part?.kind === "text" ? part.buttons.map((row) => row.map(({ text }) => text)) : [];
}

it("takes nothing that is said for marks", () => {
  const text = "<b>5 < 6 & 7 > 2</b> &amp; _x_ *y* </i>";
  expect(shown(encodeReply({ text, citations: [{ ...CITATION, document: "a<b>&" }] }))).toEqual([
    `${text}\n\nCăn cứ: a<b>& Điều 31 – tóm tắt – còn hiệu lực`,
  ]);
});

it("shows the basis under the last words, or by itself where it no longer fits", () => {
  expect(encodeReply({ text: "Có.", citations: [CITATION, CITATION] })).toEqual([
    {
      kind: "text",
      buttons: [],
      html: "Có.\n\n<i>Căn cứ: 37/2026/NĐ-CP Điều 31 – tóm tắt – còn hiệu lực</i>",
    },
  ]);
  const full = "a".repeat(4_090);
  expect(shown(encodeReply({ text: full, citations: [CITATION] }))).toHaveLength(2);
});

describe("buttons", () => {
  it("stand under the last part of a long text, with what they carry", () => {
    const text = Array.from({ length: 500 }, (_, at) => `Câu ${at} khá dài.`).join(" ");
    const parts = encodeReply({ text, choices: [{ label: "Có", value: "m1.0" }] });
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part) => buttonsOf(part).length)).toEqual([...parts.slice(1).map(() => 0), 1]);
    expect(
      shown(parts)
        .slice(0, -1)
        .every((part) => part.endsWith(".")),
    ).toBe(true);
    expect(shown(parts).join(" ")).toBe(text);
    expect(parts.at(-1)).toMatchObject({ buttons: [[{ text: "Có", callback_data: "m1.0" }]] });
  });

  it("stand side by side when they are short", () => {
    const choices = ["Có", "Không", "Để sau"].map((label, at) => ({ label, value: `m.${at}` }));
    expect(buttonsOf(encodeReply({ text: "?", choices })[0])).toEqual([["Có", "Không"], ["Để sau"]]);
  });

  it("carry numbers when a label is too long for a telephone, and the text tells what they mean", () => {
    const label = "Lớp tập huấn truy xuất nguồn gốc nông sản tại xã Tịnh Khê";
    const [part] = encodeReply({
      text: "Chọn lớp:",
      choices: [
        { label, value: "m.0" },
        { label: "Khác", value: "m.1" },
      ],
    });
    expect(shown(part ? [part] : [])).toEqual([`Chọn lớp:\n\n1. ${label}\n2. Khác`]);
    expect(buttonsOf(part)).toEqual([["1", "2"]]);
  });

  it("give way to numbers to type when Telegram would not take what they carry", () => {
    const [part] = encodeReply({ text: "?", choices: [{ label: "Có", value: "ệ".repeat(30) }] });
    expect(buttonsOf(part)).toEqual([]);
    expect(shown(part ? [part] : [])).toEqual(["?\n\nGõ 1: Có"]);
  });

  it("need words above them", () => {
    expect(shown(encodeReply({ text: "", choices: [{ label: "Có", value: "m.0" }] }))).toEqual([
      "Mời anh/chị chọn:",
    ]);
  });
});

it("sends files behind the words", () => {
  const file = { name: "lich.ics", mediaType: "text/calendar", content: "BEGIN" };
  expect(shown(encodeReply({ text: "Lịch đây ạ", files: [file] }))).toEqual(["Lịch đây ạ", "lich.ics"]);
  expect(shown(encodeReply({ text: "", files: [file] }))).toEqual(["lich.ics"]);
});

it("has nothing to send where there is nothing to say", () => {
  expect(encodeReply({ text: " \n" })).toEqual([]);
});

it("keeps within 4,096 characters, and parts no character", () => {
  const parts = shown(encodeReply({ text: "ệ😀&<".normalize("NFD").repeat(2_500) }));
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(4_096);
    // Half a character cannot be encoded.
    expect(Buffer.from(part).toString()).toBe(part);
  }
});

import { expect, it } from "vitest";
import { encodeReply } from "../../../../src/channels/zalo-bot/encode.ts";

const citation = {
  document: "37/2026/NĐ-CP",
  title: "",
  section: "Điều 31",
  kind: "tóm tắt",
  text: "",
  validity: "Còn hiệu lực.",
} as const;

it("says words, basis, and choices as numbers to type", () => {
  const reply = {
    text: "Phí duy trì là 500.000 đồng.",
    citations: [citation],
    choices: [
      { label: "Đăng ký lớp", value: "m1.0" },
      { label: "Gặp cán bộ", value: "go:staff" },
    ],
  };
  expect(encodeReply(reply)).toEqual([
    [
      "Phí duy trì là 500.000 đồng.",
      "",
      "Căn cứ: 37/2026/NĐ-CP Điều 31 – tóm tắt – Còn hiệu lực",
      "",
      "Anh/chị gõ số để chọn:",
      "1. Đăng ký lớp",
      "2. Gặp cán bộ",
    ].join("\n"),
  ]);
});

it("says that a file cannot be sent here", () => {
  const files = [{ name: "lich-lop.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" }];
  const [text] = encodeReply({ text: "Đã đăng ký.", files });
  expect(text).toContain("không gửi được tệp lich-lop.ics");
  expect(text).not.toContain("BEGIN");
});

it("keeps the choices together, in a part of their own where they do not fit", () => {
  const choices = Array.from({ length: 9 }, (_, at) => ({ label: `Lựa chọn số ${at}`, value: `m.${at}` }));
  const parts = encodeReply({ text: "Một câu. ".repeat(220).trim(), choices });
  expect(parts).toHaveLength(2);
  expect(parts[1]?.split("\n")).toHaveLength(10);
  expect(parts[0]?.endsWith("Một câu.")).toBe(true);
});

it("cuts at ends of sentences, measured after composing", () => {
  const sentence = "Tiếng Việt đầy đủ dấu. ";
  const parts = encodeReply({ text: sentence.repeat(200).normalize("NFD") });
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(2_000);
    expect(part.endsWith("dấu.")).toBe(true);
    expect(part).toBe(part.normalize("NFC"));
  }
  // Composed, it takes the fewest parts.
  expect(parts).toHaveLength(Math.ceil((sentence.length * 200) / 2_000));
});

it("does not take words for markup, nor numbers for choices that are not there", () => {
  expect(encodeReply({ text: "<b>a</b> *b* _c_", choices: [] })).toEqual(["<b>a</b> *b* _c_"]);
  expect(encodeReply({ text: "" })).toEqual([]);
});

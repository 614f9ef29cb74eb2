import { expect, it } from "vitest";
import { choiceIn, encode } from "../../../../src/channels/zalo-oa/encode.ts";

const choices = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ label: `Lớp ${at + 1}`, value: `m1.${at}` }));

it("puts up to five choices on buttons that bring their value back", () => {
  const [message, ...others] = encode({ text: "Mời chọn", choices: choices(5) });
  expect(others).toEqual([]);
  expect(message?.text).toBe("Mời chọn");
  const buttons = message?.attachment?.payload.buttons ?? [];
  expect(buttons.map(({ title }) => title)).toEqual(["Lớp 1", "Lớp 2", "Lớp 3", "Lớp 4", "Lớp 5"]);
  expect(buttons.map(({ payload }) => choiceIn(payload))).toEqual(["m1.0", "m1.1", "m1.2", "m1.3", "m1.4"]);
  expect(new Set(buttons.map(({ type }) => type))).toEqual(new Set(["oa.query.hide"]));
});

it("numbers more than five", () => {
  expect(encode({ text: "Mời chọn", choices: choices(6) })).toEqual([
    { text: "Mời chọn\n\n1. Lớp 1\n2. Lớp 2\n3. Lớp 3\n4. Lớp 4\n5. Lớp 5\n6. Lớp 6" },
  ]);
});

it("splits at ends of sentences; the last part has the buttons", () => {
  const sentence = `${"Doanh nghiệp được hỗ trợ ".repeat(8).trim()}.`;
  const text = Array.from({ length: 25 }, () => sentence).join(" ");
  const messages = encode({ text, choices: choices(2) });
  expect(messages.length).toBeGreaterThan(2);
  for (const part of messages) {
    expect(part.text.length).toBeLessThanOrEqual(2_000);
    expect(part.text.endsWith(".")).toBe(true);
  }
  expect(messages.map((part) => part.text).join(" ")).toBe(text);
  expect(messages.map((part) => part.attachment !== undefined)).toEqual([
    ...messages.slice(1).map(() => false),
    true,
  ]);
});

it("counts composed characters", () => {
  const text = "ệ".repeat(1_999);
  expect(encode({ text: text.normalize("NFD") })).toEqual([{ text }]);
});

it("says what an answer stands on, and that files do not come", () => {
  const citation = {
    document: "37/2026/NĐ-CP",
    title: "Nghị định",
    section: "Điều 31",
    kind: "tóm tắt",
    text: "…",
    validity: "còn hiệu lực",
  } as const;
  const [message] = encode({
    text: "Có.",
    citations: [citation],
    files: [{ name: "lop.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" }],
  });
  expect(message?.text.split("\n\n")).toEqual([
    "Có.",
    "Căn cứ: 37/2026/NĐ-CP Điều 31 – tóm tắt – còn hiệu lực",
    "(Không gửi được tệp lop.ics qua Zalo. Anh/chị cần tệp này thì gõ “gặp cán bộ” ạ.)",
  ]);
});

it("numbers what a button would cut off", () => {
  const label = "Hợp tác xã ".repeat(20).trim();
  const long = [{ label, value: "x" }, ...choices(1)];
  expect(encode({ text: "Chọn", choices: long })).toEqual([{ text: `Chọn\n\n1. ${label}\n2. Lớp 1` }]);
});

it("has words above buttons that come without any, and nothing to send for nothing", () => {
  const [message] = encode({ text: " ", choices: choices(1) });
  expect(message?.text).toBe("Mời anh/chị chọn:");
  expect(message?.attachment?.payload.buttons).toHaveLength(1);
  expect(encode({ text: " " })).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { createForm, field, type FormDefinition } from "../../../src/dialogue/form.ts";
import { formTexts } from "../../../src/dialogue/form-texts.ts";
import { DialogueDriver } from "../../support/dialogue-driver.ts";
import { contextWith } from "./classes/samples.ts";

interface Order {
  fruit: "apple" | "pear";
  name: string;
  lines: string[];
  ripe: string;
  story: string;
}

const FRUITS = [
  { label: "Táo", value: "apple" },
  { label: "Lê", value: "pear" },
];

const DEFINITION: FormDefinition<Order> = {
  name: "order",
  version: 1,
  summary: "Tóm tắt:",
  send: "Gửi",
  start: (_context, start) => (start === "no" ? { refuse: { text: "Không mở được" } } : { answers: {} }),
  fields: [
    field<Order, "fruit">({
      id: "fruit",
      label: "Quả",
      ask: () => ({ text: "Quả gì?", choices: FRUITS }),
      read: (input) =>
        input.kind === "choice"
          ? { kind: "value", value: input.value as Order["fruit"] }
          : { kind: "mistake", text: "Chọn một quả", unfit: true },
      show: ({ fruit }) => (fruit === undefined ? null : `Quả: ${fruit}`),
    }),
    field<Order, "name">({
      id: "name",
      label: "Tên",
      ask: () => ({ text: "Tên?" }),
      read: (input) =>
        input.kind === "text" && input.text.length <= 5
          ? { kind: "value", value: input.text }
          : { kind: "mistake", text: "Tên dài quá" },
      show: ({ name }) => (name === undefined ? null : `Tên: ${name}`),
    }),
    field<Order, "lines">({
      id: "lines",
      label: "Dòng",
      list: true,
      ask: ({ lines = [] }) => ({
        text: `Dòng: ${lines.join(",")}`,
        choices: lines.length > 0 ? [{ label: "Xong", value: "done" }] : [],
      }),
      read: (input, { lines = [] }) =>
        input.kind === "choice"
          ? { kind: "value", value: lines, fills: { ripe: undefined } }
          : { kind: "more", value: [...lines, input.text] },
      show: ({ lines }) => (lines === undefined ? null : `Dòng: ${lines.join(",")}`),
    }),
    field<Order, "ripe">({
      id: "ripe",
      label: "Độ chín",
      skip: ({ fruit }) => fruit !== "pear",
      ask: () => ({ text: "Chín chưa?" }),
      read: (input) => ({ kind: "value", value: input.kind === "text" ? input.text : "" }),
      show: ({ ripe }) => (ripe === undefined ? null : `Chín: ${ripe}`),
    }),
    field<Order, "story">({
      id: "story",
      label: "Chuyện",
      freeText: true,
      ask: () => ({ text: "Kể đi" }),
      read: (input) => ({ kind: "value", value: input.kind === "text" ? input.text : "", note: "Hay quá" }),
      show: ({ story }) => (story === undefined ? null : `Chuyện: ${story}`),
    }),
  ],
  submit: (answers, _context, reopen) => ({
    kind: "do",
    command: { kind: "withdraw_request", requestId: JSON.stringify(answers) },
    conclude: (outcome) => (outcome.kind === "declined" ? reopen("Chưa được") : { reply: { text: "Xong" } }),
  }),
};

function play(): DialogueDriver {
  return new DialogueDriver(createForm(DEFINITION), contextWith()).begin();
}

function toSummary(): DialogueDriver {
  return play().says("Táo", "An", "một", "Xong", "dài lắm");
}

describe("a form", () => {
  it("asks field after field, shows the summary and submits what was answered", () => {
    const driver = toSummary();
    expect(driver.text).toBe("Hay quá\n\nTóm tắt:\nQuả: apple\nTên: An\nDòng: một\nChuyện: dài lắm");
    driver.outcome = { kind: "staff_left" };
    driver.says("gửi");
    expect(driver.command).toEqual({
      kind: "withdraw_request",
      requestId: JSON.stringify({ fruit: "apple", name: "An", lines: ["một"], story: "dài lắm" }),
    });
    expect(driver.text).toBe("Xong");
    expect(driver.isOpen).toBe(false);
  });

  it("says a mistake and asks again, with nothing lost", () => {
    const driver = play().says("Táo", "tên quá dài");
    expect(driver.step.kind).toBe("ask");
    expect(driver.text).toBe("Tên dài quá\n\nTên?");
    expect(driver.typed).toEqual(["Quả: apple"]);
  });

  it("hands over words that answer no choice, and words that ask something", () => {
    expect(play().says("xoài").step.kind).toBe("not_understood");
    expect(play().says("Táo", "phí bao nhiêu?").step.kind).toBe("not_understood");
  });

  it("takes everything where any words are an answer", () => {
    const driver = play().says("Táo", "An", "một", "Xong", "phí bao nhiêu?");
    expect(driver.text).toContain("Chuyện: phí bao nhiêu?");
  });

  it("does not take a button of another question", () => {
    const driver = play().says("Táo").does({ kind: "choice", value: "apple" });
    expect(driver.text).toBe(`${formTexts.stale}\n\nTên?`);
    expect(driver.typed).toEqual(["Quả: apple"]);
  });

  it("reads the words that came with a file, and says that it does not read files", () => {
    const files = [{ id: "f", name: "a.pdf", mediaType: "application/pdf", bytes: 1 }];
    const driver = play().says("Táo").does({ kind: "files", files, text: "" });
    expect(driver.text).toBe(`${formTexts.filesUnread}\n\nTên?`);
    driver.does({ kind: "files", files, text: "Bình" });
    expect(driver.text).toContain(formTexts.filesLeft);
    expect(driver.typed).toContain("Tên: Bình");
  });

  it("steps back without throwing away, and keeps an answer on request", () => {
    const driver = play().says("Táo", "An").back();
    expect(driver.text).toBe("Tên?\n(Đang ghi: Tên: An)");
    expect(driver.back().text).toContain("Quả gì?");
    expect(driver.typed).toEqual(["Quả: apple", "Tên: An"]);
    driver.says(formTexts.keep);
    expect(driver.text).toBe("Dòng: ");
  });

  it("comes back to a list that was not finished", () => {
    const driver = play().says("Táo", "An", "một").back().says("Bình");
    expect(driver.text).toBe("Dòng: một");
    driver.says("hai", "Xong", "hết");
    expect(driver.text).toContain("Tên: Bình\nDòng: một,hai");
  });

  it("has no step back at the first question", () => {
    expect(play().back().print()).toContain("(đang ở bước đầu)");
  });

  it("corrects one answer and comes back to the summary", () => {
    const driver = toSummary().says("Sửa một mục", "Tên", "Bình");
    expect(driver.text).toContain("Tóm tắt:\nQuả: apple\nTên: Bình");
    expect(driver.says("sửa tên").text).toContain("(Đang ghi: Tên: Bình)");
    expect(driver.back().text).toContain("Tên: Bình");
  });

  it("asks what a correction opened, and leaves out what it closed", () => {
    const driver = toSummary().says("Sửa một mục", "Quả", "Lê");
    expect(driver.text).toBe("Chín chưa?");
    driver.says("chín").says("Sửa một mục", "Quả", "Táo");
    expect(driver.text).not.toContain("Chín");
    expect(driver.typed).toContain("Chín: chín");
    driver.says("gửi");
    expect(JSON.stringify(driver.command)).not.toContain("chín");
  });

  it("asks again for what another answer makes uncertain", () => {
    const driver = toSummary().says("Sửa một mục", "Quả", "Lê", "chín", "Sửa một mục", "Dòng", "hai", "Xong");
    expect(driver.text).toBe("Chín chưa?");
  });

  it("shows the summary again for an outcome that can be mended", () => {
    const driver = toSummary();
    driver.outcome = { kind: "declined", why: "too_late" };
    driver.says("gửi");
    expect(driver.text).toContain("Chưa được\n\nTóm tắt:");
    expect(driver.isOpen).toBe(true);
  });

  it("does not open when it may not", () => {
    const driver = new DialogueDriver(createForm(DEFINITION), contextWith()).begin("no");
    expect(driver.isOpen).toBe(false);
    expect(driver.text).toBe("Không mở được");
  });

  it("ends with what was typed when things change around it", () => {
    const form = createForm({
      ...DEFINITION,
      obstacle: (_answers, { events }) => (events.length === 0 ? "Hết rồi" : null),
    });
    const driver = new DialogueDriver(form, contextWith()).begin().says("Táo");
    driver.context = contextWith({ events: [] });
    driver.says("An");
    expect(driver.isOpen).toBe(false);
    expect(driver.text).toContain("Hết rồi");
    expect(driver.text).toContain("Quả: apple");
  });

  it("asks the question at hand again after an interruption", () => {
    const driver = play().says("Táo");
    expect(driver.resume().text).toBe("Tên?");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../../src/dialogue/classes/catalogue.ts";
import { myRegistrations } from "../../../../src/dialogue/classes/my-registrations.ts";
import { registration } from "../../../../src/dialogue/classes/registration.ts";
import type { Dialogue, Input } from "../../../../src/dialogue/dialogue.ts";
import { NOTHING_OF_MINE } from "../../../../src/registry/views.ts";
import { DialogueDriver } from "../../../support/dialogue-driver.ts";
import { attendee, contextWith, eventWith, registrationWith } from "./samples.ts";

const WORDS = [
  "",
  "0",
  "10000",
  "-1",
  "đồng ý",
  "htx",
  "HTX Rau sạch",
  "Bỏ qua",
  "Sơn",
  "Cẩm Thành",
  "Trần Thị Hoa",
  "0905123456",
  "Lê Bình, 0905000002\nVõ Dung",
  "sửa 1: Lê Xuân, 090",
  "sửa 99",
  "xóa 1",
  "xóa 1-9999",
  "thêm: Bùi Em",
  "đúng hết",
  "sửa tên đơn vị",
  "gửi",
  "có mất tiền không?",
  "x".repeat(300),
  "🙂",
  "'; DROP TABLE attendee; --",
  "<script>alert(1)</script>",
  "1/1/1900",
  "__proto__",
  "constructor",
];

const file = { id: "f1", name: "a.pdf", mediaType: "application/pdf", bytes: 1 };

/** Presses a choice that is shown (by its number), types words of forms or anything, sends files, steps back. */
const doing = fc.oneof(
  { weight: 6, arbitrary: fc.record({ press: fc.nat(12) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constantFrom(...WORDS) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.string({ unit: "binary", maxLength: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ choice: fc.string({ maxLength: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ files: fc.constantFrom("", "Lê Bình") }) },
  { weight: 1, arbitrary: fc.constant({ back: true }) },
);

const START = { keyword: "12" };
const MINE = {
  ...NOTHING_OF_MINE,
  registrations: [
    registrationWith([
      attendee(1),
      attendee(2, { status: "waiting", waitingPosition: 2 }),
      attendee(3, { status: "offered" }),
    ]),
  ],
};

const DIALOGUES: readonly {
  dialogue: Dialogue;
  start: unknown;
  mine: typeof NOTHING_OF_MINE | typeof MINE;
}[] = [
  { dialogue: registration, start: START, mine: NOTHING_OF_MINE },
  { dialogue: registration, start: {}, mine: MINE },
  { dialogue: catalogue, start: undefined, mine: NOTHING_OF_MINE },
  { dialogue: myRegistrations, start: undefined, mine: MINE },
];

describe("whatever is typed or pressed", () => {
  it.each(DIALOGUES)(
    "$dialogue.name answers, keeps its state and never breaks",
    ({ dialogue, start, mine }) => {
      const context = contextWith({ mine, events: [eventWith({ seatsLeft: 1, capPerEnterprise: 4 })] });
      fc.assert(
        fc.property(fc.array(doing, { maxLength: 40 }), (doings) => {
          // The driver itself breaks on empty replies and on values no button can carry.
          const driver = new DialogueDriver(dialogue, context);
          driver.outcome = { kind: "declined", why: "event_full_for_enterprise" };
          driver.begin(start);
          for (const one of doings) {
            if (!driver.isOpen) break;
            expect(driver.resume().text).not.toBe("");
            act(driver, one);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it("registration loses nothing that was typed, whatever odd words come after it", () => {
    const told = ["Đồng ý", "htx", "HTX Rau sạch", "Bỏ qua", "Cẩm Thành", "Trần Thị Hoa", "0905123456"];
    const odd = fc.constantFrom<Input>(
      ...["", "🙂", "0", "x".repeat(300), "<b>", "'; --", "có mất tiền không?"].map((text): Input => ({
        kind: "text",
        text,
      })),
      { kind: "files", files: [file], text: "" },
      { kind: "choice", value: "stale" },
    );
    fc.assert(
      fc.property(fc.nat(told.length), fc.array(odd, { maxLength: 6 }), (steps, odds) => {
        const driver = new DialogueDriver(registration, contextWith())
          .begin(START)
          .says(...told.slice(0, steps));
        const before = driver.typed;
        // Names are free: at these questions a short odd word may be an answer.
        const isFree = [2, 4, 5, 7].includes(steps);
        for (const input of isFree ? odds.filter(({ kind }) => kind !== "text") : odds) driver.does(input);
        expect(driver.typed).toEqual(before);
        driver.back();
        expect(driver.typed).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

function act(driver: DialogueDriver, doing: object): void {
  if ("press" in doing) {
    const choices = driver.reply.choices ?? [];
    const choice = choices[Number(doing.press) % Math.max(1, choices.length)];
    driver.does({ kind: "choice", value: choice?.value ?? "none" });
  } else if ("type" in doing) driver.does({ kind: "text", text: String(doing.type) });
  else if ("choice" in doing) driver.does({ kind: "choice", value: String(doing.choice) });
  else if ("files" in doing) driver.does({ kind: "files", files: [file], text: String(doing.files) });
  else driver.back();
}

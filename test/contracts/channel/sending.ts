import { expect, it } from "vitest";
import type { Citation } from "../../../src/answer/answer.ts";
import { texts } from "../../../src/conversation/texts.ts";
import type { Reply } from "../../../src/conversation/reply.ts";
import { needed, type Cases } from "./cases.ts";
import type { Seen } from "./harness.ts";

const CITATION: Citation = {
  document: "232/2016/TT-BTC",
  title: "Thông tư về phí cấp mã số mã vạch",
  section: "Điều 4 khoản 1",
  kind: "tóm tắt",
  text: "Năm đầu với mã doanh nghiệp 10 số: 1.500.000 đồng.",
  validity: "Còn hiệu lực",
};
const SEE_BASIS = { label: texts.seeBasis, value: "m1.0", shows: "basis" } as const;

/** What a channel promises about what is said to people. */
export function sending({ given, special }: Cases): void {
  it("reply: shows replies in the order they were sent, whole", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    const said = ["một", "<i>ba</i> & *bốn* _năm_", "sáu"];
    for (const [at, text] of said.entries())
      expect((await person.send(address(), { text }, `r${at}`)).kind).toBe("sent");
    expect((await person.seen()).map(({ text }) => text)).toEqual(said);
  });

  it("long text: says it whole, in parts where need be", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    const text = `dài 😀 ${"từ <b> & ".repeat(1_500)}hết`;
    expect((await person.send(address(), { text }, "r1")).kind).toBe("sent");
    expect((await person.send(address(), { text: "sau" }, "r2")).kind).toBe("sent");
    // Where a text was cut into parts, only blanks may differ.
    expect(words(await person.seen())).toEqual([...text.split(/\s+/), "sau"]);
  });

  it("rich reply: what the platform cannot show is said in words, and nothing is lost", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    const { text, choices, files } = RICH;
    expect((await person.send(address(), RICH, "r1")).kind).toBe("sent");
    const seen = await person.seen();
    const said = everything(seen);
    expect(said).toContain(text);
    for (const { label } of choices) expect(said).toContain(label);
    for (const { name } of files) expect(said).toContain(name);
    for (const part of [CITATION.document, CITATION.section, CITATION.kind, CITATION.validity])
      expect(said).toContain(part);
  });

  it("rich reply: the words of the basis are there, or one step away", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    const { showsBasis = false } = person.channel;
    const reply = { text: "1.500.000 đồng.", citations: [CITATION], choices: showsBasis ? [] : [SEE_BASIS] };
    expect((await person.send(address(), reply, "r1")).kind).toBe("sent");
    const seen = await person.seen();
    const isShown = everything(seen).includes(CITATION.text);
    expect(isShown).toBe(showsBasis);
    const isButton = seen.some(({ buttons = [] }) => buttons.includes(SEE_BASIS.label));
    const isNumber = everything(seen).includes(`Gõ 1: ${SEE_BASIS.label}`);
    expect([isShown, isButton, isNumber].filter(Boolean)).toHaveLength(1);
  });

  it("rich reply: choices without words, and more than have room, can all be picked", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    const choices = Array.from({ length: 12 }, (_, at) => ({
      label: `Lớp ${at + 1}: ${"năng suất chất lượng ".repeat(6)}`.trim(),
      value: `m1.${at}`,
    }));
    expect((await person.send(address(), { text: "", choices }, "r1")).kind).toBe("sent");
    const said = everything(await person.seen());
    for (const { label } of choices) expect(said).toContain(label);
  });

  special("buttons", "a choice that is pressed brings its value back", async () => {
    const { person, contents, address } = await given();
    await person.say("1", { text: "lớp" });
    const choices = [{ label: "Đăng ký", value: "lop:dang-ky:0123456789abcdef0123456789a" }];
    expect((await person.send(address(), { text: "Mời chọn", choices }, "r1")).kind).toBe("sent");
    await person.say("2", { choice: choices[0]?.value ?? "" });
    expect(contents().at(-1)).toEqual({ kind: "choice", value: choices[0]?.value });
  });

  special("numbers", "choices have numbers to type, and a number typed is handed over as words", async () => {
    const { person, contents, address } = await given();
    await person.say("1", { text: "lớp" });
    const choices = [
      { label: "Đăng ký", value: "m1.0" },
      { label: "Hỏi cán bộ", value: "m1.1" },
    ];
    expect((await person.send(address(), { text: "Mời chọn", choices }, "r1")).kind).toBe("sent");
    expect(everything(await person.seen())).toMatch(/1\. Đăng ký\n2\. Hỏi cán bộ$/);
    await person.say("2", { text: "2" });
    expect(contents().at(-1)).toEqual({ kind: "text", text: "2" });
  });

  it("reply: to nobody ends as a value", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    const result = await person.channel.send({ ...address(), chat: "nobody" }, { text: "x" }, "r");
    expect(["sent", "retry", "refused", "when_they_write", "unknown"]).toContain(result.kind);
  });

  special("refused recipient", "ends as refused, and nothing arrives", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    needed(person.platform?.block)();
    expect((await person.send(address(), { text: "x" }, "r1")).kind).toBe("refused");
    expect(await person.seen()).toEqual([]);
  });

  special("retry-after", "waits as long as the platform says, and no call is made before", async () => {
    const { person, address, wait } = await given();
    await person.say("1", { text: "a" });
    const ms = needed(person.platform?.limit)();
    const text = "đáp";
    expect(await person.send(address(), { text }, "r1")).toMatchObject({
      kind: "retry",
      because: "pace",
      afterMs: ms,
    });
    // The platform would take it now.
    wait(ms / 2);
    const early = await person.send(address(), { text }, "r1");
    expect(early).toMatchObject({ kind: "retry", because: "pace" });
    if (early.kind === "retry") expect(early.afterMs).toBeLessThanOrEqual(ms / 2);
    expect(await person.seen()).toEqual([]);
    wait(ms / 2);
    expect((await person.send(address(), { text }, "r1")).kind).toBe("sent");
    expect((await person.seen()).map((seen) => seen.text)).toEqual([text]);
  });

  special("lost reply", "ends as unknown, and is not sent again by the channel", async () => {
    const { person, address } = await given();
    await person.say("1", { text: "a" });
    needed(person.platform?.loseReply)();
    expect((await person.send(address(), { text: "đáp" }, "r1")).kind).toBe("unknown");
    expect((await person.seen()).map(({ text }) => text)).toEqual(["đáp"]);
  });
}

const RICH = {
  text: "Năm đầu 1.500.000 đồng <chưa gồm phí gửi> & lệ phí khác.",
  citations: [CITATION],
  choices: [
    { label: "Có", value: "m1.0" },
    { label: `Hỏi về ${"truy xuất nguồn gốc ".repeat(7).trim()}`, value: "m1.1" },
  ],
  files: [{ name: "lich-hoc.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" }],
} satisfies Reply;

/** All that meets the eye, line by line. */
function everything(seen: readonly Seen[]): string {
  return seen
    .flatMap(({ text, buttons = [], files = [] }) => [text, ...buttons, ...files])
    .filter((one) => one !== "")
    .join("\n");
}

function words(seen: readonly Seen[]): string[] {
  return seen.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean);
}

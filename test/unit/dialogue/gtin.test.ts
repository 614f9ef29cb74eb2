import { beforeAll, describe, expect, it } from "vitest";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { createGtinDialogue } from "../../../src/dialogue/gtin/gtin.ts";
import { shippedContext } from "./context.ts";
import { ODD_INPUTS, replyOf, talkTo } from "./driver.ts";

let context: DialogueContext;
beforeAll(async () => {
  context = await shippedContext();
});
const dialogue = createGtinDialogue();

describe("the check of a barcode number", () => {
  it("asks, and tells a right number from 893 with its basis", () => {
    const talk = talkTo(dialogue, context);
    talk.begin();
    const step = talk.type("893 4567890 120");
    expect(step.kind).toBe("leave");
    expect(talk.text()).toContain("số kiểm tra ĐÚNG");
    expect(talk.text()).toContain("Đầu 893: mã do GS1 Việt Nam cấp.");
    expect(talk.text()).toContain("không cho biết nơi sản xuất");
    expect(talk.text()).toContain("chưa chứng minh mã đã được cấp");
    expect(replyOf(step).citations?.map(({ section }) => section)).toEqual([
      "Điều 3 khoản 26–31",
      "Điều 28 khoản 2",
      "Kiến thức nền về mã vạch",
    ]);
    expect(replyOf(step).choices?.[0]?.value).toBe("go:gtin");
  });

  it("answers at once where the number was handed over", () => {
    const step = dialogue.begin(context, { text: "4006381333931" });
    expect(replyOf(step).text).toContain("GS1 Đức");
    expect(replyOf(step).citations?.map(({ section }) => section)).toContain("Điều 28 khoản 3");
  });

  it("says which digit is wrong and waits for the number again", () => {
    const talk = talkTo(dialogue, context);
    talk.begin();
    expect(talk.type("8934567890123").kind).toBe("ask");
    expect(talk.text()).toContain("Số cuối phải là 0, mã này ghi 3");
    expect(talk.type("89345678901").kind).toBe("ask");
    expect(talk.text()).toContain("Anh/chị gõ 11 chữ số");
    expect(talk.type("8934567890120").kind).toBe("leave");
  });

  it("warns that twelve digits may be an identity number", () => {
    expect(replyOf(dialogue.begin(context, { text: "051099001235" })).text).toContain("số căn cước");
  });

  it("leaves questions to those who answer them", () => {
    const talk = talkTo(dialogue, context);
    talk.begin();
    expect(talk.type("mã vạch mất bao nhiêu tiền").kind).toBe("not_understood");
  });

  it("cites only what is there", () => {
    for (const text of ["8934567890120", "4006381333931", "2001234567893", "9780306406157", "96385074"]) {
      const reply = replyOf(dialogue.begin(context, { text }));
      expect(reply.citations?.length, text).toBeGreaterThan(0);
    }
  });

  it("never throws", () => {
    for (const input of ODD_INPUTS) {
      expect(replyOf(dialogue.advance({}, input, context)).text).not.toBe("");
    }
    for (const start of [null, 7, {}, { text: 8 }, { text: "" }])
      expect(replyOf(dialogue.begin(context, start)).text).not.toBe("");
  });
});

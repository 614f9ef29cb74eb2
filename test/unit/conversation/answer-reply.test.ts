import { describe, expect, it } from "vitest";
import { answerReply, passOnOf } from "../../../src/conversation/answer-reply.ts";
import { texts as answerTexts } from "../../../src/answer/texts.ts";
import { answerOf } from "../../support/answers.ts";

describe("an answer as a message", () => {
  it("says conclusion and cautions, and does not list what can be picked", () => {
    const suggestions = ["a?", "b?", "c?", "d?", "e?"];
    const conclusion = "Ý anh/chị là:\n- a?\n- b?";
    const reply = answerReply(answerOf({ conclusion, cautions: ["Lưu ý."], suggestions }), false);
    expect(reply.text).toBe("Ý anh/chị là:\n\nLưu ý.");
    expect(reply.choices).toEqual(suggestions.slice(0, 4).map((label) => ({ label, value: "ask" })));
    expect(reply).not.toHaveProperty("citations");
  });

  it("offers a person where the documents have nothing", () => {
    const none = answerOf({ outcome: "unanswerable", text: `Không có. ${answerTexts.passOn}` });
    expect(passOnOf(none)).toBe(true);
    expect(passOnOf({ ...none, outcome: "answered" })).toBe(false);
    expect(passOnOf(answerOf({ outcome: "unanswerable", text: "Ngoài phạm vi." }))).toBe(false);
    expect(answerReply(none, true).choices).toEqual([
      { label: "Chuyển câu hỏi cho cán bộ", value: "pass_on" },
    ]);
    expect(answerReply(none, false)).not.toHaveProperty("choices");
  });
});

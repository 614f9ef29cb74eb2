import { describe, expect, it } from "vitest";
import type { Citation } from "../../../src/answer/answer.ts";
import { answerReply, basisWords, passOnOf } from "../../../src/conversation/answer-reply.ts";
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

  it("leads to the words of its basis, for channels that have no room for them", () => {
    const citation: Citation = {
      document: "37/2026/NĐ-CP",
      title: "Nghị định về nhãn hàng hóa",
      section: "Điều 31",
      kind: "tóm tắt",
      text: "Những lời được dẫn",
      validity: "Còn hiệu lực.",
    };
    const reply = answerReply(answerOf({ citations: [citation] }), false);
    expect(reply.citations).toEqual([citation]);
    expect(reply.choices).toEqual([{ label: "Xem căn cứ", value: "basis", shows: "basis" }]);
    expect(basisWords([citation, { ...citation, title: "", validity: "" }])).toBe(
      [
        "Căn cứ của câu trả lời vừa rồi:",
        "37/2026/NĐ-CP Điều 31 – Nghị định về nhãn hàng hóa (tóm tắt):\nNhững lời được dẫn\nCòn hiệu lực.",
        "37/2026/NĐ-CP Điều 31 (tóm tắt):\nNhững lời được dẫn",
      ].join("\n\n"),
    );
  });
});

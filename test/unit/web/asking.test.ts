import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answer/answer.ts";
import { answerOf } from "../../support/answers.ts";
import { asking, historyAfter, shareableUrl } from "../../../src/channels/web/asking.ts";

function ended(outcome: Answer["outcome"]): Answer {
  return answerOf({ outcome });
}

describe("a question with the ones before it", () => {
  it("keeps the last four, without blanks", () => {
    expect(asking("q", ["a", " ", "b", "c", "d", "e"]).earlier).toEqual(["b", "c", "d", "e"]);
  });

  it("drops the oldest first where the address would be too long", () => {
    const long = "ộ".repeat(400);
    const url = shareableUrl(asking("phí?", [long, long, "gần nhất"]));
    expect(new URL(url ?? "", "http://here").searchParams.getAll("h")).toEqual([long, "gần nhất"]);
  });

  it("has no address when the question alone is too long for one", () => {
    expect(shareableUrl(asking("ộ".repeat(1000)))).toBeNull();
  });

  it("makes an address even where the cut went through a character", () => {
    expect(shareableUrl(asking("q", [`${"a".repeat(399)}😀`]))).toContain("%EF%BF%BD");
  });

  it("can be leant on next, unless it was refused", () => {
    const asked = asking("mã vạch?", ["trước"]);
    expect(historyAfter(asked, ended("answered"))).toEqual(["trước", "mã vạch?"]);
    expect(historyAfter(asked, ended("blocked"))).toEqual(["trước"]);
  });
});

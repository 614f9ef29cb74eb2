import { describe, expect, it } from "vitest";
import { readings } from "../../../src/answer/understand.ts";

describe("readings", () => {
  it("takes a question without history alone", () => {
    expect(readings("mã vạch mất bao nhiêu", []).map(({ earlier }) => earlier)).toEqual([null]);
  });

  it("reads a bare side of the matter with the topic before it", () => {
    const [first] = readings("thế còn phí?", ["Đăng ký mã vạch nộp hồ sơ ở đâu?"]);
    expect(first.earlier).toBe("Đăng ký mã vạch nộp hồ sơ ở đâu?");
    expect(first.query).toContain("mã vạch");
    expect(first.query).toContain("phí");
    expect(first.query).not.toContain("ở đâu");
  });

  it("tries a question that stands alone by itself first", () => {
    const [first, second] = readings("nhãn hàng hóa bắt buộc ghi những nội dung gì", [
      "mã vạch mất bao nhiêu",
    ]);
    expect(first.earlier).toBeNull();
    expect(second?.earlier).toBe("mã vạch mất bao nhiêu");
  });

  it("goes back past follow-ups to the question that named the subject", () => {
    const [first] = readings("còn hạn nộp?", ["phí mã vạch bao nhiêu", "thế còn phí duy trì?"]);
    expect(first.earlier).toBe("phí mã vạch bao nhiêu");
  });

  it("takes the document named before along", () => {
    const [first] = readings("thế còn hiệu lực?", ["nghị định 37 nói gì về nhãn"]);
    expect(first.mentions.map(({ number }) => number)).toEqual(["37"]);
  });

  it.each([
    ["mã vạch mất bao nhiêu tiền", "amount"],
    ["bao lau co ma vach", "duration"],
    ["nop ho so o dau", "where"],
    ["hồ sơ gồm những gì", "list"],
    ["hợp chuẩn khác hợp quy thế nào", "compare"],
    ["nd 43 con hieu luc khong", "validity"],
  ] as const)("%s asks for %s", (question, kind) => {
    expect(readings(question, [])[0].asks.has(kind)).toBe(true);
  });
});

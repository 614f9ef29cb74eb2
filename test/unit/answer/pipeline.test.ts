import { recordError } from "../../support/log-scan/journal.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, Answerer } from "../../../src/answer/answer.ts";
import { MAX_CITATIONS, MAX_CITATION_LENGTH } from "../../../src/answer/answer.ts";
import { wordsOf } from "../../../src/answer/cite.ts";
import { createKnowledgeAnswerer } from "../../../src/answer/create.ts";
import { figuresWithoutSource } from "../../../src/answer/figures.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";
import { testAnswerer } from "../../support/answerer.ts";

let answerer: Answerer;
const ask = (question: string, history: readonly string[] = []): Promise<Answer> =>
  answerer.answer(question, history);

beforeAll(async () => {
  answerer = await testAnswerer();
});

describe("an answer", () => {
  it("says the conclusion first, then the basis and its validity", async () => {
    const { outcome, text, citations } = await ask("moi nam tinh ho tro bao nhieu doanh nghiep");
    expect(outcome).toBe("answered");
    const [first = ""] = text.split("\n");
    expect(first).toContain("30 doanh nghiệp");
    expect(text).toContain("Căn cứ: 11/KH-UBND, mục I.3.b (tóm tắt)");
    expect(text).toContain("31/12/2025");
    expect(citations[0]).toMatchObject({ document: "11/KH-UBND", section: "I.3.b", kind: "tóm tắt" });
  });

  it("keeps within four citations of 800 characters and states no figure without a source", async () => {
    const questions = (await shippedKnowledge()).documents.flatMap(({ sections }) =>
      sections.flatMap((section) => section.questions),
    );
    for (const question of questions.filter((_, at) => at % 7 === 0)) {
      const { text, citations } = await ask(question);
      expect(citations.length).toBeLessThanOrEqual(MAX_CITATIONS);
      for (const citation of citations) expect(citation.text.length).toBeLessThanOrEqual(MAX_CITATION_LENGTH);
      if (citations.length > 0)
        expect(figuresWithoutSource(text, citations.flatMap(wordsOf)), question).toEqual([]);
    }
  });

  it("tells what replaced a repealed document, citing the new one", async () => {
    const { outcome, text, citations } = await ask("nghị định 43/2017 về nhãn còn dùng không");
    expect(outcome).toBe("answered");
    expect(text).toContain("43/2017/NĐ-CP đã hết hiệu lực từ ngày 23/01/2026, được thay bằng 37/2026/NĐ-CP");
    expect(citations[0]?.document).toBe("37/2026/NĐ-CP");
  });

  it("tells what applies while a document is suspended", async () => {
    const { text, citations } = await ask("nghị định 46/2026 an toàn thực phẩm áp dụng chưa");
    expect(text).toContain("tạm ngưng");
    expect(citations[0]?.document).toBe("15/2018/NĐ-CP");
  });

  it("says that a document is not known instead of guessing", async () => {
    const { outcome, text } = await ask("thông tư 999/2031 quy định gì về mã vạch");
    expect(outcome).toBe("unanswerable");
    expect(text).toContain("999/2031");
  });

  it("understands a follow-up", async () => {
    const { citations } = await ask("bao lâu thì có?", ["đăng ký mã vạch cần giấy tờ gì"]);
    expect(citations[0]).toMatchObject({
      document: "37/2026/NĐ-CP",
      section: expect.stringContaining("Điều 31") as string,
    });
  });

  it.each(["phí", "mức phạt", "hồ sơ"])("asks back which %s is meant", async (question) => {
    const { outcome, suggestions, citations } = await ask(question);
    expect(outcome).toBe("clarify");
    expect(suggestions.length).toBeGreaterThan(1);
    expect(citations).toEqual([]);
  });

  it.each(["giá vàng hôm nay", "thu tuc ly hon", "giấy phép lái xe hạn bao lâu", "làm sao nấu phở ngon"])(
    "declines %s",
    async (question) => {
      const { outcome, citations } = await ask(question);
      expect(["unanswerable", "blocked"]).toContain(outcome);
      expect(citations).toEqual([]);
    },
  );

  it.each([
    "",
    "   ",
    "😀",
    "\u0000\u0001",
    "a".repeat(10_000),
    "mã vạch ".repeat(1300),
    "<script>alert(1)</script>",
    "How do I get a barcode for my product?",
  ])("has a clear reply to odd input %#", async (question) => {
    const { outcome, text } = await ask(question);
    expect(["clarify", "unanswerable", "blocked"]).toContain(outcome);
    expect(text).toMatch(/[.?!)]$/);
    expect(text).not.toMatch(/Error|undefined|at \w+ \(/);
  });

  it("is the same every time", async () => {
    expect(await ask("nhãn cũ còn dùng được không")).toEqual(await ask("nhãn cũ còn dùng được không"));
  });

  it("ends in a plain apology when something breaks, and tells the operator", async () => {
    const errors: unknown[] = [];
    const { index, ...knowledge } = await shippedKnowledge();
    const broken = {
      ...knowledge,
      index: {
        ...index,
        search: () => {
          throw new Error("disk on fire");
        },
      },
    };
    const answer = await createKnowledgeAnswerer(broken, () => "2026-11-23", {
      onError: (error) => {
        recordError(error);
        errors.push(error);
      },
    }).answerer.answer("mã vạch");
    expect(answer.outcome).toBe("failed");
    expect(answer.text).not.toContain("fire");
    expect(errors).toHaveLength(1);
  });
});

describe("validity moves with the day", () => {
  it("names a period over only after it ended", async () => {
    const { index, ...knowledge } = await shippedKnowledge();
    const documents = knowledge.documents.map((document) => ({ ...document, validityNote: null }));
    const at = (day: string) =>
      createKnowledgeAnswerer({ ...knowledge, documents, index }, () => day).answerer.answer(
        "mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp",
      );
    expect((await at("2026-01-01")).citations[0]?.validity).toContain("Đã hết hiệu lực sau ngày 31/12/2025");
  });
});

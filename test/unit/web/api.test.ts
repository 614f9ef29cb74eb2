import { describe, expect, it } from "vitest";
import { answerOf } from "../../support/answers.ts";
import { testChat } from "../../support/chat.ts";

let heard: { question: string; history: readonly string[] | undefined }[] = [];

const { app: web } = testChat({
  answerer: {
    answer(question, history) {
      heard = [{ question, history }];
      return Promise.resolve(answerOf({ question, text: "vâng" }));
    },
  },
});

const post = (body: string, type = "application/json") =>
  web.request("/api/ask", { method: "POST", body, headers: { "Content-Type": type } });

describe("POST /api/ask", () => {
  it("gives the answer as JSON", async () => {
    const response = await post(
      JSON.stringify({ question: "mỗi năm?", history: ["câu trước"] }),
      "application/json; charset=utf-8",
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ question: "mỗi năm?", outcome: "answered" });
    expect(heard).toEqual([{ question: "mỗi năm?", history: ["câu trước"] }]);
  });

  it("lets only the last few earlier questions count, each cut short", async () => {
    await post(
      JSON.stringify({ question: "còn phí?", history: ["1", "2", "3", "4", "5", "x".repeat(5000)] }),
    );
    expect(heard[0]?.history).toEqual(["3", "4", "5", "x".repeat(400)]);
  });

  it.each([
    ["not JSON", "{", "JSON"],
    ["null", "null", "question"],
    ["no question", "{}", "question"],
    ["a number for a question", '{"question":1}', "question"],
    ["a string for the history", '{"question":"a","history":"b"}', "history"],
    ["a history of numbers", '{"question":"a","history":[1]}', "history"],
  ])("refuses %s with 400", async (_name, body, names) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain(names);
  });

  it("refuses more than 64 kB with 413", async () => {
    const response = await post(JSON.stringify({ question: "a".repeat(65 * 1024) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: "Nội dung gửi vượt quá 64 kB." });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])(
    "refuses %s with 415",
    async (type) => {
      const response = await post('{"question":"a"}', type);
      expect(response.status).toBe(415);
    },
  );

  it("takes POST only, and knows no other address", async () => {
    const wrong = await web.request("/api/ask");
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("Allow")).toBe("POST");
    const missing = await web.request("/api/khac");
    expect(missing.status).toBe(404);
    expect(await missing.json()).toHaveProperty("error");
  });

  it("tells nothing of an error but that there was one", async () => {
    const broken = testChat({ answerer: { answer: () => Promise.reject(new Error("bí mật")) } });
    const response = await broken.app.request("/api/ask", {
      method: "POST",
      body: '{"question":"a"}',
      headers: { "Content-Type": "application/json" },
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("bí mật");
  });
});

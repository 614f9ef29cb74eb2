import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testChat, TEST_NOW, type ChatOptions } from "../../support/chat.ts";

/** Somebody who asked something and has an answer that may be rated. */
async function asker(options: ChatOptions = {}) {
  const chat = testChat({ respond: () => [{ text: "30 doanh nghiệp", rateable: true }], ...options });
  const id = randomUUID();
  const response = await chat.app.request("/api/chat/messages", {
    method: "POST",
    body: JSON.stringify({ id, text: "bao nhiêu?" }),
  });
  const { conversation } = (await response.json()) as { conversation: string };
  const cookie = `nscl_chat=${conversation}`;
  return {
    id,
    conversation,
    page: async (path = "/") => (await chat.app.request(path, { headers: { Cookie: cookie } })).text(),
    rate: (body: unknown) =>
      chat.app.request("/api/chat/ratings", { method: "POST", body: JSON.stringify(body) }),
    press: (rating: string, headers: Readonly<Record<string, string>> = {}, from = "/") => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ message: id, rating, from })) body.append(name, value);
      return chat.app.request("/danh-gia", { method: "POST", body, headers: { Cookie: cookie, ...headers } });
    },
  };
}

const pressed = (page: string) =>
  [...page.matchAll(/value="(good|bad)" aria-pressed="(true|false)"/g)].map(
    ([, value, is]) => `${value} ${is}`,
  );

describe("rating an answer", () => {
  it("is two buttons below the answer that work without a script, and may be changed", async () => {
    const { id, page, press } = await asker();
    expect(pressed(await page())).toEqual(["good false", "bad false"]);
    const response = await press("good");
    expect([response.status, response.headers.get("Location")]).toEqual([303, `/#tin-${id}`]);
    expect(pressed(await page())).toEqual(["good true", "bad false"]);
    await press("bad");
    expect(pressed(await page())).toEqual(["good false", "bad true"]);
    expect((await press("bad", {}, "/nhung")).headers.get("Location")).toBe(`/nhung#tin-${id}`);
  });

  it("is refused to other sites, for other words and from other conversations", async () => {
    const { id, conversation, page, press, rate } = await asker();
    await press("bad", { "Sec-Fetch-Site": "cross-site" });
    await press("tuyệt");
    expect((await press("bad", {}, "https://khac.example")).headers.get("Location")).toBe(`/#tin-${id}`);
    await press("good");
    for (const body of [{}, null, "chữ", { conversation, message: "1", rating: "bad" }]) {
      expect((await rate(body)).status).toBe(400);
    }
    expect((await rate({ conversation: "khác", message: id, rating: "bad" })).status).toBe(404);
    expect((await rate({ conversation, message: randomUUID(), rating: "bad" })).status).toBe(404);
    expect(pressed(await page())).toEqual(["good true", "bad false"]);
  });

  it("is not offered below anything else", async () => {
    const { page } = await asker({ respond: () => [{ text: "Chào anh/chị" }] });
    expect(pressed(await page())).toEqual([]);
  });
});

describe("what everybody is to be told", () => {
  it("stands on the page, in frames too, and nothing where there is nothing", async () => {
    const notice = { id: "1", text: "Sở nghỉ <b>vì bão</b>", from: TEST_NOW, until: TEST_NOW };
    const told = await asker({ notice, paused: true });
    for (const path of ["/", "/nhung"]) {
      const page = await told.page(path);
      expect(page).toContain("Sở nghỉ &lt;b&gt;vì bão&lt;/b&gt;");
      expect(page).toContain("đang tạm dừng trả lời tự động");
    }
    const quiet = await (await asker()).page();
    expect(quiet).not.toMatch(/class="announcements"|tạm dừng/);
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addressOf } from "../../../src/channels/web/tokens.ts";
import { USUAL_LIMITS, testChat, type ChatOptions, type Respond } from "../../support/chat.ts";

const echo: Respond = ({ content }) => [
  { text: content.kind === "text" ? `Anh/chị nói: ${content.text}` : content.kind },
];

/** A browser without scripts: posts forms, keeps its cookie, follows redirects. */
function visitor(options: ChatOptions = { respond: echo }) {
  const chat = testChat(options);
  let cookie = "";
  async function post(fields: Readonly<Record<string, string | File>>, headers = {}, path = "/") {
    const body = new FormData();
    for (const [name, value] of Object.entries({ id: randomUUID(), ...fields })) body.append(name, value);
    const response = await chat.app.request(path, {
      method: "POST",
      body,
      headers: { Cookie: cookie, ...headers },
    });
    cookie = /^[^;]*/.exec(response.headers.get("Set-Cookie") ?? "")?.[0] ?? cookie;
    return response;
  }
  const page = async (path = "/") => (await chat.app.request(path, { headers: { Cookie: cookie } })).text();
  return { chat, post, page, cookie: () => cookie };
}

describe("talking by form", () => {
  it("leads back to the page, which then has the message and its reply", async () => {
    const { post, page } = visitor();
    const response = await post({ text: "mã vạch?" });
    expect(response.status).toBe(303);
    const anchor = response.headers.get("Location") ?? "";
    expect(anchor).toMatch(/^\/#tin-[0-9a-f-]{36}$/);
    const shown = await page();
    expect(shown).toContain(`id="${anchor.slice(2)}"`);
    expect(shown).toContain("Anh/chị nói: mã vạch?");
    expect(shown).not.toContain('http-equiv="refresh"');
  });

  it("keeps the token in a cookie that scripts and other sites cannot use", async () => {
    const { post } = visitor();
    const set = (await post({ text: "a" })).headers.get("Set-Cookie") ?? "";
    expect(set).toMatch(/^nscl_chat=[\w-]{43}; /);
    expect(set).toContain("HttpOnly");
    expect(set).toContain("SameSite=Lax");
    expect(set).not.toContain("Secure");
    const behindProxy = await visitor().post({ text: "a" }, { "X-Forwarded-Proto": "https" });
    expect(behindProxy.headers.get("Set-Cookie")).toContain("Secure");
  });

  it("counts a form sent twice once, and other words from the same page as another message", async () => {
    const { chat, post } = visitor();
    await post({ text: "mở đầu" });
    const id = randomUUID();
    await post({ id, text: "hai" });
    await post({ id, text: "hai" });
    await post({ id, text: "ba" });
    const said = chat.memory.accepted.map(({ content }) => content.kind === "text" && content.text);
    expect(said).toEqual(["mở đầu", "hai", "ba"]);
  });

  it("looks again by itself where the reply is not there yet, but not for ever", async () => {
    let now = new Date("2026-11-23T02:00:00Z");
    const { post, page } = visitor({ now: () => now });
    await post({ text: "a" });
    expect(await page()).toContain('<noscript><meta http-equiv="refresh" content="3"/></noscript>');
    now = new Date(now.getTime() + 3_600_000);
    expect(await page()).not.toContain('http-equiv="refresh"');
  }, 15_000);

  it("begins anew where the old conversation was erased", async () => {
    const { chat, post, page, cookie } = visitor();
    await post({ text: "a" });
    const old = cookie();
    chat.memory.erase(addressOf(old.split("=")[1] ?? ""));
    expect(await page()).not.toContain("data-id=");
    await post({ text: "b" });
    expect(cookie()).not.toBe(old);
  });

  it("says nothing on behalf of another site", async () => {
    const { chat, post } = visitor();
    const response = await post({ text: "a" }, { "Sec-Fetch-Site": "cross-site" });
    expect(response.status).toBe(303);
    expect(chat.memory.accepted).toEqual([]);
  });

  it.each([
    [{ text: "" }, "chưa nhập nội dung"],
    [{ text: "dài ".repeat(600) }, "2.400 ký tự"],
    [{ text: "giữ lại nhé", file: new File(["MZ"], "a.exe") }, "đuôi tệp"],
  ])("says what is wrong and keeps the words", async (fields, words) => {
    const { chat, post } = visitor();
    const response = await post(fields);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain(words);
    expect(page).toContain(`${fields.text}</textarea>`);
    expect(chat.memory.accepted).toEqual([]);
  });

  it("asks to wait where there was too much, and keeps the words", async () => {
    const limits = { ...USUAL_LIMITS, addressPerMinute: 1 };
    const { post } = visitor({ respond: echo, config: { limits } });
    await post({ text: "a" });
    const page = await (await post({ text: "chữ của tôi" })).text();
    expect(page).toContain("Xin đợi 60 giây");
    expect(page).toContain("chữ của tôi</textarea>");
  });

  it("writes what was typed as text, never as markup", async () => {
    const { post, page } = visitor({
      respond: () => [{ text: "<b>đậm</b>", choices: [{ label: "<i>", value: '"><i>' }] }],
    });
    await post({ text: '<script>alert(1)</script>"><img src=x>' });
    expect(await page()).not.toMatch(/<script>|<img src=x|<b>|<i>/);
  });

  it("refuses what is far too large, and what is no form, with a page in Vietnamese", async () => {
    const { chat, post } = visitor();
    const large = await post({ text: "a".repeat(6_000_000) });
    expect(large.status).toBe(413);
    expect(await large.text()).toContain("rút gọn");
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    expect(
      (await chat.app.request("/", { method: "POST", body: "không phải biểu mẫu", headers })).status,
    ).toBe(400);
  });
});

describe("beginning anew", () => {
  it("forgets the cookie and goes back to where it was asked", async () => {
    const { post } = visitor();
    await post({ text: "a" });
    const response = await post({ from: "/nhung" }, {}, "/cuoc-moi");
    expect(response.headers.get("Location")).toBe("/nhung");
    expect(response.headers.get("Set-Cookie")).toMatch(/^nscl_chat=; Max-Age=0/);
    const elsewhere = await post({ from: "https://evil.example" }, {}, "/cuoc-moi");
    expect(elsewhere.headers.get("Location")).toBe("/");
  });
});

describe("frames", () => {
  const policyOf = async (path: string, widgetOrigins: readonly string[]) => {
    const { headers } = await testChat({ config: { widgetOrigins } }).app.request(path);
    return {
      ancestors: /frame-ancestors ([^;]*)/.exec(headers.get("Content-Security-Policy") ?? "")?.[1],
      old: headers.get("X-Frame-Options"),
      resource: headers.get("Cross-Origin-Resource-Policy"),
    };
  };

  it("are for the named sites only, and for the embedded chat only", async () => {
    const sites = ["https://a.example", "https://b.example"];
    expect(await policyOf("/nhung", sites)).toEqual({
      ancestors: "https://a.example https://b.example",
      old: null,
      resource: "cross-origin",
    });
    expect(await policyOf("/", sites)).toEqual({ ancestors: "'none'", old: "DENY", resource: "same-origin" });
    expect(await policyOf("/nhung", [])).toMatchObject({ ancestors: "'none'", old: "DENY" });
  });

  it("are made by a script that other sites may fetch", async () => {
    expect(await policyOf("/nhung.js", [])).toMatchObject({ resource: "cross-origin" });
  });
});

import { createHash, randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { chatClient, type Accepted } from "../../support/chat-client.ts";
import { USUAL_LIMITS, startChat, type ChatOptions, type RunningChat } from "../../support/chat.ts";

let running: RunningChat[] = [];
afterEach(async () => {
  await Promise.all(running.map((chat) => chat.stop()));
  running = [];
});

async function given(options: ChatOptions = {}) {
  const chat = await startChat(options);
  running.push(chat);
  return { chat, ...chatClient(chat.url) };
}

const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;

describe("POST /api/chat/messages", () => {
  it("says 202 with a token only after the message is stored", async () => {
    const { chat, post } = await given();
    const id = randomUUID();
    const response = await post({ id, text: "mã vạch?" });
    expect(response.status).toBe(202);
    const { conversation, accepted } = (await response.json()) as Accepted;
    expect(accepted).toBe(true);
    const chatId = createHash("sha256").update(conversation).digest("base64url");
    expect(chat.memory.accepted).toMatchObject([
      {
        id,
        from: { channel: "web", account: "web", chat: chatId },
        isGroup: false,
        mentioned: true,
        content: { kind: "text", text: "mã vạch?" },
      },
    ]);
  });

  it("gives 500 and no promise where storing fails", async () => {
    const { chat, post } = await given();
    chat.memory.accept = () => Promise.reject(new Error("đĩa đầy"));
    const response = await post({ id: randomUUID(), text: "a" });
    expect(response.status).toBe(500);
    expect(await errorOf(response)).not.toContain("đĩa");
  });

  it("gives the same token for a first message repeated, and takes it once", async () => {
    const { chat, say } = await given();
    const first = await say("xin chào");
    const again = await say("xin chào", undefined, first.id);
    expect(again).toEqual({ ...first, accepted: false });
    expect(chat.memory.accepted).toHaveLength(1);
  });

  it("opens other conversations for another id, other words, another secret", async () => {
    const { say } = await given();
    const other = await given({ secret: "khác" });
    const first = await say("xin chào");
    const tokens = [
      first.conversation,
      (await say("xin chào")).conversation,
      (await say("xin chao", undefined, first.id)).conversation,
      (await other.say("xin chào", undefined, first.id)).conversation,
    ];
    expect(new Set(tokens).size).toBe(4);
  });

  it("goes on in a conversation, and takes an id there once", async () => {
    const { chat, say } = await given();
    const { conversation } = await say("một");
    const second = await say("hai", conversation);
    expect(second.conversation).toBe(conversation);
    expect((await say("hai", conversation, second.id)).accepted).toBe(false);
    expect(chat.memory.accepted).toHaveLength(2);
  });

  it("takes a choice as a choice, first or later", async () => {
    const { chat, post, say } = await given();
    const { conversation } = await say("lớp");
    expect((await post({ id: randomUUID(), choice: "lop:1", conversation })).status).toBe(202);
    expect((await post({ id: randomUUID(), choice: "menu" })).status).toBe(202);
    expect(chat.memory.accepted.slice(1).map(({ content }) => content)).toEqual([
      { kind: "choice", value: "lop:1" },
      { kind: "choice", value: "menu" },
    ]);
  });

  it("takes 2,000 characters whole, line breaks, emoji and all", async () => {
    const { chat, say } = await given();
    const text = `a\n😀\t${"ệ".repeat(1995)}`;
    await say(text);
    expect(chat.memory.accepted[0]?.content).toEqual({ kind: "text", text });
  });

  const id = "5b0f3b1e-6f0a-4c1e-9d2b-0a1b2c3d4e5f";
  it.each([
    ["nothing", "", "JSON"],
    ["no JSON", "{", "JSON"],
    ["null", "null", "đối tượng"],
    ["a list", "[]", "đối tượng"],
    ["no id", { text: "a" }, "UUID"],
    ["an id that is no UUID", { id: "1", text: "a" }, "UUID"],
    ["neither text nor choice", { id }, "text"],
    ["both text and choice", { id, text: "a", choice: "b" }, "text"],
    ["a number for text", { id, text: 1 }, "text"],
    ["blank text", { id, text: " \n " }, "chưa nhập"],
    ["2,001 characters", { id, text: "a".repeat(2001) }, "2.001 ký tự"],
    ["an empty choice", { id, choice: "" }, "choice"],
    ["a choice that cannot be ours", { id, choice: "mục một" }, "choice"],
    ["a long choice", { id, choice: "a".repeat(41) }, "choice"],
    ["a number for the conversation", { id, text: "a", conversation: 5 }, "conversation"],
    ["six files", { id, text: "a", files: ["1", "2", "3", "4", "5", "6"] }, "files"],
    ["a file nobody sent", { id, text: "a", files: ["1"] }, "tệp"],
  ])("refuses %s with 400 and says how to mend it", async (_name, body, words) => {
    const { chat, post } = await given();
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toContain(words);
    expect(chat.memory.accepted).toEqual([]);
  });

  it("refuses more than 64 kB with 413, told of beforehand or not", async () => {
    const { chat, post } = await given();
    const body = JSON.stringify({ id, text: "a".repeat(65 * 1024) });
    expect((await post(body)).status).toBe(413);
    const chunked = await fetch(`${chat.url}/api/chat/messages`, {
      method: "POST",
      body: new Blob([body]).stream(),
      duplex: "half",
    });
    expect(chunked.status).toBe(413);
  });

  it.each(["", "x", "A".repeat(43), "' OR 1=1 --"])("refuses the unknown token %j", async (conversation) => {
    const { post } = await given();
    const response = await post({ id, text: "a", conversation });
    expect(response.status).toBe(404);
    expect(await errorOf(response)).toContain("Không tìm thấy");
  });

  it("stores half a character as a sign that something is missing", async () => {
    const { chat, post } = await given();
    expect((await post(`{"id":"${id}","text":"a\\ud83d"}`)).status).toBe(202);
    expect(chat.memory.accepted[0]?.content).toEqual({ kind: "text", text: "a\ufffd" });
  });

  it("answers other methods with 405 and what is allowed", async () => {
    const { chat } = await given();
    const response = await fetch(`${chat.url}/api/chat/messages`, { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET, POST");
  });
});

describe("limits", () => {
  const limits = { ...USUAL_LIMITS, conversationPerMinute: 3 };

  it("asks a conversation that is too fast to wait, and goes on after that long", async () => {
    let now = new Date("2026-11-23T02:00:00Z");
    const { post, say } = await given({ config: { limits }, now: () => now });
    const { conversation } = await say("1");
    await say("2", conversation);
    await say("3", conversation);
    const response = await post({ id: randomUUID(), text: "4", conversation });
    expect(response.status).toBe(429);
    const wait = Number(response.headers.get("Retry-After"));
    expect(wait).toBe(20);
    expect(await errorOf(response)).toContain("20 giây");
    // Others are not held up.
    await say("người khác");
    now = new Date(now.getTime() + wait * 1000);
    await say("4", conversation);
  });

  const fewCallers = { limits: { ...USUAL_LIMITS, addressPerMinute: 2 } };

  it("does not take anybody's word for where they are", async () => {
    const { post } = await given({ config: fewCallers });
    const from = (address: string) =>
      post({ id: randomUUID(), text: "a" }, { "X-Forwarded-For": address }).then(({ status }) => status);
    expect([await from("1.1.1.1"), await from("2.2.2.2"), await from("3.3.3.3")]).toEqual([202, 202, 429]);
  });

  it("believes a proxy of ours, and only what the proxy itself wrote", async () => {
    const { post } = await given({ config: { ...fewCallers, trustedProxies: 1 } });
    const from = (addresses: string) =>
      post({ id: randomUUID(), text: "a" }, { "X-Forwarded-For": addresses }).then(({ status }) => status);
    expect([await from("9.9.9.9, 1.1.1.1"), await from("8.8.8.8, 1.1.1.1")]).toEqual([202, 202]);
    expect(await from("7.7.7.7, 1.1.1.1")).toBe(429);
    expect(await from("7.7.7.7, 2.2.2.2")).toBe(202);
  });

  it("limits reading and open streams, too", async () => {
    const { chat, say } = await given({
      config: { limits: { ...USUAL_LIMITS, readsPerMinute: 3, streamsPerAddress: 1 } },
    });
    const { conversation } = await say("a");
    const get = (what: string) => fetch(`${chat.url}/api/chat/${what}?conversation=${conversation}`);
    const open = await get("stream");
    expect(open.status).toBe(200);
    const second = await get("stream");
    expect([second.status, second.headers.get("Retry-After")]).toEqual([429, "30"]);
    await open.body?.cancel();
    expect((await get("messages")).status).toBe(200);
    expect((await get("messages")).status).toBe(429);
    expect((await fetch(`${chat.url}/chat/lines?conversation=${conversation}`)).status).toBe(429);
  });
});

describe("other sites", () => {
  const config = { widgetOrigins: ["https://skhcn.example.vn"] };
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/api/chat/messages`, {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      },
    });

  it("may call the API from a browser when they are named", async () => {
    const { chat } = await given({ config });
    const response = await preflight(chat.url, "https://skhcn.example.vn");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("https://skhcn.example.vn");
    expect(response.headers.get("Access-Control-Allow-Headers")).toContain("Content-Type");
    expect(response.headers.get("Access-Control-Allow-Credentials")).toBeNull();
  });

  it.each(["https://evil.example", "https://skhcn.example.vn.evil.example", "null"])(
    "%s may not",
    async (origin) => {
      const { chat } = await given({ config });
      const response = await preflight(chat.url, origin);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    },
  );
});

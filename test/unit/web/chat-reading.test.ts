import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { addressOf } from "../../../src/channels/web/tokens.ts";
import { chatClient, eventsOf, type StreamEvent } from "../../support/chat-client.ts";
import { startChat, TEST_NOW, type ChatOptions, type RunningChat } from "../../support/chat.ts";

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

const citation = {
  document: "1/KH-UBND",
  title: "Kế hoạch",
  section: "I.1",
  kind: "tóm tắt",
  text: "30 doanh nghiệp",
  validity: "còn",
} as const;

describe("GET /api/chat/messages", () => {
  it("gives what was said, in order, in the documented shape", async () => {
    const { chat, say, read } = await given();
    const { conversation, id } = await say("lớp");
    const address = addressOf(conversation);
    const choices = [{ label: "Đăng ký", value: "dk" }];
    const botId = chat.memory.say(
      address,
      { text: "Mời chọn", choices, citations: [citation] },
      { inReplyTo: id },
    );
    const staffId = chat.memory.say(address, { text: "Tôi đây ạ" }, { from: "staff" });
    const at = TEST_NOW.toISOString();
    const nothing = { choices: [], citations: [], files: [], rating: null, at };
    expect(await read(conversation)).toEqual({
      messages: [
        { ...nothing, id, inReplyTo: null, from: "user", text: "lớp" },
        {
          id: botId,
          inReplyTo: id,
          from: "bot",
          text: "Mời chọn",
          choices,
          citations: [citation],
          files: [],
          rating: null,
          at,
        },
        { ...nothing, id: staffId, inReplyTo: null, from: "staff", text: "Tôi đây ạ" },
      ],
      next: 3,
    });
  });

  it("goes on where the last reading ended, page by page", async () => {
    const { chat, say, read } = await given();
    const { conversation } = await say("1");
    for (let number = 2; number <= 250; number++)
      chat.memory.say(addressOf(conversation), { text: String(number) });
    const texts: string[] = [];
    let after = 0;
    for (;;) {
      const { messages, next } = await read(conversation, after);
      if (messages.length === 0) {
        expect(next).toBe(after);
        break;
      }
      texts.push(...messages.map(({ text }) => text));
      after = next;
    }
    expect(texts).toEqual(Array.from({ length: 250 }, (_, at) => String(at + 1)));
  });

  it("calls a choice what its menu called it, even when the menu was on the page before", async () => {
    const { chat, say, post, read } = await given();
    const { conversation } = await say("a");
    const address = addressOf(conversation);
    const pick = () => post({ id: randomUUID(), choice: "1", conversation });
    chat.memory.say(address, { text: "đầu", choices: [{ label: "Một", value: "1" }] });
    await pick();
    chat.memory.say(address, { text: "sau", choices: [{ label: "Khác", value: "1" }] });
    await pick();
    const texts = (await read(conversation)).messages.map(({ text }) => text);
    expect(texts).toEqual(["a", "đầu", "Một", "sau", "Khác"]);
    expect((await read(conversation, 4)).messages.map(({ text }) => text)).toEqual(["Khác"]);
  });

  it.each([
    ["", 400],
    ["?conversation=", 400],
    ["?conversation=khong-co", 404],
    ["?conversation=TOKEN&after=x", 400],
    ["?conversation=TOKEN&after=-1", 400],
    ["?conversation=TOKEN&after=1.5", 400],
  ])("answers %s with %i", async (query, status) => {
    const { chat, say } = await given();
    const { conversation } = await say("a");
    for (const path of ["messages", "stream"]) {
      const response = await fetch(`${chat.url}/api/chat/${path}${query.replace("TOKEN", conversation)}`);
      expect(response.status).toBe(status);
      expect(await response.json()).toHaveProperty("error");
    }
  });

  it("knows a conversation no more once it is erased", async () => {
    const { chat, say, post } = await given();
    const { conversation } = await say("a");
    chat.memory.erase(addressOf(conversation));
    expect((await fetch(`${chat.url}/api/chat/messages?conversation=${conversation}`)).status).toBe(404);
    expect((await post({ id: randomUUID(), text: "b", conversation })).status).toBe(404);
  });
});

describe("GET /api/chat/stream", () => {
  async function stream(url: string, conversation: string, headers = {}, after?: string) {
    const query = new URLSearchParams({ conversation, ...(after === undefined ? {} : { after }) });
    const response = await fetch(`${url}/api/chat/stream?${query.toString()}`, { headers });
    expect(response.headers.get("Content-Type")).toContain("text/event-stream");
    const events = eventsOf(response);
    return async (): Promise<StreamEvent | undefined> => {
      const result = await events.next();
      return result.done === true ? undefined : result.value;
    };
  }
  const textIn = (event: StreamEvent | undefined) =>
    (JSON.parse(event?.data ?? "{}") as { text?: string }).text;

  it("begins with what was said, then tells of what comes", async () => {
    const { chat, say } = await given();
    const { conversation, id } = await say("hỏi");
    const next = await stream(chat.url, conversation);
    expect((await next())?.event).toBe("ready");
    expect(textIn(await next())).toBe("hỏi");
    const address = addressOf(conversation);
    const botId = chat.memory.say(address, { text: "đáp" }, { inReplyTo: id });
    expect(await chat.channel.send(address, { text: "đáp" }, botId)).toEqual({ kind: "sent", ref: botId });
    const event = await next();
    expect(event?.id).toBe("2");
    expect(JSON.parse(event?.data ?? "")).toMatchObject({
      id: botId,
      inReplyTo: id,
      text: "đáp",
      from: "bot",
    });
  });

  it("sees what another process said, though nobody rang", async () => {
    const { chat, say } = await given();
    const { conversation } = await say("hỏi");
    const next = await stream(chat.url, conversation, {}, "1");
    await next();
    chat.memory.say(addressOf(conversation), { text: "từ máy khác" });
    expect(textIn(await next())).toBe("từ máy khác");
  });

  it("goes on after the last event that the browser saw, whatever the address says", async () => {
    const { chat, say } = await given();
    const { conversation } = await say("1");
    await say("2", conversation);
    await say("3", conversation);
    const next = await stream(chat.url, conversation, { "Last-Event-ID": "2" }, "0");
    await next();
    expect(textIn(await next())).toBe("3");
  });

  it("ends when the service stops, so that nothing waits for it", async () => {
    const { chat, say } = await given();
    const { conversation } = await say("1");
    const next = await stream(chat.url, conversation, {}, "1");
    await next();
    await chat.stopListening();
    expect(await next()).toBeUndefined();
  });

  it("leaves nothing behind when the reader goes away, and tells of stores that fail", async () => {
    const { chat, say } = await given();
    const { conversation } = await say("1");
    const next = await stream(chat.url, conversation, {}, "1");
    await next();
    chat.memory.transcript.lines = () => Promise.reject(new Error("mất kết nối với kho"));
    await chat.channel.send(addressOf(conversation), { text: "" }, "x");
    expect(await next()).toBeUndefined();
    expect(chat.errors).toHaveLength(1);
  });
});

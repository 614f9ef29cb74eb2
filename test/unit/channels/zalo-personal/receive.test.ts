import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { startZaloPersonal } from "../../../doubles/zalo-personal.ts";
import { frame, wrapped } from "../../../doubles/zalo-personal/crypto.ts";
import { AAC } from "../../../support/recordings.ts";
import { given, memorySessions, sessionFor } from "./support.ts";

const OWN = "700000000000000001";
const PERSON = "800000000000000007";
const PNG = readFileSync("test/fixtures/zalo-personal/qr.png");

function textsOf(messages: readonly { content: { kind: string } }[]): unknown[] {
  return messages.map(({ content }) => ("text" in content ? content.text : content));
}

describe("messages", () => {
  it.each([0, 1, 2, 3] as const)("are read however Zalo wraps them: %i", async (wrapping) => {
    const { double, messages } = await given();
    double.wrap(wrapping);
    double.write({ id: "1", content: "ạ 😀", numericId: true });
    await double.until(() => messages.length === 1);
    expect(messages[0]).toMatchObject({
      from: { channel: "zalo-personal", account: OWN, chat: PERSON },
      content: { kind: "text", text: "ạ 😀" },
    });
  });

  it("of one chat are stored in the order they came, though the first takes long", async () => {
    const order: string[] = [];
    let first = true;
    const { double } = await given({
      accept: async ({ content }) => {
        if (first) {
          first = false;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        order.push("text" in content ? content.text : "");
        return true;
      },
    });
    double.write({ id: "1", content: "a" }, { id: "2", content: "b" }, { id: "3", content: "c" });
    await double.until(() => order.length === 3);
    expect(order).toEqual(["a", "b", "c"]);
  });

  it("of a group are taken only where they call us", async () => {
    const { double, messages } = await given();
    double.write({ id: "1", group: "900", content: "chuyện riêng" });
    double.write({ id: "2", group: "900", content: "@Bot ơi", mentions: [{ uid: OWN, pos: 0, len: 4 }] });
    await double.until(() => double.acknowledged.length === 1);
    expect(messages).toMatchObject([{ from: { chat: "group:900" }, isGroup: true, mentioned: true }]);
    expect(textsOf(messages)).toEqual(["ơi"]);
  });

  it("of our own are not heard, neither live nor in the history", async () => {
    const { double, messages } = await given();
    double.write({ id: "1", from: OWN, content: "tôi tự nói" });
    double.write({ id: "2", content: "người ta nói" });
    await double.until(() => messages.length === 1);
    double.close("cut");
    await double.until(() => double.logins === 2 && double.historyAsked >= 4);
    expect(textsOf(messages)).toEqual(["người ta nói"]);
  });

  it("that could not be stored are tried again, and acknowledged only then", async () => {
    let attempts = 0;
    const { double, errors } = await given({
      accept: () => {
        attempts++;
        return attempts < 3 ? Promise.reject(new Error("the disk is full")) : Promise.resolve(true);
      },
    });
    double.write({ id: "1", content: "a" });
    await double.until(() => double.acknowledged.length > 0);
    expect(attempts).toBe(3);
    expect(errors).toHaveLength(2);
  });
});

describe("pictures and documents", () => {
  const url = "https://f1-photo.zdn.vn/nhan.png";

  it("are fetched and kept", async () => {
    const { double, messages, files } = await given();
    double.keep("/nhan.png", "image/png", PNG);
    double.write({ id: "1", msgType: "chat.photo", content: { href: url, title: "đây ạ" } });
    await double.until(() => messages.length === 1);
    expect(messages[0]?.content).toMatchObject({
      kind: "files",
      text: "đây ạ",
      files: [{ name: "anh.png", mediaType: "image/png", bytes: PNG.byteLength }],
    });
    expect(Buffer.from(files.kept[0]?.content ?? [])).toEqual(PNG);
  });

  it.each([
    ["too large", Buffer.concat([PNG, Buffer.alloc(5_000_001)]), url],
    ["not what they say", Buffer.from("<html><script>"), url],
    ["gone", null, url],
    ["somewhere else", PNG, "https://example.com/nhan.png"],
    ["on this machine", PNG, "http://127.0.0.1/nhan.png"],
    ["on a host that only looks like Zalo's", PNG, "https://evilzdn.vn/nhan.png"],
  ])("are said to be unreadable where they are %s", async (_, content, href) => {
    const { double, messages, files } = await given();
    if (content) double.keep("/nhan.png", "image/png", content);
    double.write({ id: "1", msgType: "chat.photo", content: { href, title: "nhãn này?" } });
    await double.until(() => messages.length === 1);
    expect(messages[0]?.content).toEqual({ kind: "unreadable", what: "ảnh này", text: "nhãn này?" });
    expect(files.kept).toEqual([]);
    const asked = double.requests.filter(({ path }) => path === "/nhan.png");
    expect(asked).toHaveLength(href === url ? 1 : 0);
  });
});

describe("voice messages", () => {
  it("are kept until they are heard", async () => {
    const { double, messages, files } = await given();
    const content = { href: "https://voice-aac-dl.zdn.vn/1.aac" };
    double.keep("/1.aac", "audio/aac", AAC);
    double.write({ id: "1", msgType: "chat.voice", content });
    await double.until(() => messages.length === 1);
    expect(messages[0]?.content).toMatchObject({ kind: "files", files: [{ name: "tin-thoai.aac" }] });
    expect(files.kept).toHaveLength(1);
  });
});

describe("after a gap", () => {
  it("what was missed is caught up once, old talk is not", async () => {
    const double = await startZaloPersonal();
    const now = Date.now();
    double.miss(
      { id: "1", content: "từ tháng trước", at: new Date(now - 30 * 86_400_000) },
      { id: "2", content: "lúc máy tắt", at: new Date(now - 1_800_000) },
      { id: "3", group: "900", content: "trong nhóm", at: new Date(now - 1_800_000) },
      {
        id: "4",
        group: "900",
        content: "@Bot có ai không?",
        mentions: [{ uid: OWN, pos: 0, len: 4 }],
        at: new Date(now - 1_800_000),
      },
    );
    const { messages } = await given({ double, session: sessionFor(double, new Date(now - 3_600_000)) });
    await double.until(() => messages.length >= 2);
    double.write({ id: "5", content: "mới" });
    await double.until(() => messages.length >= 3);
    expect(textsOf(messages).sort()).toEqual(["có ai không?", "lúc máy tắt", "mới"]);
  });

  it("a message of the gap that also comes live is stored once", async () => {
    const { double, messages } = await given();
    double.write({ id: "1", content: "a" });
    await double.until(() => messages.length === 1);
    double.close("cut");
    double.miss({ id: "2", content: "b" });
    await double.until(() => messages.length === 2);
    double.write({ id: "2", content: "b" }, { id: "3", content: "c" });
    await double.until(() => messages.length === 3);
    expect(textsOf(messages)).toEqual(["a", "b", "c"]);
  });

  it("what came while the process died between platform and store comes back from the history", async () => {
    const double = await startZaloPersonal();
    const sessions = memorySessions(sessionFor(double, new Date(Date.now() - 60_000)));
    const first = await given({ double, sessions, accept: () => Promise.reject(new Error("dying")) });
    double.write({ id: "1", content: "đừng mất tôi" });
    await double.until(() => first.errors.length > 0);
    await first.stop();
    expect(double.acknowledged).toEqual([]);
    const second = await given({ double, sessions });
    await double.until(() => second.messages.length === 1);
    expect(textsOf(second.messages)).toEqual(["đừng mất tôi"]);
  });

  it("what is stored is not asked for again by the next process", async () => {
    const double = await startZaloPersonal();
    const sessions = memorySessions(sessionFor(double, new Date(Date.now() - 3_600_000)));
    const first = await given({ double, sessions });
    // Longer ago than clocks differ.
    double.write({ id: "1", content: "a", at: new Date(Date.now() - 600_000) }, { id: "2", content: "b" });
    await double.until(() => first.messages.length === 2);
    await first.stop();
    const second = await given({ double, sessions });
    await double.until(() => second.messages.length > 0);
    expect(textsOf(second.messages)).toEqual(["b"]);
  });
});

describe("an event that cannot be read", () => {
  it("asks the history, once, for what else came with it", async () => {
    const { double, messages, errors } = await given();
    await double.until(() => double.historyAsked === 2);
    double.miss({ id: "1", content: "cùng gói với tin hỏng" });
    double.raw(frame(501, 0, wrapped('{"data":{"msgs":[null]}}', 0, "")));
    await double.until(() => messages.length === 1);
    double.raw(frame(501, 0, wrapped('{"data":{"msgs":[null]}}', 0, "")));
    await double.until(() => errors.length === 2);
    expect(double.historyAsked).toBe(4);
  });
});

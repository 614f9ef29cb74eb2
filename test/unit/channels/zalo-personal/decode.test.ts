import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decode, threadOf } from "../../../../src/channels/zalo-personal/decode.ts";

const OWN = "700000000000000001";
const PERSON = "800000000000000007";

/** Messages as the library hands them over; ids and words are made up. */
const samples = JSON.parse(readFileSync("test/fixtures/zalo-personal/messages.json", "utf8")) as Readonly<
  Record<string, Readonly<Record<string, unknown>>>
>;

function sample(name: string, data: Readonly<Record<string, unknown>> = {}) {
  const message = samples[name];
  if (!message) throw new Error(`no sample ${name}`);
  return { ...message, data: { ...(message["data"] as object), ...data } };
}

describe("what a person wrote", () => {
  it("is decoded with its sender, chat, time and id", () => {
    expect(decode(sample("text"), OWN)).toEqual({
      id: `${PERSON}:1790000000001`,
      chat: PERSON,
      sender: PERSON,
      senderName: "Chị Hoa",
      isGroup: false,
      sentAt: new Date(1_790_000_000_123),
      said: { kind: "text", text: "Mã vạch đăng ký ở đâu?" },
    });
  });

  it("keeps its id, whichever id Zalo gives it", () => {
    const first = decode(sample("text"), OWN);
    expect(decode(sample("text", { msgId: "7099", realMsgId: "1" }), OWN)?.id).toBe(first?.id);
    expect(decode(sample("text", { cliMsgId: 1_790_000_000_001 }), OWN)?.id).toBe(first?.id);
    expect(decode(sample("text", { cliMsgId: "1790000000002" }), OWN)?.id).not.toBe(first?.id);
    expect(decode(sample("text", { cliMsgId: "" }), OWN)?.id).toBe("7012345678901");
    expect(decode(sample("text", { cliMsgId: "0" }), OWN)?.id).toBe("7012345678901");
  });

  it("may carry ids as numbers beyond those of JavaScript", () => {
    // As bignumber.js keeps 800000000000000007.
    const big = { s: 1, e: 17, c: [8000, 7], toString: () => PERSON };
    const message = { ...sample("text", { uidFrom: big }), threadId: big };
    expect(decode(message, OWN)).toMatchObject({ chat: PERSON, sender: PERSON });
  });

  it.each([
    ["sticker", "nhãn dán"],
    ["gif", "ảnh động"],
    ["video", "video"],
    ["location", "vị trí"],
    ["doodle", "hình vẽ tay"],
    ["contact", "danh thiếp"],
    ["missedCall", "cuộc gọi"],
    ["unheardOf", "loại tin này"],
  ])("is told apart where nothing can be read: %s", (name, what) => {
    expect(decode(sample(name), OWN)?.said).toEqual({ kind: "unreadable", what });
  });

  it("is read as text where it is a card around an address", () => {
    expect(decode(sample("link"), OWN)?.said).toEqual({
      kind: "text",
      text: "Xem giúp tôi trang này https://vi-du.example/quy-dinh",
    });
    const titled = sample("link", {
      content: { action: "recommened.link", title: "Trang này", href: "https://vi-du.example/" },
    });
    expect(decode(titled, OWN)?.said).toEqual({ kind: "text", text: "Trang này https://vi-du.example/" });
  });

  it("points to its picture or document", () => {
    expect(decode(sample("photo"), OWN)?.said).toEqual({
      kind: "file",
      isPicture: true,
      name: "anh",
      url: "https://f1-photo.zdn.vn/nhan-san-pham.jpg",
      text: "nhãn của tôi",
    });
    expect(decode(sample("file"), OWN)?.said).toMatchObject({
      kind: "file",
      isPicture: false,
      name: "Giấy đăng ký.pdf",
    });
    expect(decode(sample("file", { content: { title: "a.pdf", href: "" } }), OWN)?.said.kind).toBe(
      "unreadable",
    );
  });
});

describe("in a group", () => {
  it("counts only what calls us, without our name", () => {
    expect(decode(sample("groupTalk"), OWN)).toBeNull();
    expect(decode(sample("groupAll"), OWN)).toBeNull();
    expect(decode(sample("groupCall"), OWN)).toMatchObject({
      chat: "group:900000000000000009",
      isGroup: true,
      sender: PERSON,
      said: { kind: "text", text: "OCOP là gì?" },
    });
  });

  it("counts an answer to our message", () => {
    expect(decode(sample("groupTalk", { quote: { ownerId: OWN } }), OWN)).toMatchObject({ isGroup: true });
    expect(decode(sample("groupTalk", { quote: { ownerId: PERSON } }), OWN)).toBeNull();
  });

  it("is told from a person by the chat", () => {
    expect(threadOf("group:900000000000000009")).toEqual({ id: "900000000000000009", isGroup: true });
    expect(threadOf(PERSON)).toEqual({ id: PERSON, isGroup: false });
  });
});

describe("what is not said to us", () => {
  it.each([
    ["our own words", { ...sample("text"), isSelf: true }],
    ["our own words in the history", sample("text", { uidFrom: OWN })],
    ["a message taken back", sample("text", { content: { deleteMsg: [] } })],
    ["a call that a person took", sample("missedCall", { content: { action: "recommened.calltime" } })],
    ["an empty text", sample("text", { content: "  " })],
    ["no content", sample("text", { content: null })],
    ["no ids", sample("text", { cliMsgId: undefined, msgId: undefined })],
    ["no time", sample("text", { ts: "soon" })],
    ["an id that is none", sample("text", { uidFrom: "a b\n" })],
    ["nothing", null],
    ["a text", "hello"],
  ])("is left out: %s", (_, message) => {
    expect(decode(message, OWN)).toBeNull();
  });
});

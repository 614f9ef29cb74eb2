import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeUpdate, type Decoded } from "../../../../src/channels/telegram/decode.ts";

const SELF = { account: "7012345678", username: "nscl_qn_bot" };
const NOW = new Date("2026-10-05T01:00:00Z");

function fixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../fixtures/telegram/${name}.json`, import.meta.url), "utf8"),
  );
}

function decoded(name: string): Decoded {
  return decodeUpdate(fixture(name), { self: SELF, now: NOW });
}

function messageOf(name: string) {
  const found = decoded(name);
  if (found.kind !== "message") throw new Error(`${name}: ${found.kind}`);
  return found.message;
}

it("reads who said what, where and when", () => {
  expect(decoded("text")).toEqual({
    kind: "message",
    query: null,
    message: {
      id: "update:812345601",
      from: { channel: "telegram", account: "7012345678", chat: "700100200" },
      sender: "700100200",
      senderName: "An Nguyễn",
      isGroup: false,
      mentioned: true,
      said: { kind: "text", text: "Mã vạch đăng ký ở đâu?" },
      sentAt: new Date(1_760_000_000_000),
    },
  });
});

it.each([
  ["command", { kind: "choice", value: "go:classes" }],
  ["start-from-link", { kind: "choice", value: "go:menu" }],
  [
    "voice",
    { kind: "media", fileId: "v", bytes: 9000, name: null, caption: "", what: "tin thoại", seconds: 4 },
  ],
  ["sticker", { kind: "unreadable", what: "nhãn dán" }],
  ["animation", { kind: "unreadable", what: "ảnh động" }],
  ["venue", { kind: "unreadable", what: "vị trí" }],
  ["contact", { kind: "unreadable", what: "danh thiếp" }],
  ["dice", { kind: "unreadable", what: "loại tin này" }],
  ["callback", { kind: "choice", value: "m1abc.0" }],
  ["callback-old-message", { kind: "choice", value: "go:menu" }],
  ["group-mention", { kind: "text", text: "mã vạch ở đâu?" }],
  ["group-mention-after-emoji", { kind: "text", text: "😀 chào , mã vạch?" }],
  ["group-mention-by-id", { kind: "text", text: "ơi, mã vạch?" }],
  ["group-bare-mention", { kind: "choice", value: "go:menu" }],
  ["group-reply", { kind: "text", text: "còn phí thì sao?" }],
  ["group-command", { kind: "choice", value: "go:classes" }],
  ["group-anonymous-admin", { kind: "choice", value: "go:classes" }],
  ["topic", { kind: "text", text: "mã vạch?" }],
])("%s", (name, said) => {
  expect(messageOf(name).said).toEqual(said);
});

it.each([
  // Which of the bot's messages it is about: under which a button stands, or to which somebody replies.
  ["callback", true],
  ["group-reply", true],
  ["text", false],
  ["group-mention", false],
  // In a topic every message replies to the one that opened it.
  ["topic", false],
])("knows what %s replies to", (name, isReply) => {
  expect(messageOf(name).replyTo ?? "").toMatch(isReply ? /^\d+$/ : /^$/);
});

it.each(["/ketnoi 34679-ACDEF", "/nhan", "/tra"])("hears %s in a group", (text) => {
  const update = fixture("group-command") as { message: Record<string, unknown> };
  const decoded = decodeUpdate({ ...update, message: { ...update.message, text } }, { self: SELF, now: NOW });
  expect(decoded).toMatchObject({ message: { said: { kind: "text", text: text.slice(1) } } });
});

it("takes the largest size of a photograph, with its words", () => {
  expect(messageOf("photo").said).toMatchObject({
    kind: "media",
    fileId: "large",
    caption: "Nhãn này đúng chưa?",
  });
  expect(messageOf("group-photo-mention").said).toMatchObject({
    kind: "media",
    caption: "nhãn này?",
    bytes: null,
  });
  expect(messageOf("document").said).toMatchObject({
    kind: "media",
    fileId: "doc1",
    name: "don.pdf",
    bytes: 52000,
  });
});

it.each([
  ["group-others"],
  ["group-command-of-another"],
  ["group-channel-forward"],
  ["topic-others"],
  ["new-members"],
  ["own-echo"],
  ["edited"],
  ["channel-post"],
  ["member-joined"],
])("leaves out what is not said to the bot: %s", (name) => {
  expect(decoded(name)).toEqual({ kind: "nothing" });
});

it("tells that a group has another id, and that somebody left", () => {
  const moved = { kind: "migrated", from: "-4001002003", to: "-1002003004005" };
  expect(decoded("migrate-to")).toEqual(moved);
  expect(decoded("migrate-from")).toEqual(moved);
  expect(decoded("member-blocked")).toEqual({ kind: "left", chat: "700100200" });
});

it("keeps the topics of a group apart, and calls an anonymous administrator by the group", () => {
  expect(messageOf("topic").from.chat).toBe("-1002003004005:17");
  expect(messageOf("group-anonymous-admin")).toMatchObject({
    sender: "-4001002003",
    senderName: "HTX Hòa Vang",
  });
});

it("settles the button of an inline message without a message of its own", () => {
  expect(decoded("callback-inline")).toEqual({ kind: "query", query: "300512340987654323" });
});

it("cannot tell what is said to it in a group before it knows its name", () => {
  const about = { self: { ...SELF, username: null }, now: NOW };
  expect(decodeUpdate(fixture("group-mention"), about)).toEqual({ kind: "too_early" });
  expect(decodeUpdate(fixture("text"), about).kind).toBe("message");
});

describe("typed commands", () => {
  it.each([
    ["/menu", { kind: "choice", value: "go:menu" }],
    ["/HoTro", { kind: "choice", value: "go:support_request" }],
    ["/gapcanbo", { kind: "choice", value: "go:staff" }],
    ["/dulieu", { kind: "choice", value: "go:my_data" }],
    ["/trogiup", { kind: "choice", value: "go:help" }],
    ["/hotro máy in mã vạch hỏng", { kind: "text", text: "máy in mã vạch hỏng" }],
    ["/huy", { kind: "text", text: "huy" }],
    ["/dk 12", { kind: "text", text: "dk 12" }],
    ["1/2", { kind: "text", text: "1/2" }],
    ["/ không", { kind: "text", text: "/ không" }],
  ])("%s", (text, said) => {
    const update = fixture("text") as { message: object };
    const found = decodeUpdate({ ...update, message: { ...update.message, text } }, { self: SELF, now: NOW });
    expect(found.kind === "message" && found.message.said).toEqual(said);
  });
});

describe("odd input", () => {
  const text = fixture("text") as { update_id: number; message: Record<string, unknown> };
  const withMessage = (more: object) =>
    decodeUpdate({ ...text, message: { ...text.message, ...more } }, { self: SELF, now: NOW });

  it.each([[null], [7], ["a"], [[]], [{}], [{ update_id: "1" }], [{ update_id: 1.5 }]])(
    "%j is broken",
    (update) => {
      expect(decodeUpdate(update, { self: SELF, now: NOW }).kind).toBe("broken");
    },
  );

  it("a chat or a sender that is none is broken, and nothing of it is repeated", () => {
    for (const more of [
      { chat: "bí mật" },
      { chat: { id: "bí mật" } },
      { from: null },
      { from: { id: 1e300 } },
    ]) {
      const found = withMessage(more);
      expect(found.kind).toBe("broken");
      expect(JSON.stringify(found)).not.toContain("bí mật");
    }
  });

  it("entities that point nowhere are no mention", () => {
    const chat = { id: -5, type: "group" };
    const entities = [
      null,
      1,
      { type: "mention" },
      { type: "mention", offset: -3, length: 9 },
      { offset: 1, length: 1e9 },
    ];
    expect(withMessage({ chat, entities, text: "@nscl_qn_bot" })).toEqual({ kind: "nothing" });
    expect(withMessage({ chat, entities: "x" })).toEqual({ kind: "nothing" });
  });

  it("characters that no database takes are left out, and a date that is none is now", () => {
    const found = withMessage({ text: "a\u0000b", date: -1 });
    expect(found.kind === "message" && found.message).toMatchObject({ said: { text: "ab" }, sentAt: NOW });
  });

  it("endless names are shortened", () => {
    const found = withMessage({ from: { id: 5, first_name: "😀".repeat(500) } });
    expect(found.kind === "message" && Array.from(found.message.senderName ?? "")).toHaveLength(100);
  });
});

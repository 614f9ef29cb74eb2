import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeUpdate } from "../../../../src/channels/zalo-bot/decode.ts";
import { textUpdate } from "../../../doubles/zalo-bot.ts";

const NOW = new Date("2026-10-05T01:00:00Z");
const about = { account: "4012345678901234567", names: ["Bot NSCL", "bot.nscl"], now: NOW };

function fixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../fixtures/zalo-bot/${name}.json`, import.meta.url), "utf8"),
  );
}

function decoded(update: unknown) {
  const result = decodeUpdate(update, about);
  if (result.kind !== "message") throw new Error(JSON.stringify(result));
  return result.message;
}

describe("what people send", () => {
  it.each(["text-wrapped", "text-bare"])("a text (%s)", (name) => {
    expect(decoded(fixture(name))).toEqual({
      id: "6ede9afa66b88fe6d6a9:2d758cb5e222177a4e35",
      from: { channel: "zalo-bot", account: "4012345678901234567", chat: "6ede9afa66b88fe6d6a9" },
      sender: "6ede9afa66b88fe6d6a9",
      senderName: "Ted",
      isGroup: false,
      mentioned: true,
      said: { kind: "text", text: "Xin chào" },
      sentAt: new Date(1750316131602),
    });
  });

  it("with numbers for ids and seconds for a date", () => {
    expect(decoded(fixture("text-seconds"))).toMatchObject({
      id: "1234567890123:987654321",
      from: { chat: "1234567890123" },
      senderName: "Ted",
      sentAt: new Date(1750316131000),
    });
  });

  it("in a group, without the name of the bot", () => {
    expect(decoded(fixture("group"))).toMatchObject({
      from: { chat: "g-55aa" },
      sender: "u-1",
      isGroup: true,
      mentioned: true,
      said: { kind: "text", text: "ơi mã vạch mất bao nhiêu?" },
    });
  });

  it.each([
    [
      "image-photo",
      { kind: "photo", url: "https://photo-stal-1.zdn.vn/a.jpg", caption: "Nhãn này dùng tiếp được không?" },
    ],
    ["image-photo-url", { kind: "photo", url: "https://photo-stal-1.zdn.vn/b.jpg", caption: "" }],
    ["sticker", { kind: "unreadable", what: "nhãn dán" }],
    ["voice", { kind: "voice", url: "https://voice-aac-dl.zdn.vn/1.aac" }],
    ["unsupported", { kind: "unreadable", what: "loại tin này" }],
    ["link", { kind: "text", text: "https://lop.example.vn có phải lớp này không?" }],
  ])("%s", (name, said) => {
    expect(decoded(fixture(name)).said).toEqual(said);
  });

  it("a picture without an address", () => {
    const { message } = textUpdate({ id: "1", text: "" });
    expect(decoded({ event_name: "message.image.received", message }).said).toEqual({
      kind: "unreadable",
      what: "ảnh này",
    });
  });
});

describe("what nobody said", () => {
  it.each(["unsupported-withheld", "reaction", "own-echo"])("%s", (name) => {
    expect(decodeUpdate(fixture(name), about)).toEqual({ kind: "nothing" });
  });

  it("what comes from our own id, whatever it says of itself", () => {
    const update = textUpdate({ id: "1", text: "a", chat: "u-1", sender: "4012345678901234567" });
    expect(
      decodeUpdate({ ...update, message: { ...update.message, from: { id: about.account } } }, about),
    ).toEqual({
      kind: "nothing",
    });
  });
});

describe("what is broken", () => {
  const update = textUpdate({ id: "1", text: "lời riêng" });
  it.each([
    [{ ...update.message, from: {} }, "message.from.id is missing"],
    [{ ...update.message, chat: null }, "message.chat.id is missing"],
    [{ ...update.message, message_id: "" }, "message.message_id is missing"],
    [{ ...update.message, message_id: "x".repeat(201) }, "message.message_id is missing"],
  ])("is told by what is missing, never by what was said (%#)", (message, why) => {
    expect(decodeUpdate({ ...update, message }, about)).toEqual({ kind: "broken", why });
  });

  it.each([undefined, null, 7, "text", [update]])("is no object: %j", (body) => {
    expect(decodeUpdate(body, about).kind).toBe("broken");
  });

  it.each([undefined, "soon", -5, 1e300, Number.NaN])("has no date worth reading: %s", (date) => {
    expect(decoded({ ...update, message: { ...update.message, date } }).sentAt).toEqual(NOW);
  });
});

describe("the name of the bot", () => {
  const said = (text: string, names = about.names) => {
    const result = decodeUpdate(textUpdate({ id: "1", text, isGroup: true }), { ...about, names });
    return result.kind === "message" ? result.message.said : result;
  };

  it.each([
    ["@Bot NSCL mã vạch?", "mã vạch?"],
    ["mã vạch? @BOT NSCL", "mã vạch?"],
    ["hỏi @bot.nscl mã vạch", "hỏi mã vạch"],
    ["mã vạch?", "mã vạch?"],
    ["@Bot NSCL", "@Bot NSCL"],
    ["@Bot NSCL2 mã vạch?", "@Bot NSCL2 mã vạch?"],
  ])("goes out of %j", (text, text2) => {
    expect(said(text)).toEqual({ kind: "text", text: text2 });
  });

  it("stays where it is not known, and in private", () => {
    expect(said("@Bot NSCL mã vạch?", [])).toEqual({ kind: "text", text: "@Bot NSCL mã vạch?" });
    expect(decoded(textUpdate({ id: "1", text: "@Bot NSCL mã vạch?" })).said).toEqual({
      kind: "text",
      text: "@Bot NSCL mã vạch?",
    });
  });
});

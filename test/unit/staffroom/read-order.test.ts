import { describe, expect, it } from "vitest";
import type { Content, IncomingMessage } from "../../../src/conversation/message.ts";
import { linkCodeIn, makeLinkCode, LINK_CODE_BYTES } from "../../../src/staffroom/link-code.ts";
import { saidNotice, waitingNotice, wordsOf } from "../../../src/staffroom/notices.ts";
import type { Standing } from "../../../src/staffroom/port.ts";
import { mayConcernStaff, readOrder } from "../../../src/staffroom/read-order.ts";
import { roomTexts as texts } from "../../../src/staffroom/texts.ts";

const OFFICER: Standing = { isRoom: true, isStaff: true, about: null };
const ELSEWHERE: Standing = { isRoom: false, isStaff: false, about: null };
const REPLYING: Standing = { ...OFFICER, about: "c1" };

function message(content: Content | string, more: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    id: "1",
    from: { channel: "test", account: "bot", chat: "nhóm" },
    sender: "lan",
    senderName: "Lan",
    isGroup: true,
    mentioned: true,
    content: typeof content === "string" ? { kind: "text", text: content } : content,
    sentAt: new Date(0),
    ...more,
  };
}

const order = (kind: string, more: object = {}) => ({ kind: "order", order: { kind, ...more } });

describe("what is ordered from where staff work", () => {
  const file = { id: "f", name: "nhãn.pdf", mediaType: "application/pdf", bytes: 9 };
  it.each<[string, Content | string, Standing, unknown]>([
    ["a reply", "Chào chị", REPLYING, order("answer", { conversationId: "c1", text: "Chào chị", files: [] })],
    [
      "a file in reply",
      { kind: "files", files: [file], text: "" },
      REPLYING,
      order("answer", { conversationId: "c1", text: "", files: [file] }),
    ],
    ["/nhan", "nhan", REPLYING, order("take", { conversationId: "c1" })],
    ["/nhan to nothing", " Nhận ", OFFICER, order("take", { conversationId: null })],
    ["/tra", "tra", REPLYING, order("release", { conversationId: "c1" })],
    [
      "a button",
      { kind: "choice", value: "staff:release" },
      REPLYING,
      order("release", { conversationId: "c1" }),
    ],
    ["another button", { kind: "choice", value: "go:menu" }, REPLYING, { kind: "say", text: texts.help }],
    ["a question", "mã vạch?", OFFICER, { kind: "say", text: texts.help }],
    [
      "a voice message",
      { kind: "unreadable", what: "tin thoại" },
      REPLYING,
      { kind: "say", text: texts.cannotRead("tin thoại") },
    ],
    ["somebody else", "nhan", { ...REPLYING, isStaff: false }, { kind: "say", text: texts.notStaff }],
    [
      "a code, from anybody",
      "ketnoi 34679acdef",
      ELSEWHERE,
      order("link", { code: "34679-ACDEF", inGroup: true }),
    ],
    ["no code", "ketnoi mã", OFFICER, { kind: "say", text: texts.codeMissing }],
    ["others' group", "nhan", ELSEWHERE, { kind: "silent" }],
    ["a question there", "mã vạch?", ELSEWHERE, { kind: "not_ours" }],
  ])("%s", (_, content, standing, expected) => {
    expect(readOrder(message(content), standing)).toEqual(expected);
  });

  it("is nothing where the bot was not called, and looked up only where it may be something", () => {
    expect(readOrder(message("nhan", { mentioned: false }), OFFICER)).toEqual({ kind: "silent" });
    expect(mayConcernStaff(message("nhan", { isGroup: false }))).toBe(false);
    expect(mayConcernStaff(message("nhan", { isGroup: false, replyTo: "7" }))).toBe(true);
    expect(mayConcernStaff(message("kết nối mạng thế nào", { isGroup: false }))).toBe(false);
    expect(mayConcernStaff(message("kết nối 34679-ACDEF", { isGroup: false }))).toBe(true);
  });
});

describe("a one-time code", () => {
  it("is read however it is typed, and not in other words", () => {
    const code = makeLinkCode(new Uint8Array(LINK_CODE_BYTES).map((_, at) => at * 37));
    expect(code).toMatch(/^[34679A-Y]{5}-[34679A-Y]{5}$/);
    for (const typed of [
      `ketnoi ${code}`,
      `/ketnoi ${code}`,
      `Kết nối  ${code.toLowerCase()}`,
      `kết nối ${code.replace("-", " ")} `,
      `KETNOI ${code.replace("-", "")}`,
    ]) {
      expect(linkCodeIn(typed), typed).toBe(code);
    }
    for (const other of ["kết nối với chuyên gia", "ketnoi", `mã ${code}`, `ketnoi ${code} nhé`]) {
      expect(linkCodeIn(other), other).toBeNull();
    }
  });
});

describe("what staff are told", () => {
  const asking = { name: null, link: "https://nscl.example.vn/can-bo/tro-chuyen/c1" };

  it("has the words and the way to all of it, in one message", () => {
    const { text } = waitingNotice(asking, "YC-1", "x".repeat(5_000));
    expect(text).toContain("Người hỏi đang chờ gặp cán bộ (YC-1)");
    expect(text).toContain(asking.link);
    expect(text.length).toBeLessThan(2_000);
  });

  it("has no words where an installation keeps them out", () => {
    expect(waitingNotice(asking, "YC-1", null).text).not.toContain("“");
    expect(saidNotice(asking, null).text).toBe(`Người hỏi nhắn: ${texts.wordsKept}\n${asking.link}`);
    expect(saidNotice({ ...asking, name: "Hoa" }, "alo").text).toBe("Hoa nhắn: alo");
  });

  it("names what is no text", () => {
    const files = [{ id: "f", name: "nhãn.pdf", mediaType: "application/pdf", bytes: 9 }];
    expect(wordsOf({ kind: "files", files, text: "đây ạ" })).toBe(`đây ạ\n${texts.files("nhãn.pdf")}`);
    expect(wordsOf({ kind: "unreadable", what: "nhãn dán" })).toBe("[nhãn dán]");
  });
});

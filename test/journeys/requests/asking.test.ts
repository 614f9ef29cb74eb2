import { expect, it, vi } from "vitest";
import { createConversations } from "../../../src/adapters/prisma/conversations.ts";
import { answerRequest } from "../../../src/adapters/prisma/staff/requests.ts";
import { releaseHold, sayAsStaff, takeHold } from "../../../src/adapters/prisma/staff/holds.ts";
import type { Content } from "../../../src/conversation/message.ts";
import type { Person } from "../../support/person.ts";
import { calendar } from "../../support/registry.ts";
import { codeIn, eachWay, REQUEST, tells, uninterrupted } from "./ways.ts";

/** A Wednesday, in office hours, and a Sunday. */
const WEDNESDAY = new Date("2026-11-25T09:00:00+07:00");
const SUNDAY = new Date("2026-11-29T09:00:00+07:00");
const UNKNOWN = "thủ tục mở lớp dạy bơi cho trẻ em cần giấy gì?";

eachWay("a question", (given) => {
  it("that nothing answers goes to staff, who answer in the same chat", async () => {
    const ba = await given.someone();
    await ba.says("lệ phí công nhận sáng kiến cấp tỉnh là bao nhiêu?");
    await ba.picks("Chuyển câu hỏi cho cán bộ");
    const code = codeIn(ba.heard);
    expect(ba.heard).toContain("Cán bộ trả lời ngay trong cuộc trò chuyện này");
    const request = await given.database.client.supportRequest.findUniqueOrThrow({ where: { code } });
    expect(request).toMatchObject({
      kind: "cau_hoi",
      description: "lệ phí công nhận sáng kiến cấp tỉnh là bao nhiêu?",
    });
    const desk = { database: given.database, calendar };
    await answerRequest(
      desk,
      { actor: "lan", now: WEDNESDAY },
      { id: request.id, revision: null },
      "Mời anh/chị gọi lại.",
      "guided",
    );
    expect((await ba.lines()).at(-1)?.text).toContain("Mời anh/chị gọi lại.");
    await ba.says("yêu cầu của tôi");
    expect(ba.heard).toContain("đã hướng dẫn xong");
    // The button was for that question alone.
    await ba.says("có");
    expect(await given.database.client.supportRequest.count()).toBe(1);
  });

  it("is first answered with the word that an automatic assistant answers, then never again", async () => {
    const ba = await given.someone();
    await ba.says("nhãn hàng hóa phải ghi những gì?");
    expect(ba.heard).toMatch(/[Tt]rợ lý tự động của Sở Khoa học và Công nghệ tỉnh Quảng Ngãi/);
    expect(ba.heard).toContain("để tham khảo");
    await ba.says("mã vạch có bắt buộc không?");
    expect(ba.heard).not.toContain("rợ lý tự động");
  });

  it("can be put to a person: the bot is silent while staff talk", async () => {
    const ba = await given.someone({ now: () => WEDNESDAY });
    await ba.says("gap can bo");
    expect(ba.heard).toContain("tôi xin im lặng");
    expect(await ba.says("mắm của tôi bị trả về")).toBe("");
    const { id } = await given.database.client.conversation.findFirstOrThrow();
    const desk = { database: given.database, calendar };
    const by = { actor: "lan", now: WEDNESDAY };
    expect(await takeHold(desk, by, id)).toEqual({ kind: "done" });
    expect(await sayAsStaff(desk, by, id, { text: "Chào chị Ba, em Lan đây." })).toEqual({ kind: "done" });
    expect((await ba.lines()).at(-1)).toMatchObject({ from: "staff", text: "Chào chị Ba, em Lan đây." });
    expect(await ba.says("nhãn hàng hóa phải ghi những gì?")).toBe("");
    expect(await releaseHold(desk, by, id)).toEqual({ kind: "done" });
    await ba.says("nhãn hàng hóa phải ghi những gì?");
    expect(ba.heard).toContain("tiếng Việt");
  });
});

uninterrupted("what is written", (given) => {
  /** What a channel with voice messages and stickers would hand over. */
  async function sends(person: Person, content: Content): Promise<string> {
    const { channel, account, chat } = await given.database.client.conversation.findFirstOrThrow();
    const inbox = createConversations(given.database, () => Promise.reject(new Error("no command")));
    const from = { channel, account, chat };
    const id = crypto.randomUUID();
    const message = { id, from, sender: chat, senderName: null, isGroup: false, mentioned: true };
    expect(await inbox.accept({ ...message, content, sentAt: new Date() })).toBe(true);
    return vi.waitFor(
      async () => {
        const answers = (await person.lines()).filter(({ inReplyTo }) => inReplyTo === id);
        expect(answers).not.toEqual([]);
        return answers.map(({ text }) => text).join("\n\n");
      },
      { timeout: 10_000, interval: 50 },
    );
  }

  it("is asked for in words where it cannot be read, and the form stays where it was", async () => {
    const ba = await given.someone();
    await tells(ba, ...REQUEST.slice(0, 9));
    const heard = await sends(ba, { kind: "unreadable", what: "tin thoại" });
    expect(heard).toContain("Tôi chưa đọc được tin thoại");
    expect(heard).toContain("Họ tên người liên hệ là gì?");
    await tells(ba, ...REQUEST.slice(9), "gửi");
    expect(codeIn(ba.heard)).toMatch(/^YC-/);
  });

  it("may be a file nobody asked for: it is kept and goes with the next request", async () => {
    const ba = await given.someone();
    await ba.sendsFile("nhan-mam.txt", "nhãn");
    expect(ba.heard).toContain("Tôi đã giữ tệp (nhan-mam.txt)");
    await ba.picks("Gửi yêu cầu hỗ trợ");
    expect(ba.heard).toContain("Tệp gửi kèm: nhan-mam.txt");
    await tells(ba, ...REQUEST.slice(1, 4), ...REQUEST.slice(5));
    expect(ba.heard).toContain("Tệp gửi kèm: nhan-mam.txt");
    await ba.says("gửi");
    const [entry] = await given.database.client.requestEntry.findMany();
    expect(entry?.files).toContain("nhan-mam.txt");
    await tells(ba, "yêu cầu hỗ trợ");
    expect(ba.heard).not.toContain("nhan-mam.txt");
  });

  it("outside office hours becomes a request at once, and the bot goes on answering", async () => {
    const ba = await given.someone({ now: () => SUNDAY });
    await ba.says("gặp cán bộ");
    expect(ba.heard).toContain("Cán bộ chưa trực (giờ làm việc: ");
    const code = codeIn(ba.heard);
    await tells(ba, "nhãn hàng hóa phải ghi những gì?");
    expect(ba.heard).toContain("tiếng Việt");
    await ba.says("gặp cán bộ");
    expect(codeIn(ba.heard)).toBe(code);
  });

  it("with no list on the screen, a number is not guessed at; an old button says that it is old", async () => {
    const ba = await given.someone();
    await ba.says("1");
    expect(ba.heard).toContain("hiện không có danh sách nào");
    await ba.says("tôi được hỗ trợ gì");
    const [old] = ba.choices;
    await ba.picks("VietGAP");
    await ba.presses(old?.value ?? "");
    expect(ba.heard).toContain("Mục này thuộc danh sách cũ");
    expect(ba.heard).toContain("Về VietGAP, anh/chị cần gì?");
  });

  it("that nobody here can answer is declined without a guess", async () => {
    const ba = await given.someone();
    await ba.says(UNKNOWN);
    expect(ba.replies.flatMap(({ citations }) => citations)).toEqual([]);
  });
});

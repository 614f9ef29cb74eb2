import { describe, expect, it, vi } from "vitest";
import { texts as answerTexts } from "../../../src/answer/texts.ts";
import type { Answerer, Citation } from "../../../src/answer/answer.ts";
import {
  NEW_CONVERSATION,
  type ConversationState,
  type Hold,
} from "../../../src/conversation/conversations.ts";
import type { Content, IncomingMessage } from "../../../src/conversation/message.ts";
import { createResponder } from "../../../src/conversation/respond.ts";
import type { EmergencyNotice } from "../../../src/conversation/settings.ts";
import { texts } from "../../../src/conversation/texts.ts";
import { commandWords } from "../../../src/dialogue/menu/menu.ts";
import { supportRequest } from "../../../src/dialogue/support/support-request.ts";
import { topics } from "../../../src/dialogue/topics/topics.ts";
import type { Standing } from "../../../src/staffroom/port.ts";
import { NOTHING_OF_MINE } from "../../../src/registry/views.ts";
import type { CommandOutcome } from "../../../src/registry/commands.ts";
import { answerOf, explaining } from "../../support/answers.ts";
import { calendar } from "../../support/registry.ts";

const NOW = new Date("2026-11-23T09:00:00+07:00");
const NOT_HELD: Hold = { state: "bot", version: 0, by: null, expiresAt: null };
const GREETED: ConversationState = { ...NEW_CONVERSATION, greeted: true };

const NOBODY_OF_STAFF: Standing = { isRoom: false, isStaff: false, about: null };
const citation: Citation = {
  ...{ document: "37/2026/NĐ-CP", title: "Nhãn hàng hóa", section: "Điều 31" },
  ...{ kind: "tóm tắt", text: "Những lời được dẫn", validity: "Còn hiệu lực." },
};
const citing: Answerer = {
  answer: (question) => Promise.resolve(answerOf({ question, citations: [citation] })),
};

/** A conversation in memory: hears one message after the other. */
function conversation(
  options: {
    answerer?: Answerer;
    hold?: Hold;
    state?: ConversationState;
    message?: Partial<IncomingMessage>;
    standing?: Standing;
    paused?: boolean;
    notice?: EmergencyNotice;
    showsBasis?: boolean;
  } = {},
) {
  let state = options.state ?? GREETED;
  let number = 0;
  const answer = vi.fn<Answerer["answer"]>((question) =>
    Promise.resolve(answerOf({ question, text: `về ${question}` })),
  );
  const respond = createResponder({
    answerer: explaining((question, history) => (options.answerer ?? { answer }).answer(question, history)),
    dialogues: [supportRequest, topics],
    registry: { events: () => Promise.resolve([]), mine: () => Promise.resolve(NOTHING_OF_MINE) },
    staffRoom: {
      standing: () => Promise.resolve(options.standing ?? NOBODY_OF_STAFF),
      mayAnnounce: () => Promise.resolve(false),
    },
    words: commandWords,
    settings: { paused: () => options.paused === true, notice: () => options.notice ?? null },
    files: { read: () => Promise.resolve(null) },
    barcodes: { read: () => Promise.resolve([]) },
    showsBasis: ({ channel }) => channel === "test" && options.showsBasis === true,
    surroundings: {
      organisation: "Sở",
      calendar,
      communes: { byCode: () => null, find: () => ({ kind: "none" }) } as never,
      cite: () => null,
    },
  });
  async function hears(content: Content, outcome: CommandOutcome | null = null) {
    const address = { channel: "test", account: "a", chat: "c" };
    number += 1;
    const message: IncomingMessage = {
      ...{
        id: String(number),
        from: address,
        sender: "c",
        senderName: null,
        isGroup: false,
        mentioned: true,
      },
      ...{ content, sentAt: NOW },
      ...options.message,
    };
    const held = { id: "c", address, state, hold: options.hold ?? NOT_HELD };
    const lease = { owner: "test", until: NOW };
    const claimed = { message, conversation: held, lease, isSpent: false };
    const { command, conclude, asked } = await respond(claimed, NOW);
    const concluded = conclude(outcome);
    state = concluded.state;
    return {
      command,
      asked,
      replies: concluded.replies,
      text: concluded.replies.map(({ text }) => text).join("\n"),
    };
  }
  return {
    answer,
    hears,
    says: (text: string, outcome: CommandOutcome | null = null) => hears({ kind: "text", text }, outcome),
    get state() {
      return state;
    },
  };
}

const QUESTION_ID = "01a224a8-2c02-7377-816d-450ee35b8922";
const file = { id: "f", name: "nhãn.txt", mediaType: "text/plain", bytes: 3 };

describe("the answer to one message", () => {
  it("is a question's answer, with the questions before it", async () => {
    const chat = conversation();
    for (const question of ["một", "hai", "ba", "bốn", "năm"]) await chat.says(question);
    expect(chat.answer).toHaveBeenLastCalledWith("năm", ["một", "hai", "ba", "bốn"]);
    expect(chat.state.questions).toEqual(["hai", "ba", "bốn", "năm"]);
  });

  it("tells once that an automatic assistant answers", async () => {
    const chat = conversation({ state: NEW_CONVERSATION });
    expect((await chat.says("một")).text).toContain("ợ lý tự động của Sở");
    expect((await chat.says("hai")).text).toBe("về hai");
  });

  it("is nothing in a group that did not call, and no form in one that did", async () => {
    const group = { isGroup: true, mentioned: false };
    const unseen = conversation({ message: group });
    expect((await unseen.says("yêu cầu hỗ trợ")).replies).toEqual([]);
    expect(unseen.state).toEqual(GREETED);
    const called = conversation({ message: { ...group, mentioned: true } });
    expect((await called.says("yêu cầu hỗ trợ")).text).toBe(texts.onlyPrivate);
    expect((await called.hears({ kind: "files", files: [file], text: "" })).text).toBe(texts.onlyPrivate);
    expect((await called.says("mã vạch")).text).toBe("về mã vạch");
  });

  it("is silence while staff have the conversation, until the person leaves them", async () => {
    const chat = conversation({ hold: { ...NOT_HELD, state: "held", by: "lan" } });
    expect(await chat.says("mã vạch")).toMatchObject({ command: { kind: "tell_staff" }, replies: [] });
    expect(chat.answer).not.toHaveBeenCalled();
    const left = await chat.says("thôi chờ", { kind: "staff_left" });
    expect(left).toMatchObject({ command: { kind: "leave_staff" }, text: texts.staffLeft });
  });

  it("passes on the question that had no answer, by button or by a yes, once", async () => {
    const answerer = {
      answer: (question: string) =>
        Promise.resolve(
          answerOf({ question, outcome: "unanswerable", text: `Không. ${answerTexts.passOn}` }),
        ),
    };
    const chat = conversation({ answerer });
    const offered = await chat.says("khó quá");
    expect(offered.replies[0]?.choices?.map(({ label }) => label)).toEqual([texts.passOn]);
    const outcome: CommandOutcome = { kind: "passed_on", code: "YC-1", dueAt: NOW };
    const passed = await chat.says("dạ có", outcome);
    expect(passed.command).toEqual({ kind: "pass_on", question: "khó quá", reason: "no_basis" });
    expect(passed.text).toContain("YC-1");
    expect(chat.state.unanswered).toBeNull();
  });

  it("reads numbers against the last menu alone; a closed form leaves none", async () => {
    const chat = conversation();
    expect((await chat.says("3")).text).toContain("hiện không có danh sách nào");
    await chat.says("yêu cầu hỗ trợ");
    await chat.says("hủy");
    expect(chat.state).toMatchObject({ form: null, menu: null });
    expect((await chat.says("vướng mắc, khó khăn khác")).text).toBe("về vướng mắc, khó khăn khác");
  });

  it("shows the words of the basis to who types 1, and goes on with the form at hand", async () => {
    const chat = conversation({ answerer: citing });
    await chat.says("nhãn ghi gì");
    expect((await chat.says("1")).text).toContain("Những lời được dẫn");
    expect((await chat.says("xem căn cứ")).text).toContain("Những lời được dẫn");

    await chat.says("yêu cầu hỗ trợ");
    const asked = (await chat.says("nhãn hàng hóa ghi những gì?")).replies.at(-1);
    expect(asked?.choices?.at(-1)).toMatchObject({ label: "Xem căn cứ", shows: "basis" });
    const shown = await chat.says(String(asked?.choices?.length));
    expect(shown.text).toContain("Những lời được dẫn");
    expect(shown.text).toContain(texts.resume);
    expect(chat.state.form?.name).toBe("support_request");
    expect(shown.replies[0]?.choices?.length).toBeGreaterThan(0);
  });

  it("offers no step to the basis where it is shown, and still reads numbers against the menu before", async () => {
    const chat = conversation({ answerer: citing, showsBasis: true });
    const menu = await chat.says("menu");
    const answered = await chat.says("nhãn ghi gì");
    expect(answered.replies.map(({ citations, choices }) => [citations?.length, choices])).toEqual([
      [1, undefined],
    ]);
    const last = menu.replies[0]?.choices?.length ?? 0;
    expect(last).toBeGreaterThan(1);
    expect((await chat.says(String(last + 1))).text).toContain(texts.outOfRange(last));

    await chat.says("yêu cầu hỗ trợ");
    const asked = (await chat.says("nhãn hàng hóa ghi những gì?")).replies.at(-1);
    expect(asked?.choices?.map(({ label }) => label)).not.toContain(texts.seeBasis);
    expect((await chat.says(String((asked?.choices?.length ?? 0) + 1))).text).not.toContain(citation.text);
  });

  it("says of a button that it is old and asks the question at hand again", async () => {
    const chat = conversation();
    const first = await chat.says("yêu cầu hỗ trợ");
    const old = first.replies[0]?.choices?.[0]?.value ?? "";
    await chat.says("1");
    const stale = await chat.hears({ kind: "choice", value: old });
    expect(stale.text).toContain(texts.staleMenu);
    expect(stale.text).toContain("Anh/chị có đồng ý không?");
  });

  it("keeps files nobody asked for and hands them to the next request, with the words answered", async () => {
    const chat = conversation();
    const kept = await chat.hears({ kind: "files", files: [file], text: "nhãn này đúng chưa" });
    expect(kept.replies.map(({ text }) => text)).toEqual([
      "về nhãn này đúng chưa",
      texts.filesKept("nhãn.txt"),
    ]);
    expect(chat.state.files).toEqual([file]);
    expect((await chat.says("yêu cầu hỗ trợ")).text).toContain("Tệp gửi kèm: nhãn.txt");
    expect(chat.state.files).toEqual([]);
  });

  it("asks for words where nothing can be read", async () => {
    const chat = conversation();
    const { text } = await chat.hears({ kind: "unreadable", what: "tin thoại" });
    expect(text).toContain("Tôi chưa đọc được tin thoại");
    expect(text).toContain("gặp cán bộ");
  });

  it("answers the words beside what it cannot read, and says what it could not", async () => {
    const chat = conversation();
    const beside = (text: string) => ({ kind: "unreadable", what: "ảnh này", text }) as const;
    const { replies } = await chat.hears(beside("nhãn này ghi gì"));
    expect(replies.map(({ text }) => text)).toEqual([
      texts.unreadableBeside("ảnh này"),
      "về nhãn này ghi gì",
    ]);
    const called = await chat.hears(beside("gặp cán bộ"), { kind: "declined", why: "not_yours" });
    expect(called.command).toMatchObject({ kind: "call_staff" });
    expect(called.replies.map(({ text }) => text)).toEqual([
      texts.unreadableBeside("ảnh này"),
      texts.notDone,
    ]);
  });

  it("says so where a command was not carried out", async () => {
    const chat = conversation();
    const { command, text } = await chat.says("gặp cán bộ", { kind: "declined", why: "not_yours" });
    expect(command).toMatchObject({ kind: "call_staff", hold: true, lastWords: "gặp cán bộ" });
    expect(text).toBe(texts.notDone);
  });

  it("goes with its question, in a form too, and with none where nothing was asked", async () => {
    const chat = conversation();
    expect((await chat.says("một")).asked?.answer).toMatchObject({ question: "một", text: "về một" });
    expect((await chat.says("menu")).asked).toBeUndefined();
    expect((await chat.says("chưa đúng")).asked).toBeUndefined();
  });

  it.each([
    ["chưa đúng", "bad"],
    ["sai roi ạ", "bad"],
    ["Không đúng ý tôi!", "bad"],
    ["hữu ích", "good"],
    ["tra loi dung roi", "good"],
  ])("to “%s” is thanks for a rating", async (words, rating) => {
    const chat = conversation();
    const rated = { kind: "rated", rating: rating as "good" | "bad", questionId: QUESTION_ID } as const;
    const { command, text, replies } = await chat.says(words, rated);
    expect(command).toEqual({ kind: "rate", rating });
    expect(text).toContain("Cảm ơn anh/chị");
    expect(replies[0]?.choices ?? []).toHaveLength(rating === "bad" ? 1 : 0);
  });

  it.each([
    "đúng rồi",
    "sai số mã vạch thì sao",
    "hữu ích cho ai",
    "cảm ơn",
    "nhãn ghi sai rồi có bị phạt không",
  ])("to “%s” is no thanks for a rating", async (words) => {
    expect((await conversation().says(words)).command).toBeNull();
  });

  it("passes a badly answered question on: by its button, its number or a yes", async () => {
    const rated = { kind: "rated", rating: "bad", questionId: QUESTION_ID } as const;
    const passed = { kind: "passed_on", code: "YC-1", dueAt: NOW } as const;
    for (const words of ["1", "có", "Chuyển câu hỏi cho cán bộ"]) {
      const chat = conversation();
      await chat.says("chưa đúng", rated);
      const { command, text } = await chat.says(words, passed);
      expect(command).toEqual({ kind: "pass_on_rated", questionId: QUESTION_ID });
      expect(text).toContain("YC-1");
    }
    const pressed = await conversation().hears(
      { kind: "choice", value: `pass:${QUESTION_ID.replaceAll("-", "")}` },
      passed,
    );
    expect(pressed.command).toEqual({ kind: "pass_on_rated", questionId: QUESTION_ID });
  });

  it("is that the bot is switched off, whatever is written, and staff get it", async () => {
    const left = { kind: "message_left", code: "YC-2", dueAt: NOW } as const;
    const chat = conversation({ paused: true });
    for (const words of ["mã vạch?", "menu", "gặp cán bộ", "1"]) {
      const { command, text } = await chat.says(words, left);
      expect(command).toEqual({ kind: "leave_message", text: words, fileIds: [] });
      expect(text).toContain("YC-2");
    }
    const files = await chat.hears({ kind: "files", files: [file], text: "đây" }, left);
    expect(files.command).toEqual({ kind: "leave_message", text: "đây", fileIds: ["f"] });
    const voice = await chat.hears({ kind: "unreadable", what: "tin thoại" }, left);
    expect(voice.command).toMatchObject({ text: "[tin thoại]" });
    expect(chat.answer).not.toHaveBeenCalled();
    const held = conversation({ paused: true, hold: { ...NOT_HELD, state: "held" } });
    expect(await held.says("thôi chờ")).toMatchObject({ command: { kind: "tell_staff" }, replies: [] });
    const group = conversation({ paused: true, message: { isGroup: true, mentioned: false } });
    expect(await group.says("mã vạch?")).toMatchObject({ command: null, replies: [] });
  });

  it("names the button that was pressed while the bot is switched off", async () => {
    const menu = {
      id: "m1",
      shownAt: NOW.toISOString(),
      choices: [{ label: "Lớp tập huấn", value: "go:classes" }],
    };
    const chat = conversation({ paused: true, state: { ...GREETED, menu } });
    for (const value of ["m1.0", "go:classes"]) {
      const { command } = await chat.hears({ kind: "choice", value });
      expect(command).toMatchObject({ kind: "leave_message", text: "[bấm nút “Lớp tập huấn”]" });
      expect(chat.state.menu).toEqual(menu);
    }
  });

  it("comes after an emergency notice, the first time alone", async () => {
    const notice = { id: "1", text: "Sở nghỉ vì bão.", from: NOW, until: NOW };
    const chat = conversation({ notice, state: NEW_CONVERSATION });
    const first = await chat.says("một");
    expect(first.replies.map(({ text }) => text.split("\n")[0])).toEqual([
      "Thông báo: Sở nghỉ vì bão.",
      "về một",
    ]);
    expect((await chat.says("hai")).text).toBe("về hai");
    expect(chat.state.noticed).toBe("1");
    const silent = conversation({ notice, message: { isGroup: true, mentioned: false } });
    expect((await silent.says("một")).replies).toEqual([]);
    expect(silent.state.noticed).toBeNull();
  });
});

import { randomUUID } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { createCommandExecutor } from "../../../src/adapters/prisma/commands/execute.ts";
import { createConversations } from "../../../src/adapters/prisma/conversations.ts";
import { createTranscript } from "../../../src/adapters/prisma/transcript.ts";
import type { IncomingMessage } from "../../../src/conversation/message.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { eachDatabase } from "../../support/database.ts";
import { openClass, registersAlone, standing } from "../../support/events.ts";
import { Person, type PersonOptions } from "../../support/person.ts";
import { calendar } from "../../support/registry.ts";
import { lastReply, tells } from "../requests/ways.ts";

const LONG = "A".repeat(300);
const SQL = "'; DROP TABLE Enterprise; --";
const HTML = "<script>alert(1)</script>";

/** What is typed at a question, and what has to be said of it. */
const BAD: readonly { at: string; right: string; typed: readonly (readonly [string, string])[] }[] = [
  {
    at: "Anh/chị có đồng ý không?",
    right: "đồng ý",
    typed: [[HTML, "chọn “Đồng ý” hoặc “Không đồng ý”"]],
  },
  { at: "loại hình nào?", right: "hộ kinh doanh", typed: [["😀", "chọn một loại hình bên dưới"]] },
  {
    at: "Tên hộ kinh doanh hoặc cơ sở là gì?",
    right: "Mắm Cô Ba",
    typed: [
      [LONG, "dài 300 ký tự, tôi chỉ ghi được 150"],
      ["😀", "không chứa biểu tượng"],
      [SQL, "có ký tự lạ: ;"],
      [HTML, "có ký tự lạ: < >"],
    ],
  },
  {
    at: "Mã số thuế của hộ",
    right: "bỏ qua",
    typed: [
      ["123", "có 10, 12 hoặc 13 số, anh/chị vừa gõ 3 số"],
      ["mst", "chỉ gồm chữ số"],
    ],
  },
  {
    at: "xã, phường nào?",
    right: "Sa Huỳnh",
    typed: [
      ["x".repeat(200), "dài 200 ký tự, tôi chỉ ghi được 120"],
      ["12345", "chưa đọc được tên xã, phường"],
    ],
  },
  {
    at: "Họ tên anh/chị là gì?",
    right: "Võ Thị Ba",
    typed: [
      [LONG, "dài 300 ký tự, tôi chỉ ghi được 80"],
      ["Ba 😀", "không chứa biểu tượng"],
      ["<b>Ba</b>", "xin bỏ ký tự < > /"],
      ["Ba 0905123456", "không có chữ số"],
    ],
  },
  {
    at: "Số điện thoại để cán bộ gọi khi cần?",
    right: "0905123456",
    typed: [
      ["090512", "thiếu 4 số"],
      ["0405123456", "Đầu số này chưa đúng"],
      ["0905o23456", "chữ “o” gõ thay cho số 0"],
      ["không cho", "chưa thấy số điện thoại"],
    ],
  },
  {
    at: "Ai sẽ đi học?",
    right: "Lê An 0905000001",
    typed: [
      ["0", "Cần ít nhất 1 người tham dự"],
      ["10000 người", "10.000 người thì nhiều quá: mỗi lần đăng ký được từ 1 đến 50 người"],
      ["5 người", "5 người ạ. Anh/chị gõ tên giúp, mỗi người một dòng"],
    ],
  },
];

const GROUP = { channel: "nhom", account: "bot", chat: "hoi-mam-sa-huynh" };

function inGroup(id: string, text: string, mentioned: boolean): IncomingMessage {
  return {
    id,
    from: GROUP,
    sender: "co-ba",
    senderName: "Cô Ba",
    isGroup: true,
    mentioned,
    content: { kind: "text", text },
    sentAt: new Date("2026-11-24T09:00:00+07:00"),
  };
}

eachDatabase("odd messages", (given) => {
  let people: Person[] = [];
  let apps: RunningApp[] = [];

  async function someone(options: PersonOptions = {}): Promise<Person> {
    const person = await Person.at(given.database, options);
    people.push(person);
    return person;
  }

  async function anApp(): Promise<RunningApp> {
    const app = await runApp(given.database);
    apps.push(app);
    return app;
  }

  afterEach(async () => {
    await Promise.all([...people.map((person) => person.leaves()), ...apps.map((app) => app.stop())]);
    [people, apps] = [[], []];
  });

  it("says of every bad input how to mend it, and loses nothing", async () => {
    await openClass(given.database);
    const person = await someone();
    await person.says("DK 12");
    for (const { at, right, typed } of BAD) {
      expect(person.heard).toContain(at);
      for (const [words, sentence] of typed) {
        await person.says(words);
        expect(person.heard).toContain(sentence);
        expect(lastReply(person)).toContain(at);
      }
      await person.says(right);
    }
    await tells(person, `Lê Bình, 0905\n${LONG}, 0905000003\n${HTML}`);
    expect(person.heard).toContain(
      "1. Lê An · 0905000001\n2. Lê Bình · 0905\n   ⚠ Số điện thoại thiếu 6 số.",
    );
    expect(person.heard).toContain("⚠ Họ tên dài 300 ký tự");
    expect(person.heard).toContain("⚠ Họ tên chỉ gồm chữ cái, xin bỏ ký tự");
    await tells(person, "xóa 3, 4", "sửa 2: 0905000002", "đúng hết", "đồng ý", "không cần", "gửi");
    expect(person.heard).toContain("Có chỗ: Lê An, Lê Bình.");
    expect(await given.database.client.enterprise.findMany()).toMatchObject([{ name: "Mắm Cô Ba" }]);
  });

  it("changes nothing when everything is sent again, in whatever order", async () => {
    await openClass(given.database);
    const person = await someone({ restarting: true });
    await tells(person, ...registersAlone());
    const before = await person.lines();
    const sent = before.filter(({ from }) => from === "user");
    for (const { id, text } of [...sent].reverse()) expect(await person.repeats(id, text)).toBe(false);
    // Answered after them, so they would have been answered by now.
    await person.says("menu");
    expect((await person.lines()).slice(0, before.length)).toEqual(before);
    expect(await person.lines()).toHaveLength(before.length + 2);
    expect(await standing(given.database)).toEqual(["Võ Thị Ba: confirmed"]);
  });

  it("registers once when two tabs send at the same moment", async () => {
    await openClass(given.database);
    const [one, other] = [await anApp(), await anApp()];
    let conversation: string | undefined;
    const posts = async (app: RunningApp, said: { text: string } | { choice: string }): Promise<void> => {
      const response = await app.web.request("/api/chat/messages", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ id: randomUUID(), conversation, ...said }),
      });
      expect(response.status).toBe(202);
      ({ conversation } = (await response.json()) as { conversation: string });
    };
    for (const text of registersAlone().slice(0, -1)) await posts(one, { text });
    await settled();
    const state = await given.database.client.conversation.findFirstOrThrow();
    const { menu } = JSON.parse(state.state) as { menu: { id: string } };
    const send = { choice: `${menu.id}.0` };
    await Promise.all([posts(one, send), posts(other, send)]);
    await settled();
    expect(await standing(given.database)).toEqual(["Võ Thị Ba: confirmed"]);
    const said = await given.database.client.outgoingMessage.findMany({ orderBy: { seq: "desc" }, take: 2 });
    const texts = said.map(({ body }) => (JSON.parse(body) as { text: string }).text);
    expect(texts[1]).toContain("Đã ghi đăng ký");
    expect(texts[0]).toContain("Mục này thuộc danh sách cũ");
  });

  it("is silent in a group unless it is called, answers questions there, and opens no form", async () => {
    await openClass(given.database);
    await anApp();
    const store = createConversations(given.database, createCommandExecutor({ calendar }));
    const said: readonly (readonly [mentioned: boolean, text: string])[] = [
      [false, "nhãn hàng hóa phải ghi những gì?"],
      [false, "DK 12"],
      [true, "nhãn hàng hóa phải ghi những gì?"],
      [true, "DK 12"],
      [true, "đăng ký lớp"],
      [true, "dữ liệu của tôi"],
    ];
    for (const [at, [mentioned, text]] of said.entries())
      await store.accept(inGroup(String(at), text, mentioned));
    await settled();
    const lines = await createTranscript(given.database).lines(GROUP, 0, 100);
    const answersTo = (at: number): string[] =>
      lines.flatMap(({ inReplyTo, said: { from, ...rest } }) =>
        inReplyTo === String(at) && from === "bot" && "reply" in rest ? [rest.reply.text] : [],
      );
    expect([answersTo(0), answersTo(1)]).toEqual([[], []]);
    expect(answersTo(2)).toEqual([expect.stringContaining("tiếng Việt")]);
    const onlyPrivate = "Việc này cần thông tin riêng, anh/chị nhắn riêng cho tôi để làm ạ.";
    expect([answersTo(3), answersTo(4), answersTo(5)]).toEqual([[onlyPrivate], [onlyPrivate], [onlyPrivate]]);
    const { state } = await given.database.client.conversation.findFirstOrThrow();
    expect(JSON.parse(state)).toMatchObject({ form: null });
    expect(await given.database.client.contact.count()).toBe(0);
  });

  async function settled(): Promise<void> {
    for (let tries = 0; tries < 1_000; tries += 1) {
      if ((await given.database.client.inboxMessage.count({ where: { status: "pending" } })) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error("a message is not answered");
  }
});

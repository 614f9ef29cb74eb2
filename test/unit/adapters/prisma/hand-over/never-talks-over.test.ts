import { expect, it } from "vitest";
import { createCommandExecutor } from "../../../../../src/adapters/prisma/commands/execute.ts";
import { createConversations } from "../../../../../src/adapters/prisma/conversations.ts";
import { createOutbox } from "../../../../../src/adapters/prisma/outbox.ts";
import { PRIORITY, say, type Saying } from "../../../../../src/adapters/prisma/say.ts";
import {
  releaseHold,
  sayAsStaff,
  takeHold,
  takeOverHold,
} from "../../../../../src/adapters/prisma/staff/holds.ts";
import { createTranscript } from "../../../../../src/adapters/prisma/transcript.ts";
import {
  NEW_CONVERSATION,
  type ClaimedMessage,
  type Turn,
} from "../../../../../src/conversation/conversations.ts";
import type { IncomingMessage } from "../../../../../src/conversation/message.ts";
import type { Command } from "../../../../../src/registry/commands.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { by, calendar, deskOver, later, NOW, type Person } from "../../../../support/registry.ts";
import { employs, linksGroup, saidIn } from "../../../../support/staff.ts";

const CALL = { kind: "call_staff", lastWords: "cứu", hold: true } as const;
const MINH = { actor: "minh", now: NOW };

eachDatabase("the bot never talks over a person", (given) => {
  const here = () => deskOver(given.database);
  const store = () => createConversations(given.database, createCommandExecutor({ calendar }));
  const outbox = () => createOutbox(given.database);

  const writes = (person: Person, id: string): IncomingMessage => ({
    id,
    from: person.who(NOW).address,
    sender: person.who(NOW).sender,
    senderName: "Hoa",
    isGroup: false,
    mentioned: true,
    content: { kind: "text", text: `lời ${id}` },
    sentAt: NOW,
  });
  const claim = async (): Promise<ClaimedMessage> => {
    const claimed = await store().claim("a", NOW);
    if (!claimed) throw new Error("nothing to claim");
    return claimed;
  };
  const turn = (claimed: ClaimedMessage, command: Command | null = null): Turn => ({
    claimed,
    command,
    conclude: () => ({ state: NEW_CONVERSATION, replies: [{ text: "bot trả lời" }] }),
    now: NOW,
  });
  const queues = (person: Person, text: string, priority: Saying["priority"]) =>
    given.database.client.$transaction((tx) =>
      say(tx, person.conversationId, { text }, { author: "bot", priority, inReplyTo: null, now: NOW }),
    );
  /** Everything that may leave, as a channel takes it. */
  const leaves = async (): Promise<string[]> => {
    const texts: string[] = [];
    for (;;) {
      const claimed = await outbox().claim({ channel: "test", owner: "a", now: later(1_000), limit: 9 });
      if (claimed.length === 0) return texts;
      for (const message of claimed) {
        texts.push(message.reply.text);
        await outbox().settle(message, { kind: "sent", ref: null }, later(1_000));
      }
    }
  };
  const shown = async (person: Person): Promise<string[]> => {
    const lines = await createTranscript(given.database).lines(person.who(NOW).address, 0, 100);
    return lines.flatMap(({ said }) => (said.from === "user" ? [] : [said.reply.text]));
  };

  it("says nothing of a turn during which staff took over, and passes the message to them", async () => {
    await linksGroup(given.database);
    const hoa = await here().person("hoa");
    await store().accept(writes(hoa, "1"));
    const claimed = await claim();
    await takeHold(here().desk, by, hoa.conversationId);
    expect(await store().commit(turn(claimed))).toEqual({ kind: "held" });
    expect(await hoa.hears()).toHaveLength(1);
    expect(await saidIn(given.database, "nhóm")).toEqual([
      expect.stringContaining("đã nhận cuộc trò chuyện với Hoa"),
      "Hoa nhắn: lời 1",
    ]);
  });

  it("answers anew what was written while staff gave the conversation back", async () => {
    const hoa = await here().person("hoa");
    await takeHold(here().desk, by, hoa.conversationId);
    await store().accept(writes(hoa, "1"));
    const claimed = await claim();
    await releaseHold(here().desk, by, hoa.conversationId);
    expect(await store().commit(turn(claimed, { kind: "tell_staff" }))).toEqual({ kind: "again" });
    const again = await claim();
    expect(again.message.id).toBe("1");
    expect(again.conversation.hold.state).toBe("bot");
    expect(await store().commit(turn(again))).toEqual({ kind: "committed" });
    expect((await hoa.hears()).at(-1)?.text).toBe("bot trả lời");
  });

  it("whoever comes first, a turn and a takeover at the same moment leave no answer after the takeover", async () => {
    const other = await given.another();
    const chats = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => here().person(`hoa ${number}`)));
    for (const hoa of chats) {
      await store().accept(writes(hoa, "1"));
      const claimed = await claim();
      const [committed] = await Promise.all([
        store().commit(turn(claimed)),
        takeHold({ database: other, calendar }, by, hoa.conversationId),
      ]);
      const texts = (await hoa.hears()).map(({ text }) => text);
      const joined = texts.findIndex((text) => text.includes("Cán bộ đã vào"));
      expect(joined).toBeGreaterThanOrEqual(0);
      expect(texts.slice(joined + 1)).toEqual([]);
      expect(texts.includes("bot trả lời")).toBe(committed.kind === "committed");
    }
  });

  it("is held by one of two who take it at the same moment, from two replicas", async () => {
    const other = { database: await given.another(), calendar };
    await employs(given.database, "lan", { name: "Lan" });
    await employs(given.database, "minh", { name: "Minh" });
    for (const number of [1, 2, 3, 4]) {
      const hoa = await here().person(`hoa ${number}`);
      const taken = await Promise.all([
        takeHold(here().desk, by, hoa.conversationId),
        takeHold(other, MINH, hoa.conversationId),
      ]);
      expect(taken.map(({ kind }) => kind).sort()).toEqual(["done", "held_by_other"]);
      const [mine, theirs] = taken[0].kind === "done" ? [by, MINH] : [MINH, by];
      const id = hoa.conversationId;
      expect(await sayAsStaff(here().desk, theirs, id, { text: "?" })).toMatchObject({
        kind: "held_by_other",
        by: mine.actor,
      });
      expect(await takeOverHold(here().desk, theirs, id, "somebody")).toMatchObject({
        kind: "held_by_other",
      });
      expect(await takeOverHold(here().desk, theirs, id, mine.actor)).toEqual({ kind: "done" });
      expect(await sayAsStaff(here().desk, mine, id, { text: "?" })).toMatchObject({
        kind: "held_by_other",
        by: theirs.actor,
      });
      expect((await hoa.hears()).map(({ text }) => text)).toEqual([
        expect.stringContaining("Cán bộ đã vào"),
        expect.stringContaining("Một cán bộ khác"),
      ]);
    }
    const actions = await given.database.client.auditEntry.findMany({ where: { action: "hold.taken_over" } });
    expect(actions).toHaveLength(4);
  });

  it("holds reminders and announcements back until staff are done; then they come after their words", async () => {
    const hoa = await here().person("hoa");
    await queues(hoa, "nhắc trước", PRIORITY.reminder);
    await hoa.does(CALL);
    await queues(hoa, "nhắc lịch", PRIORITY.reminder);
    await queues(hoa, "thông báo", PRIORITY.announcement);
    await queues(hoa, "việc của chính mình", PRIORITY.personal);
    // What is due elsewhere on the channel takes nothing along.
    const binh = await here().person("bình");
    await queues(binh, "nhắc bình", PRIORITY.reminder);
    await queues(binh, "nhắc bình nữa", PRIORITY.reminder);
    expect(await leaves()).toEqual(["việc của chính mình", "nhắc bình", "nhắc bình nữa"]);
    expect(await shown(hoa)).toEqual(["việc của chính mình"]);

    await takeHold(here().desk, by, hoa.conversationId);
    await sayAsStaff(here().desk, by, hoa.conversationId, { text: "Chào chị" });
    expect((await leaves()).join("|")).toMatch(/^Cán bộ đã vào[^|]*\|Chào chị$/);
    await releaseHold(here().desk, by, hoa.conversationId);
    const after = [expect.stringContaining("đã kết thúc"), "nhắc trước", "nhắc lịch", "thông báo"];
    const sent = await leaves();
    expect([...sent].sort()).toEqual([...(await shown(hoa)).slice(-4)].sort());
    expect(sent).toEqual(expect.arrayContaining(after));
    expect((await shown(hoa)).indexOf("Chào chị")).toBeLessThan((await shown(hoa)).indexOf("nhắc trước"));
    expect(sent.indexOf("nhắc lịch")).toBeGreaterThan(sent.indexOf("nhắc trước"));
  });

  it("does not excuse itself while staff talk, however often it fails", async () => {
    const hoa = await here().person("hoa");
    await takeHold(here().desk, by, hoa.conversationId);
    await store().accept(writes(hoa, "1"));
    let now = NOW;
    let ending = "again";
    for (let attempt = 0; attempt < 9 && ending === "again"; attempt += 1) {
      now = new Date(now.getTime() + 3_600_000);
      const claimed = await store().claim("a", now);
      if (claimed) ending = await store().fail(claimed, "broken", { text: "xin lỗi" }, now);
    }
    expect(ending).toBe("dead");
    expect(await shown(hoa)).not.toContain("xin lỗi");
  });
});

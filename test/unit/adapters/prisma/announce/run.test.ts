import { describe, expect, it } from "vitest";
import { moveAnnouncements } from "../../../../../src/adapters/prisma/jobs/announcements.ts";
import { remindOfClasses } from "../../../../../src/adapters/prisma/jobs/reminders.ts";
import { releaseWaiting } from "../../../../../src/adapters/prisma/say.ts";
import { releaseHold, takeHold } from "../../../../../src/adapters/prisma/staff/holds.ts";
import { setPaused } from "../../../../../src/adapters/prisma/staff/settings.ts";
import { inTransaction } from "../../../../../src/adapters/prisma/transaction.ts";
import { EVERYBODY } from "../../../../../src/announce/audience.ts";
import type { SendResult } from "../../../../../src/conversation/channel.ts";
import {
  announcingOver,
  approver,
  only,
  SENT,
  WORDS,
  type Announcing,
} from "../../../../support/announcing.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { by, DAY, HOUR, later, NOW, people, type Person } from "../../../../support/registry.ts";

const REFUSED: SendResult = { kind: "refused", why: "400 chat not found" };
const BLOCKED: SendResult = { kind: "refused", why: "403", because: "blocked" };
const WEEK = 7 * DAY;
const channels = () => ({});

eachDatabase("a run", (given) => {
  const office = () => announcingOver(given.database);
  const crowd = async (here: Announcing, size: number) => {
    for (let at = 0; at < size; at++) await here.follower(`p${String(at).padStart(2, "0")}`);
  };
  const writes = ({ conversationId: id }: Person, chat: string, now: Date) =>
    inTransaction(given.database, (tx) =>
      releaseWaiting(tx, { id, channel: "test", account: "bot", chat }, now),
    );

  describe("that fails too often", () => {
    it("pauses itself, tells why, and goes on when one of the staff says so", async () => {
      const here = office();
      await crowd(here, 30);
      const id = await here.started();
      // Of twenty, seven are refused: more than three in ten.
      let sent = 0;
      for (const message of await here.claim(NOW, "a", 20)) {
        expect(await here.outbox.begin(message, NOW)).toBe(true);
        await here.outbox.settle(message, sent++ < 13 ? SENT : REFUSED, NOW);
      }
      expect(await here.announcements.progress(id, NOW)).toMatchObject({
        status: "paused",
        reason: "error_rate",
        counts: { sent: 13, refused: 7, queued: 10 },
        failures: [{ status: "refused", why: "400 chat not found", count: 7 }],
      });
      expect(await here.claim()).toEqual([]);
      const entries = await given.database.client.auditEntry.findMany({ where: { subject: id } });
      expect(entries.map(({ action }) => action)).toContain("announcement.paused");
      // What failed before somebody looked does not pause it again.
      const after = later(60_000);
      expect(await here.announcements.resume({ ...approver, now: after }, id)).toMatchObject({
        changed: true,
      });
      expect(await here.sends(after, (chat) => (chat === "p29" ? REFUSED : SENT))).toHaveLength(10);
      expect(await here.announcements.progress(id, after)).toMatchObject({
        counts: { sent: 22, refused: 8 },
      });
    });

    it("does not take people who blocked the bot, nor a few refusals, for a fault", async () => {
      const here = office();
      await crowd(here, 24);
      const id = await here.started();
      await here.sends(NOW, (chat) => (chat < "p12" ? BLOCKED : chat < "p14" ? REFUSED : SENT));
      expect(await here.announcements.find(id)).toMatchObject({ status: "sending" });
      expect((await here.standing()).filter((one) => one === "refused: blocked")).toHaveLength(12);
    });
  });

  it("marks who blocked the bot, tells them nothing more, and takes them back when they write", async () => {
    const here = office();
    const an = await here.follower("an");
    await here.started();
    await here.sends(NOW, () => BLOCKED);
    const audience = { audience: EVERYBODY, corrects: null };
    expect(await here.announcements.reach(audience, NOW)).toMatchObject({
      reachable: 0,
      unreachable: [{ reason: "blocked", count: 1 }],
    });
    await here.started({ ...WORDS, title: "Lớp nữa" });
    expect(await here.standing()).toEqual(["refused: blocked", "skipped: blocked"]);
    await writes(an, "an", later(HOUR));
    expect(await here.announcements.reach(audience, later(HOUR))).toMatchObject({ reachable: 1 });
  });

  it("goes to people beyond a channel's window when they next write, unless it is over by then", async () => {
    const here = announcingOver(given.database, () => ({ windowMs: WEEK }));
    const [an, binh] = [await here.follower("an"), await here.follower("binh")];
    await given.database.client.conversation.updateMany({
      where: { id: { in: [an.conversationId, binh.conversationId] } },
      data: { lastMessageAt: later(-WEEK - 1) },
    });
    await here.follower("chi");
    const id = await here.started();
    expect(await here.announcements.reach({ audience: EVERYBODY, corrects: null }, NOW)).toMatchObject({
      reachable: 1,
      whenTheyWrite: 2,
    });
    expect(await here.sends()).toEqual(["chi"]);
    await moveAnnouncements(here.desk, channels, NOW);
    expect(await here.announcements.find(id)).toMatchObject({ status: "sent" });
    await writes(an, "an", later(HOUR));
    expect(await here.sends(later(HOUR))).toEqual(["an"]);
    await moveAnnouncements(here.desk, channels, later(DAY));
    await writes(binh, "binh", later(DAY));
    expect(await here.sends(later(DAY))).toEqual([]);
    expect((await here.standing()).sort()).toEqual(["sent", "sent", "skipped: expired"]);
  });

  it("is corrected for those who may have read it, whatever they chose since", async () => {
    const here = office();
    const [an, binh, chi] = [
      await here.follower("an"),
      await here.follower("binh"),
      await here.follower("chi"),
    ];
    const dung = await here.follower("dung");
    const id = await here.started({ ...WORDS, audience: { ...EVERYBODY, topics: ["lop"] } });
    const ends: Record<string, SendResult> = {
      an: SENT,
      binh: { kind: "unknown", why: "no answer" },
      chi: REFUSED,
      dung: SENT,
    };
    await here.sends(NOW, (chat) => ends[chat] ?? SENT);
    // Another topic now: still one of those who read it. Who said no is told nothing.
    await an.does({ kind: "unfollow", topics: ["lop"] });
    await dung.does({ kind: "withdraw_consent", purpose: "announcement" });
    await here.follower("moi");
    const corrected = await here.announcements.correct(by, id);
    if (corrected.kind !== "done") throw new Error(corrected.kind);
    const record = await here.announcements.find(corrected.id);
    expect(record).toMatchObject({ status: "draft", corrects: { id }, title: "Đính chính: Lớp mới" });
    expect(await here.announcements.find(id)).toMatchObject({ corrections: [{ id: corrected.id }] });
    const submitted = await here.announcements.submit(by, { id: corrected.id, revision: 0 });
    if (submitted.kind !== "done") throw new Error(submitted.kind);
    await here.sendOff({ id: corrected.id, revision: submitted.revision });
    await moveAnnouncements(here.desk, channels, NOW);
    expect((await here.sends()).sort()).toEqual(["an", "binh"]);
    expect((await binh.hears()).at(-1)?.text).toContain("ĐÍNH CHÍNH thông báo “Lớp mới”");
    expect(await chi.hears()).toEqual([]);
  });

  it("leaves a list of whom to telephone: who agreed and was not reached, nobody else", async () => {
    const here = office();
    const ends: Record<string, SendResult> = {
      an: SENT,
      binh: BLOCKED,
      chi: { kind: "unknown", why: "no answer" },
      dung: { kind: "when_they_write", why: "7 days" },
      hoa: REFUSED,
    };
    const event = await here.event({ capacity: 99 });
    for (const chat of [...Object.keys(ends), "yen"]) {
      const who = await here.follower(chat);
      await who.registers(event, people(1), { submitter: { name: chat, phone: `09051234${chat.length}` } });
    }
    // Never agreed to be told.
    await (await here.person("la")).registers(event, people(1));
    const id = await here.started();
    const hoa = await given.database.client.contact.findFirstOrThrow({ where: { name: "hoa" } });
    await here.sends(later(1000), (chat) => ends[chat] ?? REFUSED);
    await given.database.client.consent.updateMany({
      where: { contactId: hoa.id, purpose: "announcement" },
      data: { withdrawnAt: NOW },
    });
    const list = await here.announcements.callList(by, id);
    expect(list.map(({ name, reason }) => `${name}: ${reason}`).sort()).toEqual([
      "binh: refused",
      "chi: unknown",
      "dung: waiting",
      "yen: refused",
    ]);
    expect(list[0]?.phone).toMatch(/^09051234/u);
    const entries = await given.database.client.auditEntry.findMany({
      where: { action: "announcement.call_list.looked_at" },
    });
    expect(entries).toHaveLength(1);
  });

  describe("that somebody does not want any more", () => {
    it("obeys while staff talk to them, and while it is paused", async () => {
      const here = office();
      const [an, binh] = [await here.follower("an"), await here.follower("binh")];
      const id = await here.started();
      await an.does({ kind: "call_staff", lastWords: "", hold: true });
      await takeHold(here.desk, by, an.conversationId);
      await here.announcements.pause(approver, id);
      for (const who of [an, binh]) await who.does({ kind: "withdraw_consent", purpose: "announcement" });
      await releaseHold(here.desk, by, an.conversationId);
      await here.announcements.resume(approver, id);
      expect(await here.sends()).toEqual([]);
      expect(await here.standing()).toEqual(["skipped: opted_out", "skipped: opted_out"]);
    });

    it("obeys one who is waited for, and lets the others have it", async () => {
      const here = office();
      const an = await here.follower("an");
      await here.follower("binh");
      await here.started();
      const result: SendResult = { kind: "when_they_write", why: "7 days" };
      expect(await here.sends(later(1000), (chat) => (chat === "an" ? result : SENT))).toHaveLength(2);
      await an.does({ kind: "withdraw_consent", purpose: "announcement" });
      await writes(an, "an", later(HOUR));
      expect(await here.sends(later(HOUR))).toEqual([]);
      expect((await here.standing()).sort()).toEqual(["sent", "skipped: opted_out"]);
    });
  });

  it("waits while staff talk to somebody, and reaches them when they are done", async () => {
    const here = office();
    const an = await here.follower("an");
    await here.started();
    await an.does({ kind: "call_staff", lastWords: "", hold: true });
    await takeHold(here.desk, by, an.conversationId);
    expect(await here.sends()).toEqual([]);
    await releaseHold(here.desk, by, an.conversationId);
    expect(await here.sends()).toEqual(["an"]);
  });

  describe("while the bot is switched off", () => {
    const switched = async ({ desk }: Announcing, off: boolean, seen: number) => {
      expect(await setPaused(desk, by, off, seen)).toMatchObject({ kind: "done" });
    };

    it("leaves nothing, not even what was claimed before, and goes on afterwards", async () => {
      const here = office();
      const an = await here.follower("an");
      const id = await here.started();
      const message = only(await here.claim());
      await switched(here, true, 0);
      expect(await here.outbox.begin(message, NOW)).toBe(false);
      expect(await here.claim()).toEqual([]);
      await moveAnnouncements(here.desk, channels, NOW);
      expect(await here.announcements.find(id)).toMatchObject({ status: "sending" });
      // What answers somebody still leaves.
      await an.does({ kind: "call_staff", lastWords: "", hold: true });
      await switched(here, false, 1);
      await given.database.client.conversation.updateMany({ data: { holdState: "bot" } });
      expect(await here.sends()).toEqual(["an"]);
    });

    it("lets what is over by then not leave at all, a reminder as well", async () => {
      const here = office();
      const an = await here.follower("an");
      await an.registers(await here.event(), people(1));
      const expiresAt = later(9 * DAY);
      const id = await here.started({ ...WORDS, expiresAt });
      await switched(here, true, 0);
      await remindOfClasses(here.desk, channels, later(9 * DAY));
      expect(await here.sends(later(9 * DAY - 1))).toEqual([]);
      await switched(here, false, 1);
      await moveAnnouncements(here.desk, channels, later(10 * DAY));
      expect(await here.sends(later(10 * DAY))).toEqual([]);
      expect(await here.announcements.find(id)).toMatchObject({ status: "sent", sent: 0 });
    });

    it("is approved and stopped as ever", async () => {
      const here = office();
      await here.follower("an");
      await switched(here, true, 0);
      const id = await here.started();
      expect(await here.standing()).toEqual(["queued"]);
      await here.announcements.stop(approver, id, "nhầm");
      await switched(here, false, 1);
      expect(await here.sends()).toEqual([]);
    });
  });
});

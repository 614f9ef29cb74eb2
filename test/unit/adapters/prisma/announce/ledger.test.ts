import { describe, expect, it } from "vitest";
import { moveAnnouncements } from "../../../../../src/adapters/prisma/jobs/announcements.ts";
import { createAnnouncements } from "../../../../../src/adapters/prisma/console/announcements.ts";
import { createOutbox } from "../../../../../src/adapters/prisma/outbox.ts";
import { releaseWaiting } from "../../../../../src/adapters/prisma/say.ts";
import { inTransaction } from "../../../../../src/adapters/prisma/transaction.ts";
import type { AnnouncementWords } from "../../../../../src/announce/announcement.ts";
import { EVERYBODY } from "../../../../../src/announce/audience.ts";
import type { OutgoingMessage } from "../../../../../src/outbox/outbox.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { agree, by, DAY, deskOver, HOUR, later, NOW, type Person } from "../../../../support/registry.ts";

const WORDS: AnnouncementWords = {
  title: "Lớp mới",
  body: "Mời anh/chị dự lớp.",
  eventId: null,
  link: null,
  audience: EVERYBODY,
  scheduledAt: null,
  expiresAt: later(DAY),
};
const approver = { actor: "giam-doc", now: NOW };
const SENT = { kind: "sent", ref: "1" } as const;

eachDatabase("announcements", (given) => {
  const office = () => {
    const { desk, person } = deskOver(given.database);
    const announcements = createAnnouncements({ desk, channels: () => ({}), previews: () => [] });
    const outbox = createOutbox(given.database);
    const claim = (now = NOW, owner = "a") => outbox.claim({ channel: "test", owner, now, limit: 10 });
    return { desk, person, announcements, outbox, claim };
  };
  type Office = ReturnType<typeof office>;

  async function follower({ person }: Office, chat: string): Promise<Person> {
    const who = await person(chat);
    await who.does({ kind: "follow", topics: ["lop"], consents: [agree("announcement")] });
    return who;
  }

  async function submitted(
    { announcements }: Office,
    words = WORDS,
  ): Promise<{ id: string; revision: number }> {
    const drafted = await announcements.draft(by, words, null);
    if (drafted.kind !== "done") throw new Error(drafted.kind);
    const done = await announcements.submit(by, drafted);
    if (done.kind !== "done") throw new Error(done.kind);
    return { id: drafted.id, revision: done.revision };
  }

  async function scheduled(here: Office, words = WORDS): Promise<string> {
    const { id, revision } = await submitted(here, words);
    const approved = await here.announcements.approve(approver, { id, revision });
    if (approved.kind !== "done") throw new Error(approved.kind);
    const sent = await here.announcements.send(approver, { id, revision: approved.revision });
    expect(sent).toMatchObject({ kind: "done", already: false });
    return id;
  }

  async function started(here: Office, words = WORDS): Promise<string> {
    const id = await scheduled(here, words);
    await moveAnnouncements(here.desk, () => ({}), NOW);
    return id;
  }

  const standing = async () => {
    const rows = await given.database.client.delivery.findMany({ orderBy: { id: "asc" } });
    return rows.map(({ status, reason }) => (reason === null ? status : `${status}: ${reason}`));
  };
  const only = (messages: readonly OutgoingMessage[]): OutgoingMessage => {
    const [message, another] = messages;
    if (!message || another) throw new Error(`${messages.length} messages`);
    return message;
  };

  describe("approval", () => {
    it("is not the author's, unless the setting for one person is on", async () => {
      const here = office();
      const seen = await submitted(here);
      expect(await here.announcements.approve(by, seen)).toEqual({ kind: "needs_another_person" });
      expect(await here.announcements.approve(approver, seen)).toMatchObject({ kind: "done", alone: false });
    });

    it("is voided by any edit, also of one that waits for its hour", async () => {
      const here = office();
      await follower(here, "an");
      const id = await scheduled(here, { ...WORDS, scheduledAt: later(HOUR) });
      const before = await here.announcements.find(id);
      const seen = { id, revision: before?.revision ?? -1 };
      const edited = { ...WORDS, body: "Khác." };
      expect(await here.announcements.edit(by, seen, edited, "keep")).toMatchObject({ kind: "done" });
      expect(await here.announcements.find(id)).toMatchObject({ status: "draft", approver: null });
      await moveAnnouncements(here.desk, () => ({}), later(2 * HOUR));
      expect(await standing()).toEqual([]);
    });

    it("is given once by two approvers at once", async () => {
      const here = office();
      const seen = await submitted(here);
      const ends = await Promise.all(
        ["một", "hai"].map((actor) => here.announcements.approve({ actor, now: NOW }, seen)),
      );
      expect(ends.map(({ kind }) => kind).sort()).toEqual(["done", "stale"]);
    });

    it("does not hold for words that somebody changed behind its back", async () => {
      const here = office();
      await follower(here, "an");
      const id = await scheduled(here);
      await given.database.client.announcement.update({ where: { id }, data: { body: "Đổi lén." } });
      await moveAnnouncements(here.desk, () => ({}), NOW);
      expect(await here.announcements.find(id)).toMatchObject({ status: "draft" });
      expect(await standing()).toEqual([]);
    });
  });

  it("sends once on a double click, and makes one row each although two replicas begin it", async () => {
    const here = office();
    await follower(here, "an");
    await follower(here, "bình");
    await here.person("chi").then((chi) => chi.does({ kind: "make_contact_code" }));
    const { id, revision } = await submitted(here);
    const approved = await here.announcements.approve(approver, { id, revision });
    if (approved.kind !== "done") throw new Error(approved.kind);
    const seen = { id, revision: approved.revision };
    const clicks = await Promise.all([
      here.announcements.send(approver, seen),
      here.announcements.send(approver, seen),
    ]);
    expect(clicks.filter((one) => one.kind === "done" && !one.already)).toHaveLength(1);
    await Promise.all([
      moveAnnouncements(here.desk, () => ({}), NOW),
      moveAnnouncements({ ...here.desk, database: await given.another() }, () => ({}), NOW),
    ]);
    expect((await standing()).sort()).toEqual(["queued", "queued", "skipped: no_consent"]);
  });

  it("counts whom it would reach, and why not the others", async () => {
    const here = office();
    await follower(here, "an");
    const blocked = await follower(here, "bình");
    await given.database.client.conversation.update({
      where: { id: blocked.conversationId },
      data: { blockedAt: NOW },
    });
    await here.person("chi").then((chi) => chi.does({ kind: "make_contact_code" }));
    expect(await here.announcements.reach({ audience: EVERYBODY, corrects: null }, NOW)).toEqual({
      total: 3,
      reachable: 1,
      byChannel: [{ channel: "test", count: 1 }],
      whenTheyWrite: 0,
      unreachable: expect.arrayContaining([
        { reason: "blocked", count: 1 },
        { reason: "no_consent", count: 1 },
      ]) as unknown,
    });
  });

  it("shows a line once it is marked, settles it, and ends when all are through", async () => {
    const here = office();
    const an = await follower(here, "an");
    const id = await started(here);
    const message = only(await here.claim());
    expect(await an.hears()).toEqual([]);
    expect(await here.outbox.begin(message, NOW)).toBe(true);
    expect(await an.hears()).toMatchObject([
      { priority: 2, text: expect.stringContaining("Lớp mới") as string },
    ]);
    await here.outbox.settle(message, SENT, NOW);
    expect(await standing()).toEqual(["sent"]);
    await moveAnnouncements(here.desk, () => ({}), NOW);
    expect(await here.announcements.find(id)).toMatchObject({ status: "sent", people: 1, sent: 1 });
  });

  it("obeys an opt-out in the middle of a run, also of what was claimed already", async () => {
    const here = office();
    const an = await follower(here, "an");
    await started(here);
    const message = only(await here.claim());
    await an.does({ kind: "withdraw_consent", purpose: "announcement" });
    expect(await here.outbox.begin(message, NOW)).toBe(false);
    expect(await standing()).toEqual(["skipped: opted_out"]);
    expect(await an.hears()).toEqual([]);
  });

  it("sends nothing that was claimed before a pause or a stop", async () => {
    const here = office();
    await follower(here, "an");
    const id = await started(here);
    const message = only(await here.claim());
    expect(await here.announcements.pause(approver, id)).toEqual({ kind: "done", changed: true });
    expect(await here.outbox.begin(message, NOW)).toBe(false);
    expect(await here.claim()).toEqual([]);
    await here.announcements.resume(approver, id);
    const again = only(await here.claim());
    await here.announcements.stop(approver, id, "nhầm");
    expect(await here.outbox.begin(again, NOW)).toBe(false);
    expect(await standing()).toEqual(["skipped: stopped"]);
  });

  it("takes anew what was not marked, shows what was as unknown, and resends it only when told", async () => {
    const here = office();
    await follower(here, "an");
    await follower(here, "bình");
    await started(here);
    const [first, second] = await here.claim();
    if (!first || !second) throw new Error("not claimed");
    expect(await here.outbox.begin(first, NOW)).toBe(true);
    const after = later(120_000);
    const taken = only(await here.claim(after, "b"));
    expect(taken.id).toBe(second.id);
    expect((await standing()).sort()).toEqual(["leased", "unknown: the sender went away"]);
    // The first sender comes back: its word is too late.
    await here.outbox.settle(first, SENT, after);
    expect(await here.outbox.begin(second, after)).toBe(false);
    expect(await here.announcements.resend({ ...approver, now: after }, first.id)).toEqual({ kind: "done" });
    expect(only(await here.claim(after, "b")).id).toBe(first.id);
  });

  it("lets nothing leave after its expiry, after an outage as well", async () => {
    const here = office();
    await follower(here, "an");
    const id = await started(here);
    expect(await here.claim(later(2 * DAY))).toEqual([]);
    await moveAnnouncements(here.desk, () => ({}), later(2 * DAY));
    expect(await standing()).toEqual(["skipped: expired"]);
    expect(await here.announcements.find(id)).toMatchObject({ status: "sent" });
    const late = await scheduled(here, { ...WORDS, title: "Trễ" });
    await moveAnnouncements(here.desk, () => ({}), later(2 * DAY));
    expect(await here.announcements.find(late)).toMatchObject({ status: "stopped", reason: "expired" });
  });

  it("is quiet from ten in the evening to six", async () => {
    const here = office();
    await follower(here, "an");
    await started(here, { ...WORDS, expiresAt: later(3 * DAY) });
    // Nine in the morning there: thirteen hours later it is ten in the evening, twenty-one later six.
    expect(await here.claim(later(13 * HOUR))).toEqual([]);
    expect(await here.claim(later(21 * HOUR - 1))).toEqual([]);
    expect(await here.claim(later(21 * HOUR))).toHaveLength(1);
  });

  it("waits for who must write first, and leaves when they do", async () => {
    const here = office();
    const an = await follower(here, "an");
    await started(here);
    const message = only(await here.claim(later(1000)));
    await here.outbox.begin(message, later(1000));
    await here.outbox.settle(message, { kind: "when_they_write", why: "7 days" }, later(1000));
    expect(await standing()).toEqual(["waiting: window"]);
    expect(await here.claim(later(HOUR))).toEqual([]);
    const id = an.conversationId;
    const place = { id, channel: "test", account: "bot", chat: "an" };
    await inTransaction(given.database, (tx) => releaseWaiting(tx, place, later(HOUR)));
    expect(only(await here.claim(later(HOUR))).to.chat).toBe("an");
  });

  it("keeps an account at rest that was told to wait for hours, and no other", async () => {
    const here = office();
    await follower(here, "an");
    await started(here);
    await here.outbox.rest({ channel: "test", account: "khác" }, later(3 * HOUR), "429", NOW);
    const message = only(await here.claim());
    await here.outbox.begin(message, NOW);
    await here.outbox.settle(message, { kind: "retry", because: "pace", afterMs: 1, why: "429" }, NOW);
    await here.outbox.rest({ channel: "test", account: "bot" }, later(3 * HOUR), "429", NOW);
    expect(await here.claim(later(2 * HOUR))).toEqual([]);
    expect(await here.claim(later(3 * HOUR))).toHaveLength(1);
  });

  it("reaches somebody who joined two channels once, where they wrote last", async () => {
    const here = office();
    const an = await follower(here, "an");
    const zalo = await follower(here, "an-zalo");
    const made = await an.does({ kind: "make_contact_code" });
    if (made.kind !== "contact_code_made") throw new Error(made.kind);
    expect(await zalo.does({ kind: "join_contacts", code: made.code })).toEqual({ kind: "contacts_joined" });
    expect(await zalo.does({ kind: "join_contacts", code: made.code })).toEqual({
      kind: "contact_code_refused",
    });
    await given.database.client.conversation.update({
      where: { id: zalo.conversationId },
      data: { lastMessageAt: later(1) },
    });
    await started(here);
    expect(only(await here.claim()).to.chat).toBe("an-zalo");
  });

  it("keeps a no that was said on one channel after a yes on the other", async () => {
    const here = office();
    const an = await follower(here, "an");
    const zalo = await follower(here, "an-zalo");
    await zalo.does({ kind: "withdraw_consent", purpose: "announcement" }, later(HOUR));
    const made = await an.does({ kind: "make_contact_code" }, later(HOUR));
    if (made.kind !== "contact_code_made") throw new Error(made.kind);
    await zalo.does({ kind: "join_contacts", code: made.code }, later(HOUR));
    expect((await an.mine()).consents).toEqual([]);
    await started(here);
    expect(await standing()).toEqual(["skipped: no_consent"]);
  });
});

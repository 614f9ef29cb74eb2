import { describe, expect, it } from "vitest";
import { moveAnnouncements } from "../../../../../src/adapters/prisma/jobs/announcements.ts";
import { releaseWaiting } from "../../../../../src/adapters/prisma/say.ts";
import { inTransaction } from "../../../../../src/adapters/prisma/transaction.ts";
import { EVERYBODY } from "../../../../../src/announce/audience.ts";
import { announcingOver, approver, only, SENT, WORDS } from "../../../../support/announcing.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { by, DAY, HOUR, later, NOW } from "../../../../support/registry.ts";

eachDatabase("announcements", (given) => {
  const office = () => announcingOver(given.database);

  describe("approval", () => {
    it("is not the author's, unless the setting for one person is on", async () => {
      const here = office();
      const seen = await here.submitted();
      expect(await here.announcements.approve(by, seen)).toEqual({ kind: "needs_another_person" });
      expect(await here.announcements.approve(approver, seen)).toMatchObject({ kind: "done", alone: false });
    });

    it("is voided by any edit, also of one that waits for its hour", async () => {
      const here = office();
      await here.follower("an");
      const id = await here.scheduled({ ...WORDS, scheduledAt: later(HOUR) });
      const before = await here.announcements.find(id);
      const seen = { id, revision: before?.revision ?? -1 };
      const edited = { ...WORDS, body: "Khác." };
      expect(await here.announcements.edit(by, seen, edited, "keep")).toMatchObject({ kind: "done" });
      expect(await here.announcements.find(id)).toMatchObject({ status: "draft", approver: null });
      await moveAnnouncements(here.desk, () => ({}), later(2 * HOUR));
      expect(await here.standing()).toEqual([]);
    });

    it("is given once by two approvers at once", async () => {
      const here = office();
      const seen = await here.submitted();
      const ends = await Promise.all(
        ["một", "hai"].map((actor) => here.announcements.approve({ actor, now: NOW }, seen)),
      );
      expect(ends.map(({ kind }) => kind).sort()).toEqual(["done", "stale"]);
    });

    it("does not hold for words that somebody changed behind its back", async () => {
      const here = office();
      await here.follower("an");
      const id = await here.scheduled();
      await given.database.client.announcement.update({ where: { id }, data: { body: "Đổi lén." } });
      await moveAnnouncements(here.desk, () => ({}), NOW);
      expect(await here.announcements.find(id)).toMatchObject({ status: "draft" });
      expect(await here.standing()).toEqual([]);
    });
  });

  it("sends once on a double click, and makes one row each although two replicas begin it", async () => {
    const here = office();
    await here.follower("an");
    await here.follower("bình");
    await here.person("chi").then((chi) => chi.does({ kind: "make_contact_code" }));
    const { id, revision } = await here.submitted();
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
    expect((await here.standing()).sort()).toEqual(["queued", "queued", "skipped: no_consent"]);
  });

  it("counts whom it would reach, and why not the others", async () => {
    const here = office();
    await here.follower("an");
    const blocked = await here.follower("bình");
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
    const an = await here.follower("an");
    const id = await here.started();
    const message = only(await here.claim());
    expect(await an.hears()).toEqual([]);
    expect(await here.outbox.begin(message, NOW)).toBe(true);
    expect(await an.hears()).toMatchObject([
      { priority: 2, text: expect.stringContaining("Lớp mới") as string },
    ]);
    await here.outbox.settle(message, SENT, NOW);
    expect(await here.standing()).toEqual(["sent"]);
    await moveAnnouncements(here.desk, () => ({}), NOW);
    expect(await here.announcements.find(id)).toMatchObject({ status: "sent", people: 1, sent: 1 });
  });

  it("obeys an opt-out in the middle of a run, also of what was claimed already", async () => {
    const here = office();
    const an = await here.follower("an");
    await here.started();
    const message = only(await here.claim());
    await an.does({ kind: "withdraw_consent", purpose: "announcement" });
    expect(await here.outbox.begin(message, NOW)).toBe(false);
    expect(await here.standing()).toEqual(["skipped: opted_out"]);
    expect(await an.hears()).toEqual([]);
  });

  it("sends nothing that was claimed before a pause or a stop", async () => {
    const here = office();
    await here.follower("an");
    const id = await here.started();
    const message = only(await here.claim());
    expect(await here.announcements.pause(approver, id)).toEqual({ kind: "done", changed: true });
    expect(await here.outbox.begin(message, NOW)).toBe(false);
    expect(await here.claim()).toEqual([]);
    await here.announcements.resume(approver, id);
    const again = only(await here.claim());
    await here.announcements.stop(approver, id, "nhầm");
    expect(await here.outbox.begin(again, NOW)).toBe(false);
    expect(await here.standing()).toEqual(["skipped: stopped"]);
  });

  it("takes anew what was not marked, shows what was as unknown, and resends it only when told", async () => {
    const here = office();
    await here.follower("an");
    await here.follower("bình");
    await here.started();
    const [first, second] = await here.claim();
    if (!first || !second) throw new Error("not claimed");
    expect(await here.outbox.begin(first, NOW)).toBe(true);
    const after = later(120_000);
    const taken = only(await here.claim(after, "b"));
    expect(taken.id).toBe(second.id);
    expect((await here.standing()).sort()).toEqual(["leased", "unknown: the sender went away"]);
    // The first sender comes back: its word is too late.
    await here.outbox.settle(first, SENT, after);
    expect(await here.outbox.begin(second, after)).toBe(false);
    expect(await here.announcements.resend({ ...approver, now: after }, first.id)).toEqual({ kind: "done" });
    expect(only(await here.claim(after, "b")).id).toBe(first.id);
  });

  it("lets nothing leave after its expiry, after an outage as well", async () => {
    const here = office();
    await here.follower("an");
    const id = await here.started();
    expect(await here.claim(later(2 * DAY))).toEqual([]);
    await moveAnnouncements(here.desk, () => ({}), later(2 * DAY));
    expect(await here.standing()).toEqual(["skipped: expired"]);
    expect(await here.announcements.find(id)).toMatchObject({ status: "sent" });
    const late = await here.scheduled({ ...WORDS, title: "Trễ" });
    await moveAnnouncements(here.desk, () => ({}), later(2 * DAY));
    expect(await here.announcements.find(late)).toMatchObject({ status: "stopped", reason: "expired" });
  });

  it("is quiet from ten in the evening to six", async () => {
    const here = office();
    await here.follower("an");
    await here.started({ ...WORDS, expiresAt: later(3 * DAY) });
    // Nine in the morning there: thirteen hours later it is ten in the evening, twenty-one later six.
    expect(await here.claim(later(13 * HOUR))).toEqual([]);
    expect(await here.claim(later(21 * HOUR - 1))).toEqual([]);
    expect(await here.claim(later(21 * HOUR))).toHaveLength(1);
  });

  it("waits for who must write first, and leaves when they do", async () => {
    const here = office();
    const an = await here.follower("an");
    await here.started();
    const message = only(await here.claim(later(1000)));
    await here.outbox.begin(message, later(1000));
    await here.outbox.settle(message, { kind: "when_they_write", why: "7 days" }, later(1000));
    expect(await here.standing()).toEqual(["waiting: window"]);
    expect(await here.claim(later(HOUR))).toEqual([]);
    const id = an.conversationId;
    const place = { id, channel: "test", account: "bot", chat: "an" };
    await inTransaction(given.database, (tx) => releaseWaiting(tx, place, later(HOUR)));
    expect(only(await here.claim(later(HOUR))).to.chat).toBe("an");
  });

  it("keeps an account at rest that was told to wait for hours, and no other", async () => {
    const here = office();
    await here.follower("an");
    await here.started();
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
    const an = await here.follower("an");
    const zalo = await here.follower("an-zalo");
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
    await here.started();
    expect(only(await here.claim()).to.chat).toBe("an-zalo");
  });

  it("keeps a no that was said on one channel after a yes on the other", async () => {
    const here = office();
    const an = await here.follower("an");
    const zalo = await here.follower("an-zalo");
    await zalo.does({ kind: "withdraw_consent", purpose: "announcement" }, later(HOUR));
    const made = await an.does({ kind: "make_contact_code" }, later(HOUR));
    if (made.kind !== "contact_code_made") throw new Error(made.kind);
    await zalo.does({ kind: "join_contacts", code: made.code }, later(HOUR));
    expect((await an.mine()).consents).toEqual([]);
    await here.started();
    expect(await here.standing()).toEqual(["skipped: no_consent"]);
  });
});

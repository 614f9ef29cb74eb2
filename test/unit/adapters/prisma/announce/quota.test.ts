import { beforeEach, expect, it } from "vitest";
import { createAnnouncements } from "../../../../../src/adapters/prisma/console/announcements.ts";
import { moveAnnouncements } from "../../../../../src/adapters/prisma/jobs/announcements.ts";
import { createOutbox } from "../../../../../src/adapters/prisma/outbox.ts";
import { createQuotaStore } from "../../../../../src/adapters/prisma/quota.ts";
import { EVERYBODY } from "../../../../../src/announce/audience.ts";
import type { ReachOf } from "../../../../../src/announce/reach.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { agree, by, DAY, deskOver, later, NOW } from "../../../../support/registry.ts";

const WORDS = {
  title: "Lớp mới",
  body: "Mời anh/chị dự lớp.",
  eventId: null,
  link: null,
  audience: EVERYBODY,
  scheduledAt: null,
  expiresAt: null,
};
const PLAN = 10;
const NEXT_MONTH = later(20 * DAY);

eachDatabase("a channel whose plan allows ten messages a month", (given) => {
  const channels: ReachOf = () => ({
    quota: { messages: PLAN, periodOf: (now) => now.toISOString().slice(0, 7) },
  });
  const office = () => {
    const { desk, person } = deskOver(given.database);
    return { desk, person, announcements: createAnnouncements({ desk, channels, previews: () => [] }) };
  };
  const used = (n: number) => createQuotaStore(given.database, "test").add("bot", "2026-11", n);
  const standing = async () => {
    const rows = await given.database.client.delivery.findMany({ orderBy: { contactId: "asc" } });
    return rows.map(({ status, reason }) => [status, reason].filter(Boolean).join(": "));
  };

  beforeEach(async () => {
    for (const chat of ["an", "bình", "chi"]) {
      const who = await office().person(chat);
      await who.does({ kind: "follow", topics: ["lop"], consents: [agree("announcement")] });
    }
  });

  async function started(): Promise<void> {
    const { announcements, desk } = office();
    const approver = { actor: "giam-doc", now: NOW };
    const drafted = await announcements.draft(by, WORDS, null);
    if (drafted.kind !== "done") throw new Error(drafted.kind);
    const seen = { id: drafted.id, revision: drafted.revision };
    for (const step of [
      () => announcements.submit(by, seen),
      () => announcements.approve(approver, seen),
      () => announcements.send(approver, seen),
    ]) {
      const done = await step();
      if (done.kind !== "done") throw new Error(done.kind);
      seen.revision = done.revision;
    }
    await moveAnnouncements(desk, channels, NOW);
  }

  it("reaches as many as the rest of the month allows, and all of them in the next", async () => {
    const { announcements } = office();
    const reach = (now: Date) => announcements.reach({ audience: EVERYBODY, corrects: null }, now);
    expect(await reach(NOW)).toMatchObject({ reachable: 3, unreachable: [] });
    await used(8);
    expect(await reach(NOW)).toMatchObject({
      total: 3,
      reachable: 2,
      unreachable: [{ reason: "quota", count: 1 }],
    });
    await used(5);
    expect(await reach(NOW)).toMatchObject({ reachable: 0, unreachable: [{ reason: "quota", count: 3 }] });
    expect(await reach(NEXT_MONTH)).toMatchObject({ reachable: 3, unreachable: [] });
  });

  it("begins a run with a row for everybody, those beyond the plan being left out with the reason", async () => {
    await used(9);
    await started();
    expect((await standing()).sort()).toEqual(["queued", "skipped: quota", "skipped: quota"]);
  });

  it("leaves out also whom replies to others, in the middle of the run, left no room for", async () => {
    await started();
    const outbox = createOutbox(given.database);
    const [first] = await outbox.claim({ channel: "test", owner: "a", now: NOW, limit: 1 });
    if (!first) throw new Error("nothing was claimed");
    await outbox.begin(first, NOW);
    await outbox.settle(first, { kind: "refused", why: "hết hạn mức", because: "quota" }, NOW);
    expect((await standing()).sort()).toEqual(["queued", "queued", "skipped: quota"]);
  });
});

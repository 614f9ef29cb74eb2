import { expect, it } from "vitest";
import { setNotice, setPaused, settingsNow } from "../../../../src/adapters/prisma/staff/settings.ts";
import { createWatch } from "../../../../src/adapters/prisma/watch.ts";
import { eachDatabase } from "../../../support/database.ts";
import { by, deskOver, HOUR, later, NOW } from "../../../support/registry.ts";

const STORM = { text: "  Sở tạm đóng cửa vì bão. ", from: later(HOUR), until: later(3 * HOUR) };

eachDatabase("settings", (given) => {
  const failing = (error: unknown) => {
    throw error;
  };
  const watching = () => createWatch(given.database, () => Promise.resolve(), failing);

  it("have a value before anybody touched them", async () => {
    expect(await settingsNow(given.database)).toEqual({
      "bot.paused": { value: false, revision: 0 },
      "bot.notice": { value: null, revision: 0 },
      "knowledge.one_person": { value: false, revision: 0 },
      "announcements.one_person": { value: false, revision: 0 },
    });
    const { settings, look } = watching();
    expect([settings.paused(), settings.notice(NOW)]).toEqual([false, null]);
    await look();
    expect([settings.paused(), settings.notice(NOW)]).toEqual([false, null]);
  });

  it("hold on every replica after its next look, with before and after in the audit", async () => {
    const { desk } = deskOver(given.database);
    const here = watching();
    const there = createWatch(await given.another(), () => Promise.resolve(), failing);
    await there.look();
    expect(await setPaused(desk, by, true, 0)).toEqual({ kind: "done", revision: 1 });
    expect(await setNotice(desk, by, STORM, 0)).toEqual({ kind: "done", revision: 1 });
    for (const { settings, look } of [here, there]) {
      await look();
      expect(settings.paused()).toBe(true);
      expect(settings.notice(later(HOUR - 1))).toBeNull();
      expect(settings.notice(later(HOUR))).toMatchObject({
        text: "Sở tạm đóng cửa vì bão.",
        from: STORM.from,
        until: STORM.until,
      });
      expect(settings.notice(later(3 * HOUR))).toBeNull();
    }
    expect(await setPaused(desk, by, false, 1)).toEqual({ kind: "done", revision: 2 });
    await there.look();
    expect(there.settings.paused()).toBe(false);
    const entries = await given.database.client.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(
      entries.map(({ actor, action, detail }) => [actor, action, JSON.parse(detail) as unknown]),
    ).toEqual([
      ["staff:lan", "setting.bot.paused", { before: "false", after: "true" }],
      [
        "staff:lan",
        "setting.bot.notice",
        { before: "null", after: expect.stringContaining("đóng cửa vì bão") as string },
      ],
      ["staff:lan", "setting.bot.paused", { before: "true", after: "false" }],
    ]);
  });

  it("are changed by one of two at once; the other is told and nothing is overwritten", async () => {
    const { desk } = deskOver(given.database);
    for (const seen of [0, 1]) {
      const ends = await Promise.all(
        ["một", "hai"].map((text) => setNotice(desk, by, { ...STORM, text: `${text} ${seen}` }, seen)),
      );
      expect(ends.map(({ kind }) => kind).sort()).toEqual(["done", "stale"]);
    }
    expect(await setNotice(desk, by, null, 1)).toEqual({ kind: "stale", revision: 2 });
    expect(await setNotice(desk, by, null, 2)).toEqual({ kind: "done", revision: 3 });
    expect(await given.database.client.auditEntry.count()).toBe(3);
  });

  it("take no notice that nobody would ever see", async () => {
    const { desk } = deskOver(given.database);
    const why = async (notice: Partial<typeof STORM>) => {
      const ended = await setNotice(desk, by, { ...STORM, ...notice }, 0);
      return ended.kind === "invalid" ? ended.why : ended.kind;
    };
    expect(await why({ text: "  " })).toBe("empty");
    expect(await why({ text: "a".repeat(601) })).toBe("too_long");
    expect(await why({ until: STORM.from })).toBe("ends_before_it_begins");
    expect(await why({ from: later(-2 * HOUR), until: later(-HOUR) })).toBe("is_over");
    expect(await given.database.client.setting.count()).toBe(0);
  });

  it("stay as they were known while the database cannot be read", async () => {
    const { desk } = deskOver(given.database);
    await setPaused(desk, by, true, 0);
    const errors: unknown[] = [];
    const watch = createWatch(
      given.database,
      () => Promise.resolve(),
      (error) => errors.push(error),
    );
    await watch.look();
    await given.database.client.$executeRawUnsafe(`ALTER TABLE "Setting" RENAME TO "Elsewhere"`);
    await watch.look();
    expect(errors).toHaveLength(1);
    expect(watch.settings.paused()).toBe(true);
  });
});

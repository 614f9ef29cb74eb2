import { expect, it } from "vitest";
import { createConversations } from "../../../../src/adapters/prisma/conversations.ts";
import { createQuotaStore } from "../../../../src/adapters/prisma/quota.ts";
import { message, NOON } from "../../../contracts/messages.ts";
import { eachDatabase } from "../../../support/database.ts";

eachDatabase("the counts of a plan", (given) => {
  it("count each month and account for itself, and remember", async () => {
    const quota = createQuotaStore(given.database);
    expect(await quota.add("1", "2026-10", 0)).toBe(0);
    expect(await quota.add("1", "2026-10", 2)).toBe(2);
    expect(await quota.add("1", "2026-10", 1)).toBe(3);
    expect(await quota.add("1", "2026-10", -1)).toBe(2);
    expect(await quota.add("1", "2026-11", 1)).toBe(1);
    expect(await quota.add("2", "2026-10", 1)).toBe(1);
    const another = createQuotaStore(await given.another());
    expect(await another.add("1", "2026-10", 0)).toBe(2);
  });

  it("lose nothing when several count at once", async () => {
    const one = createQuotaStore(given.database);
    const two = createQuotaStore(await given.another());
    const counts = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? one : two).add("1", "2026-10", 1)),
    );
    expect(new Set(counts)).toEqual(new Set(Array.from({ length: 20 }, (_, at) => at + 1)));
    expect(await one.add("1", "2026-10", 0)).toBe(20);
  });

  it("know how many people write to an account", async () => {
    const quota = createQuotaStore(given.database);
    const conversations = createConversations(
      given.database,
      () => Promise.reject(new Error("no command is executed here")),
      { now: () => NOON },
    );
    const at = (account: string, chat: string, channel = "zalo-bot") => ({ channel, account, chat });
    for (const from of [at("1", "a"), at("1", "b"), at("2", "c"), at("1", "d", "web")])
      await conversations.accept(message("m", from));
    await conversations.accept({ ...message("m", at("1", "group")), isGroup: true });
    expect(await quota.users("1")).toBe(2);
    expect(await quota.users("3")).toBe(0);
  });
});

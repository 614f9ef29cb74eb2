import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSeal } from "../../../../src/adapters/prisma/sealed.ts";
import { createTokenStore } from "../../../../src/adapters/prisma/token-store.ts";
import type { Refreshed, TokenPair } from "../../../../src/channels/zalo-oa/token-store.ts";
import type { Access } from "../../../../src/channels/zalo-oa/tokens.ts";
import { startZaloOa, type ZaloOaDouble } from "../../../doubles/zalo-oa.ts";
import { eachDatabase } from "../../../support/database.ts";
import type { Replica } from "../../../support/refresh-worker.ts";
import { canaries } from "../../../support/canaries.ts";
import { forkScript } from "../../../support/run-script.ts";

const OA = "388613280878808645";
const REPLICAS = 3;

eachDatabase("the store of tokens", (given) => {
  const open = (database = given.database, settings = {}) =>
    createTokenStore(database, createSeal(canaries.sealingSecret), { lookAgainMs: 5, ...settings });

  it("has nothing, then what was given, sealed", async () => {
    expect(await open().load(OA)).toEqual({ kind: "none" });
    await open().give(OA, "refresh 1");
    expect(await open().load(OA)).toEqual({
      kind: "pair",
      pair: { accessToken: "", refreshToken: "refresh 1", expiresAt: new Date(0) },
    });
    expect(JSON.stringify(await given.database.client.setting.findMany())).not.toContain("refresh 1");
    const stranger = createTokenStore(given.database, createSeal("another secret"));
    expect(await stranger.load(OA)).toEqual({ kind: "unreadable" });
    expect(await stranger.withLock(OA, "", never)).toEqual({ kind: "unreadable" });
  });

  it("stores the new pair before anybody gets it", async () => {
    await open().give(OA, "refresh 1");
    const renewed = await open().withLock(OA, "", (token) => Promise.resolve(after(token)));
    expect(renewed).toEqual(after("refresh 1"));
    expect(await open(await given.another()).load(OA)).toEqual(renewed);
  });

  it("gives what is there to those who saw an older one", async () => {
    await open().give(OA, "refresh 1");
    await open().withLock(OA, "", (token) => Promise.resolve(after(token)));
    expect(await open().withLock(OA, "", never)).toEqual(after("refresh 1"));
  });

  it("refreshes once for several clients at once", async () => {
    await open().give(OA, "refresh 1");
    const clients = [open(), open(await given.another()), open(await given.another())];
    let calls = 0;
    const slowly = async (token: string) => {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return after(token);
    };
    const pairs = await Promise.all(
      Array.from({ length: 9 }, (_, at) => (clients[at % 3] ?? open()).withLock(OA, "", slowly)),
    );
    expect(calls).toBe(1);
    expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(1);
    expect(pairs[0]).toEqual(after("refresh 1"));
  });

  it("keeps the pair when a refresh fails, however it fails", async () => {
    await open().give(OA, "refresh 1");
    const before = await open().load(OA);
    const failures: Exclude<Refreshed, { kind: "pair" }>[] = [
      { kind: "not_used", why: "no connection" },
      { kind: "refused", why: "-1" },
      { kind: "unknown", why: "no answer" },
    ];
    for (const refreshed of failures) {
      const renewed = await open().withLock(OA, "", () => Promise.resolve(refreshed));
      expect(renewed).toEqual({ kind: "failed", refreshed, interrupted: refreshed.kind === "unknown" });
      expect(await open().load(OA)).toEqual(before);
    }
    const thrown = await open().withLock(OA, "", () => Promise.reject(new Error("broken")));
    expect(thrown).toMatchObject({ kind: "failed", interrupted: true });
    // The next pair makes it good.
    await open().withLock(OA, "", (token) => Promise.resolve(after(token)));
    const refused = await open().withLock(OA, "access after refresh 1", () =>
      Promise.resolve({ kind: "refused", why: "-1" }),
    );
    expect(refused).toMatchObject({ interrupted: false });
  });

  it("takes each refresh token of an administrator once", async () => {
    await open().give(OA, "refresh 1");
    await open().withLock(OA, "", (token) => Promise.resolve(after(token)));
    await open().give(OA, "refresh 1");
    expect(await open().load(OA)).toEqual(after("refresh 1"));
    await open().give(OA, "refresh 2");
    await open().give(OA, "refresh 1");
    expect(await open().load(OA)).toMatchObject({ pair: { accessToken: "", refreshToken: "refresh 2" } });
  });

  it("takes one of those given at the same moment by several replicas, and later all are known", async () => {
    const other = open(await given.another());
    await Promise.all([
      open().give(OA, "refresh 1"),
      other.give(OA, "refresh 1"),
      open().give(OA, "refresh 1"),
    ]);
    expect(await open().load(OA)).toMatchObject({ pair: { refreshToken: "refresh 1" } });
  });

  it("leaves an administrator's token alone that came while the old one was refreshed", async () => {
    await open().give(OA, "refresh 1");
    const renewed = await open().withLock(OA, "", async (token) => {
      await open().give(OA, "refresh 2");
      return after(token);
    });
    expect(renewed).toMatchObject({ pair: { refreshToken: "refresh 2" } });
    expect(await open().load(OA)).toEqual(renewed);
  });

  it("stores the pair of a refresh that took longer than its lease", async () => {
    await open().give(OA, "refresh 1");
    const other = open(await given.another());
    let again: Awaited<ReturnType<typeof other.withLock>> | undefined;
    const renewed = await open(given.database, { leaseMs: 0 }).withLock(OA, "", async (token) => {
      again = await other.withLock(OA, "", () => Promise.resolve({ kind: "refused", why: "used" }));
      return after(token);
    });
    expect(again).toEqual({
      kind: "failed",
      refreshed: { kind: "refused", why: "used" },
      interrupted: true,
    });
    expect(renewed).toEqual(after("refresh 1"));
    expect(await other.load(OA)).toEqual(renewed);
  });

  it("keeps accounts apart", async () => {
    await open().give(OA, "refresh 1");
    await open().give("1", "refresh 2");
    await open().withLock("1", "", (token) => Promise.resolve(after(token)));
    expect(await open().load(OA)).toMatchObject({ pair: { refreshToken: "refresh 1" } });
    // Put in the other's place it does not open.
    const [first, second] = await given.database.client.setting.findMany({ orderBy: { key: "asc" } });
    if (!first || !second) throw new Error("two rows");
    await given.database.client.setting.update({ where: { key: first.key }, data: { value: second.value } });
    expect(await open().load("1")).toEqual({ kind: "unreadable" });
  });

  describe("with several processes", () => {
    let double: ZaloOaDouble;
    beforeEach(async () => {
      double = await startZaloOa();
    });
    afterEach(() => double.stop());

    const replica = async (dies = false) => {
      const worker = await forkScript("refresh-worker.ts");
      const account = { ...double.account, refreshToken: firstToken };
      const told: Replica = {
        place: given.place,
        url: double.url,
        account,
        secret: canaries.sealingSecret,
        dies,
      };
      worker.send(told);
      await once(worker, "message");
      return worker;
    };
    let firstToken = "";

    it("calls the platform once, and everybody has the pair", async () => {
      firstToken = double.refreshToken();
      const workers = await Promise.all(Array.from({ length: REPLICAS }, () => replica()));
      const access = await Promise.all(
        workers.map(async (worker) => {
          const told = once(worker, "message") as Promise<[Access[]]>;
          const ended = once(worker, "exit");
          worker.send("go");
          const [tokens] = await told;
          await ended;
          return tokens;
        }),
      );
      expect(double.refreshCalls()).toBe(1);
      expect(new Set(access.flat().map((one) => JSON.stringify(one)))).toEqual(
        new Set([JSON.stringify({ kind: "token", token: double.accessToken() })]),
      );
      expect(await open().load(OA)).toMatchObject({ pair: { refreshToken: double.refreshToken() } });
    });

    it("tells that a pair was lost when a process was killed between refresh and storing", async () => {
      firstToken = double.refreshToken();
      const worker = await replica(true);
      const ended = once(worker, "exit");
      worker.send("go");
      expect((await ended)[1]).toBe("SIGKILL");
      expect(double.refreshCalls()).toBe(1);
      expect(await open().load(OA)).toMatchObject({ pair: { refreshToken: firstToken } });
      // Its lease has run out.
      const later = open(given.database, { now: () => new Date(Date.now() + 61_000) });
      const renewed = await later.withLock(OA, "", () =>
        Promise.resolve({ kind: "refused", why: "oauth error -14014" }),
      );
      expect(renewed).toMatchObject({ kind: "failed", interrupted: true });
      // An administrator's new token ends it.
      await open().give(OA, double.authorise());
      expect(await later.withLock(OA, "", (token) => Promise.resolve(after(token)))).toMatchObject({
        kind: "pair",
      });
    });
  });
});

function after(refreshToken: string): { kind: "pair"; pair: TokenPair } {
  const pair = {
    accessToken: `access after ${refreshToken}`,
    refreshToken: `refresh after ${refreshToken}`,
    expiresAt: new Date("2026-11-25T04:00:00Z"),
  };
  return { kind: "pair", pair };
}

function never(): Promise<Refreshed> {
  return Promise.reject(new Error("nothing was to be refreshed"));
}

import { expect, it, vi } from "vitest";
import { createLeases } from "../../../src/adapters/prisma/leases.ts";
import type { Database } from "../../../src/adapters/prisma/client.ts";
import { createTurns, type Leases } from "../../../src/conversation/turns.ts";
import { eachDatabase } from "../../support/database.ts";
import { collectErrors } from "../../support/log-scan/journal.ts";

const QUICK = { leaseMs: 3_000, renewMs: 100, lookMs: 50, marginMs: 500 };
const PATIENT = { timeout: 20_000 };
// A test waits for several things in turn, each with that patience.
vi.setConfig({ testTimeout: 120_000 });

eachDatabase("turns", (given) => {
  /** A replica that wants the turn, over a database of its own; notes when it has it. */
  function replica(name: string, database: Database, leases: Leases = createLeases(database)) {
    const stopping = new AbortController();
    const { errors, onError } = collectErrors();
    const holders: (string | null)[] = [];
    const one = {
      has: false,
      terms: 0,
      errors,
      holders,
      /** ends the work without being told to */
      quit: (): void => undefined,
      running: Promise.resolve(),
      stop: async () => {
        stopping.abort();
        await one.running;
      },
    };
    const turns = createTurns({
      leases,
      owner: name,
      now: () => new Date(),
      onError,
      times: QUICK,
    });
    one.running = turns.run(
      "polling",
      {
        work: (turn) =>
          new Promise((resolve) => {
            one.has = true;
            one.terms++;
            const end = () => {
              one.has = false;
              resolve();
            };
            one.quit = end;
            turn.addEventListener("abort", end);
          }),
        onWaiting: (holder) => holders.push(holder),
      },
      stopping.signal,
    );
    return one;
  }

  it("are had by one replica at a time, and pass on when it stops", async () => {
    const a = replica("a", given.database);
    await vi.waitFor(() => {
      expect(a.has).toBe(true);
    }, PATIENT);
    const b = replica("b", await given.another());
    await vi.waitFor(() => {
      expect(b.holders.length).toBeGreaterThan(3);
    }, PATIENT);
    expect(b.holders).not.toContain(null);
    expect(new Set(b.holders)).toEqual(new Set(["a"]));
    expect(b.terms).toBe(0);
    await a.stop();
    expect(a.has).toBe(false);
    await vi.waitFor(() => {
      expect(b.has).toBe(true);
    }, PATIENT);
    await b.stop();
    expect(await given.database.client.jobLease.count()).toBe(0);
    expect([...a.errors, ...b.errors]).toEqual([]);
  });

  it("outlive their lease as long as it is made longer", async () => {
    const a = replica("a", given.database);
    const b = replica("b", await given.another());
    await vi.waitFor(() => {
      expect(a.has || b.has).toBe(true);
    }, PATIENT);
    await new Promise((resolve) => setTimeout(resolve, QUICK.leaseMs * 1.5));
    expect([a.terms + b.terms, [a.has, b.has].filter(Boolean).length]).toEqual([1, 1]);
    await Promise.all([a.stop(), b.stop()]);
  });

  it("pass on by time when the replica died, and not before", async () => {
    const until = new Date(Date.now() + 1_500);
    await createLeases(given.database).take({ name: "polling", owner: "dead", until, now: new Date() });
    const b = replica("b", await given.another());
    await vi.waitFor(() => {
      expect(b.has).toBe(true);
    }, PATIENT);
    expect(Date.now()).toBeGreaterThanOrEqual(until.getTime());
    expect(b.holders[0]).toBe("dead");
    await b.stop();
  });

  it("are over for one who cannot reach the database, before another may have them", async () => {
    const real = createLeases(given.database);
    let isAway = false;
    const leases: Leases = {
      take: (lease) => (isAway ? Promise.reject(new Error("the database is away")) : real.take(lease)),
      release: (name, owner) => (isAway ? Promise.reject(new Error("away")) : real.release(name, owner)),
    };
    const a = replica("a", given.database, leases);
    await vi.waitFor(() => {
      expect(a.has).toBe(true);
    }, PATIENT);
    const b = replica("b", await given.another());
    isAway = true;
    // Looked at in one go: at no moment both have it.
    while (!b.has) {
      const both = [a.has, b.has];
      expect(both).not.toEqual([true, true]);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(a.has).toBe(false);
    expect(a.holders).toContain(null);
    expect(a.errors.length).toBeGreaterThan(0);
    isAway = false;
    await b.stop();
    await vi.waitFor(() => {
      expect(a.terms).toBe(2);
    }, PATIENT);
    await a.stop();
  });

  it("are given up for good by work that ends by itself", async () => {
    const a = replica("a", given.database);
    await vi.waitFor(() => {
      expect(a.has).toBe(true);
    }, PATIENT);
    const b = replica("b", await given.another());
    a.quit();
    await a.running;
    await vi.waitFor(() => {
      expect(b.has).toBe(true);
    }, PATIENT);
    expect(a.terms).toBe(1);
    await b.stop();
  });
});

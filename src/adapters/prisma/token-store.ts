import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Held, Refreshed, Renewed, TokenPair, TokenStore } from "../../channels/zalo-oa/token-store.ts";
import { later } from "./backoff.ts";
import type { Database } from "./database.ts";
import type { Seal } from "./sealed.ts";

interface Settings {
  /** how long a refresh may take before its process counts as gone; longer than the call of the platform */
  leaseMs: number;
  /** how often those who wait look again */
  lookAgainMs: number;
  /** how long a new pair is tried to be stored while the database is away */
  storePatienceMs: number;
  now: () => Date;
}

const USUAL: Settings = {
  leaseMs: 60_000,
  lookAgainMs: 100,
  storePatienceMs: 600_000,
  now: () => new Date(),
};

/** What stands in the row, as JSON. */
interface Row {
  /** the pair, sealed */
  pair: string;
  /** digests of refresh tokens that administrators gave, so that an old configuration brings back none of them */
  given: readonly string[];
  lock: { owner: string; until: string } | null;
  /** since when a refresh token may have been used without its successor being stored */
  interruptedAt: string | null;
}

interface Read {
  row: Row;
  /** as it stands in the database, to change it only if nobody else did */
  text: string;
}

/**
 * Token pairs in the Setting table. No transaction stays open while the platform is called: a lease in the row keeps
 * others away, and every change is made only to the row that was read.
 */
export function createTokenStore(
  { client }: Database,
  seal: Seal,
  settings: Partial<Settings> = {},
): TokenStore {
  const { leaseMs, lookAgainMs, storePatienceMs, now } = { ...USUAL, ...settings };
  const owner = randomUUID();

  return {
    load: async (account) => held(account, await read(account)),
    give,
    withLock,
  };

  async function give(account: string, refreshToken: string): Promise<void> {
    const digest = createHash("sha256").update(refreshToken).digest("base64url");
    const pair = { accessToken: "", refreshToken, expiresAt: new Date(0) };
    for (;;) {
      const found = await read(account);
      if (found?.row.given.includes(digest)) return;
      const row: Row = {
        pair: sealed(account, pair),
        given: [...(found?.row.given ?? []), digest],
        lock: null,
        interruptedAt: null,
      };
      if (await (found ? swap(account, found, row) : create(account, row))) return;
    }
  }

  async function withLock(
    account: string,
    seen: string,
    refresh: (refreshToken: string) => Promise<Refreshed>,
  ): Promise<Renewed> {
    for (;;) {
      const found = await read(account);
      const current = held(account, found);
      if (!found || current.kind !== "pair" || current.pair.accessToken !== seen) return current;
      const { row } = found;
      if (row.lock && new Date(row.lock.until) > now()) {
        await sleep(lookAgainMs * (0.5 + Math.random()));
        continue;
      }
      const locked: Row = {
        ...row,
        lock: { owner, until: later(now(), leaseMs).toISOString() },
        // A lock that nobody gave back: its process went away in the middle.
        interruptedAt: row.interruptedAt ?? (row.lock ? now().toISOString() : null),
      };
      if (!(await swap(account, found, locked))) continue;
      const refreshed = await refresh(current.pair.refreshToken).catch((): Refreshed => ({
        kind: "unknown",
        why: "the refresh broke off",
      }));
      return refreshed.kind === "pair"
        ? store(account, current.pair, refreshed.pair)
        : release(account, current.pair, refreshed);
    }
  }

  /** The old pair is worth nothing any more, so this does not give up easily. */
  async function store(account: string, before: TokenPair, pair: TokenPair): Promise<Renewed> {
    const deadline = now().getTime() + storePatienceMs;
    for (;;) {
      try {
        const found = await read(account);
        const current = held(account, found);
        // Another one got in between: an administrator's, or the successor of this very pair.
        if (!found || current.kind !== "pair" || current.pair.refreshToken !== before.refreshToken)
          return current;
        const row: Row = { ...found.row, pair: sealed(account, pair), lock: null, interruptedAt: null };
        if (await swap(account, found, row)) return { kind: "pair", pair };
      } catch (error) {
        if (now().getTime() > deadline) throw error;
        await sleep(lookAgainMs);
      }
    }
  }

  async function release(
    account: string,
    before: TokenPair,
    refreshed: Exclude<Refreshed, { kind: "pair" }>,
  ): Promise<Renewed> {
    for (;;) {
      const found = await read(account);
      const current = held(account, found);
      if (!found || current.kind !== "pair" || current.pair.refreshToken !== before.refreshToken)
        return current;
      const { row } = found;
      const interruptedAt = row.interruptedAt ?? (refreshed.kind === "unknown" ? now().toISOString() : null);
      const lock = row.lock?.owner === owner ? null : row.lock;
      if (await swap(account, found, { ...row, lock, interruptedAt }))
        return { kind: "failed", refreshed, interrupted: interruptedAt !== null };
    }
  }

  async function read(account: string): Promise<Read | null> {
    const setting = await client.setting.findUnique({ where: { key: keyOf(account) } });
    return setting && { row: JSON.parse(setting.value) as Row, text: setting.value };
  }

  /** False when somebody changed the row since it was read. */
  async function swap(account: string, { text }: Read, row: Row): Promise<boolean> {
    const { count } = await client.setting.updateMany({
      where: { key: keyOf(account), value: text },
      data: { value: JSON.stringify(row), updatedAt: now() },
    });
    return count === 1;
  }

  /** False when somebody else made it first. */
  async function create(account: string, row: Row): Promise<boolean> {
    try {
      await client.setting.create({
        data: { key: keyOf(account), value: JSON.stringify(row), updatedAt: now() },
      });
      return true;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "P2002") return false;
      throw error;
    }
  }

  function sealed(account: string, pair: TokenPair): string {
    return seal.seal(JSON.stringify(pair), keyOf(account));
  }

  function held(account: string, found: Read | null): Held {
    if (!found) return { kind: "none" };
    const opened = seal.open(found.row.pair, keyOf(account));
    if (opened === null) return { kind: "unreadable" };
    const pair = JSON.parse(opened) as Omit<TokenPair, "expiresAt"> & { expiresAt: string };
    return { kind: "pair", pair: { ...pair, expiresAt: new Date(pair.expiresAt) } };
  }
}

function keyOf(account: string): string {
  return `zalo-oa.tokens.${account}`;
}

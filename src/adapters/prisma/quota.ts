import type { Database, Tx } from "./client.ts";
import { OperatorError } from "../../errors.ts";

/** Counts of what a plan of a channel limits. */
export interface QuotaStore {
  /** Adds `n`, which may be 0 or less, to the messages of a month ("2026-10"); returns all of that month. */
  add(account: string, month: string, n: number): Promise<number>;
  /** people who have a conversation of their own with this account */
  users(account: string): Promise<number>;
}

/** Messages that are counted so far, nothing being written. */
export async function messagesUsed(
  tx: Tx,
  { channel, account, period }: { channel: string; account: string; period: string },
): Promise<number> {
  const row = await tx.setting.findUnique({ where: { key: keyOf(channel, account, period) } });
  return Number(row?.value ?? 0);
}

function keyOf(channel: string, account: string, period: string): string {
  return `messages:${channel}:${account}:${period}`;
}

/** Each further attempt means that another replica counted in between. */
const ATTEMPTS = 50;

/** Counts the messages of a channel's accounts, for all replicas together. */
export function createQuotaStore({ client }: Database, channel = "zalo-bot"): QuotaStore {
  return {
    async add(account, month, n) {
      const key = keyOf(channel, account, month);
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const before = await read(key);
        if (n === 0) return before;
        const used = before + n;
        const { count } = await client.setting.updateMany({
          where: { key, value: String(before) },
          data: { value: String(used), updatedAt: new Date() },
        });
        if (count === 1) return used;
      }
      throw new OperatorError(`the messages of ${channel} could not be counted: too many count at once`);
    },
    users: (account) =>
      client.conversation.count({
        where: { channel, account, inbox: { some: { isGroup: false } } },
      }),
  };

  async function read(key: string): Promise<number> {
    const fresh = { key, value: "0", updatedAt: new Date() };
    // Of replicas that begin a month together one writes the row; all read it.
    await client.setting.upsert({ where: { key }, create: fresh, update: {} }).catch(() => undefined);
    const { value } = await client.setting.findUniqueOrThrow({ where: { key } });
    return Number(value);
  }
}

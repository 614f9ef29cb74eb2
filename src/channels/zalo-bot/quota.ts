import type { Plan } from "./settings.ts";

/** Counts what a plan limits; the same on every replica and after a restart. */
export interface QuotaStore {
  /** Adds `n`, which may be 0 or less, to the messages of a month ("2026-10"); returns all of that month. */
  add(account: string, month: string, n: number): Promise<number>;
  /** people who have a conversation with this bot */
  users(account: string): Promise<number>;
}

/** What is known of a bot's plan; null until it was counted. */
export interface QuotaStatus {
  month: string;
  messages: { used: number | null; limit: number | null };
  users: { used: number | null; limit: number | null };
}

/** One message counted. */
interface Taken {
  /** A message that surely was not sent does not count. */
  giveBack(): Promise<void>;
}

/** The plan of one bot. */
export interface Quota {
  /** Counts one message; null when the month is used up. */
  take(): Promise<Taken | null>;
  /** reads the counts anew, for those who look */
  refresh(): Promise<void>;
  status(): QuotaStatus;
  isUsedUp(): boolean;
}

interface QuotaParts {
  store: QuotaStore;
  account: string;
  plan: Plan;
  now: () => Date;
  /** told when counting fails; that is no reason to leave people without an answer */
  onError: (error: unknown) => void;
}

const VIETNAM_MS = 7 * 60 * 60 * 1000;

export function createQuota({ store, account, plan, now, onError }: QuotaParts): Quota {
  let counted: { month: string; used: number } | null = null;
  let users: number | null = null;

  return {
    async take() {
      const month = monthIn(now());
      const used = await count(month, 1);
      const giveBack = async () => {
        if (used !== null) await count(month, -1);
      };
      if (used === null || plan.messagesPerMonth === null || used <= plan.messagesPerMonth)
        return { giveBack };
      await giveBack();
      return null;
    },
    async refresh() {
      await count(monthIn(now()), 0);
      try {
        users = await store.users(account);
      } catch (error) {
        onError(error);
      }
    },
    status: () => ({
      month: monthIn(now()),
      messages: { used: usedNow(), limit: plan.messagesPerMonth },
      users: { used: users, limit: plan.users },
    }),
    isUsedUp() {
      const used = usedNow();
      return used !== null && plan.messagesPerMonth !== null && used >= plan.messagesPerMonth;
    },
  };

  async function count(month: string, n: number): Promise<number | null> {
    try {
      const used = await store.add(account, month, n);
      counted = { month, used };
      return used;
    } catch (error) {
      onError(error);
      return null;
    }
  }

  function usedNow(): number | null {
    if (counted === null) return null;
    return counted.month === monthIn(now()) ? counted.used : 0;
  }
}

/** The month that Zalo counts, in Việt Nam. */
export function monthIn(now: Date): string {
  return new Date(now.getTime() + VIETNAM_MS).toISOString().slice(0, 7);
}

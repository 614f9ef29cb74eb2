import type { SendResult } from "../conversation/channel.ts";
import type { Address } from "../conversation/message.ts";

interface Rest {
  until: Date;
  why: string;
}

/** Tells a limit of a whole account from that of a chat. */
export interface Patience {
  /** Takes the end of one send; returns until when the account must rest, where that has become clear. */
  heard(to: Address, result: SendResult, now: Date): Rest | null;
}

/** So many chats in a row that must wait are no coincidence. */
const CHATS_IN_A_ROW = 3;
/** Shorter waits pass by themselves. */
const SHORTEST_MS = 1_000;

export function createPatience(): Patience {
  const rows = new Map<string, { chats: Set<string>; until: Date }>();
  return {
    heard({ account, chat }, result, now) {
      if (result.kind !== "retry" || result.because !== "pace" || result.afterMs < SHORTEST_MS) {
        // Anything else got through to the platform.
        rows.delete(account);
        return null;
      }
      const until = new Date(now.getTime() + result.afterMs);
      const row = rows.get(account) ?? { chats: new Set<string>(), until };
      row.chats.add(chat);
      // What all of them must wait for.
      if (until < row.until) row.until = until;
      rows.set(account, row);
      if (row.chats.size < CHATS_IN_A_ROW) return null;
      rows.delete(account);
      return { until: row.until, why: result.why };
    },
  };
}

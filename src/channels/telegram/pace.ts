import type { Limits } from "./settings.ts";

type Turn = { kind: "now"; waitMs: number } | { kind: "later"; afterMs: number };

/** How fast one bot sends: all chats together, within a chat, within a group. */
export interface Pace {
  /** A turn to send, at most `patienceMs` away; one that is given is used up. */
  take(chatId: string, isGroup: boolean): Turn;
  /** Telegram said that it is too much for this chat; the others go on. */
  rest(chatId: string, forMs: number): void;
}

const MINUTE_MS = 60_000;
/** Chats that have been quiet for longer than any limit reaches back are forgotten beyond this many. */
const MANY = 1_000;

interface Chat {
  /** turns of the last minute */
  turns: readonly number[];
  restUntil: number;
}

export function createPace(
  { perSecond, chatEveryMs, groupPerMinute, patienceMs }: Limits,
  now: () => Date,
): Pace {
  const chats = new Map<string, Chat>();
  let nextAt = 0;
  return {
    take(chatId, isGroup) {
      const at = now().getTime();
      const chat = chats.get(chatId) ?? { turns: [], restUntil: 0 };
      const turns = chat.turns.filter((turn) => turn > at - MINUTE_MS);
      // With all turns of a minute used up, the next one comes a minute after the oldest of them.
      const oldest = isGroup ? turns.at(-groupPerMinute) : undefined;
      const ownTurn = Math.max(
        chat.restUntil,
        (turns.at(-1) ?? 0) + chatEveryMs,
        oldest === undefined ? 0 : oldest + MINUTE_MS,
      );
      const turn = Math.max(at, nextAt, ownTurn);
      if (turn - at > patienceMs) return { kind: "later", afterMs: turn - at };
      // Who waits for a turn of its own takes nothing from the others meanwhile.
      nextAt = Math.max(at, nextAt) + 1_000 / perSecond;
      chats.set(chatId, { turns: [...turns, turn], restUntil: chat.restUntil });
      if (chats.size > MANY) forgetQuiet(at);
      return { kind: "now", waitMs: turn - at };
    },
    rest(chatId, forMs) {
      const { turns } = chats.get(chatId) ?? { turns: [] };
      chats.set(chatId, { turns, restUntil: now().getTime() + forMs });
    },
  };

  function forgetQuiet(at: number): void {
    for (const [chatId, { turns, restUntil }] of chats) {
      if (restUntil <= at && (turns.at(-1) ?? 0) <= at - MINUTE_MS) chats.delete(chatId);
    }
  }
}

import type { Limits } from "./settings.ts";

type Turn = { kind: "now"; waitMs: number } | { kind: "later"; afterMs: number };

/** How fast one bot sends: all chats together, within a chat, within a group. */
export interface Pace {
  /** A turn to send, at most `patienceMs` away; one that is given is used up. */
  take(chatId: string, isGroup: boolean): Turn;
  /**
   * A turn for what may as well be left out: taken only when it is free now (0), else the milliseconds until it may be.
   * Within the limits like all else, yet at most every other turn of the bot, and none of those of the chat: whoever
   * takes one afterwards waits for no more than one of all chats together.
   */
  spare(chatId: string): number;
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
  /** the last of the turns that were spare */
  sparedAt: number;
}

const QUIET: Chat = { turns: [], restUntil: 0, sparedAt: 0 };

export function createPace(
  { perSecond, chatEveryMs, groupPerMinute, patienceMs }: Limits,
  now: () => Date,
): Pace {
  const chats = new Map<string, Chat>();
  const slotMs = 1_000 / perSecond;
  let nextAt = 0;
  return {
    take(chatId, isGroup) {
      const at = now().getTime();
      const chat = chats.get(chatId) ?? QUIET;
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
      nextAt = Math.max(at, nextAt) + slotMs;
      chats.set(chatId, { ...chat, turns: [...turns, turn] });
      if (chats.size > MANY) forgetQuiet(at);
      return { kind: "now", waitMs: turn - at };
    },
    spare(chatId) {
      const at = now().getTime();
      const chat = chats.get(chatId) ?? QUIET;
      const lastOfChat = Math.max(chat.turns.at(-1) ?? 0, chat.sparedAt);
      const freeAt = Math.max(nextAt + slotMs, chat.restUntil, lastOfChat + chatEveryMs);
      if (freeAt > at) return freeAt - at;
      nextAt = at + slotMs;
      chats.set(chatId, { ...chat, sparedAt: at });
      if (chats.size > MANY) forgetQuiet(at);
      return 0;
    },
    rest(chatId, forMs) {
      chats.set(chatId, { ...(chats.get(chatId) ?? QUIET), restUntil: now().getTime() + forMs });
    },
  };

  function forgetQuiet(at: number): void {
    for (const [chatId, { turns, restUntil, sparedAt }] of chats) {
      if (restUntil <= at && Math.max(turns.at(-1) ?? 0, sparedAt) <= at - MINUTE_MS) chats.delete(chatId);
    }
  }
}

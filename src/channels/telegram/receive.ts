import { inTurn } from "../../conversation/in-turn.ts";
import type { IncomingMessage } from "../../conversation/message.ts";
import type { Self } from "./addressed.ts";
import { targetOf } from "./chats.ts";
import type { Client } from "./client.ts";
import { chatIdIn, decodeUpdate, updateIdIn, type Decoded } from "./decode.ts";
import type { FetchMedia } from "./media.ts";

export type Accept = (message: IncomingMessage) => Promise<boolean>;

/** Takes one update. Throws when it could not be stored: then Telegram is not told that it arrived. */
export type Receive = (update: unknown, accept: Accept) => Promise<void>;

interface ReceiveParts {
  client: Client;
  self: () => Self;
  fetchMedia: FetchMedia;
  now: () => Date;
  onBlocked: (chat: string) => void;
  onMigrated: (from: string, to: string) => void;
  onBroken: (why: string) => void;
}

/** A message brought again soon is not fetched and kept again; the store knows all the others. */
const REMEMBERED = 500;

export function createReceive(parts: ReceiveParts): Receive {
  const { client, self, fetchMedia, now } = parts;
  const taken = new Map<number, Promise<void>>();
  // A picture takes longer to fetch than the words behind it, and the webhook is called many times at once.
  const turn = inTurn();

  return (update, accept) => {
    const id = updateIdIn(update);
    if (id === null) return take(update, accept);
    const before = taken.get(id);
    if (before) return before;
    const taking = turn(chatIdIn(update), () => take(update, accept));
    taken.set(id, taking);
    taking.catch(() => taken.delete(id));
    for (const oldest of taken.keys()) {
      if (taken.size <= REMEMBERED) break;
      taken.delete(oldest);
    }
    return taking;
  };

  async function take(update: unknown, accept: Accept): Promise<void> {
    const decoded = decodeUpdate(update, { self: self(), now: now() });
    switch (decoded.kind) {
      case "message":
        await keep(decoded, accept);
        return;
      case "query":
        settle(decoded.query);
        return;
      case "left":
        parts.onBlocked(decoded.chat);
        return;
      case "migrated":
        parts.onMigrated(decoded.from, decoded.to);
        return;
      case "broken":
        parts.onBroken(decoded.why);
        return;
      case "too_early":
        throw new Error("the bot does not know its own name yet");
      case "nothing":
        return;
    }
  }

  async function keep(
    { message: { said, ...message }, query }: Extract<Decoded, { kind: "message" }>,
    accept: Accept,
  ): Promise<void> {
    const content = said.kind === "media" ? await fetchMedia(message.from, said) : said;
    const isNew = await accept({ ...message, content });
    if (query !== null) settle(query);
    if (isNew) showTyping(message.from.chat);
  }

  /** Until then the app shows the button as busy. Nobody waits for it, and too late is no harm. */
  function settle(query: string): void {
    void client.call((api, signal) => api.answerCallbackQuery(query, {}, signal));
  }

  function showTyping(chat: string): void {
    const { chatId, threadId } = targetOf(chat);
    const where = threadId === null ? {} : { message_thread_id: threadId };
    void client.call((api, signal) => api.sendChatAction(chatId, "typing", where, signal));
  }
}

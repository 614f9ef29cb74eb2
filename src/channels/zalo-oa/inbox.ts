import { inTurn } from "../../conversation/in-turn.ts";
import type { Address, IncomingMessage } from "../../conversation/message.ts";
import type { Decoded } from "./decode.ts";
import type { Fetch } from "./media.ts";

export type Accept = (message: IncomingMessage) => Promise<boolean>;

/** Where decoded messages go: fetched, in order within a chat, stored. */
export interface Inbox {
  /** Rejects when it could not be stored. The same message again joins the work that is under way, or is done. */
  take(message: Decoded, accept: Accept): Promise<void>;
  /** all that is in hand is stored, or failed */
  settled(): Promise<void>;
}

interface Parts {
  oaId: string;
  fetchMedia: Fetch;
  now: () => Date;
}

/** Redeliveries come within an hour or two; more of them than this do not. */
const MOST_REMEMBERED = 2_000;

/**
 * Zalo waits two seconds and a picture may take longer, so work goes on after the webhook has answered "later", and the
 * redelivery finds it done.
 */
export function createInbox({ oaId, fetchMedia, now }: Parts): Inbox {
  const underWay = new Map<string, Promise<void>>();
  const turn = inTurn();
  /** stored already: their files need not be fetched again */
  const stored = new Set<string>();

  return {
    take(message, accept) {
      const key = `${message.userId} ${message.id}`;
      if (stored.has(key)) return Promise.resolve();
      const running = underWay.get(key);
      if (running) return running;
      const work = turn(message.userId, () => store(message, accept));
      underWay.set(key, work);
      const done = (isStored: boolean) => {
        underWay.delete(key);
        if (isStored) remember(key);
      };
      work.then(
        () => {
          done(true);
        },
        () => {
          done(false);
        },
      );
      return work;
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay.values());
    },
  };

  async function store({ id, userId, sentAt, said }: Decoded, accept: Accept): Promise<void> {
    const from: Address = { channel: "zalo-oa", account: oaId, chat: userId };
    const content = said.kind === "media" ? await fetchMedia(from, said) : said;
    await accept({
      id,
      from,
      sender: userId,
      senderName: null,
      isGroup: false,
      mentioned: true,
      content,
      sentAt: sentAt ?? now(),
    });
  }

  function remember(key: string): void {
    stored.add(key);
    const [oldest] = stored;
    if (stored.size > MOST_REMEMBERED && oldest !== undefined) stored.delete(oldest);
  }
}

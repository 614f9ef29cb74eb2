import type { Address } from "../../conversation/message.ts";
import type { Line, Transcript } from "../../conversation/transcript.ts";

/** Rings for those who wait for news of a chat. */
export interface Bells {
  ring(chat: string): void;
  hang(chat: string): Bell;
  /** wakes everybody for the last time */
  close(): void;
  readonly closed: boolean;
}

interface Bell {
  /** resolves when it rang since the last time, or after `ms` */
  heard(ms: number): Promise<void>;
  takeDown(): void;
}

export function createBells(): Bells {
  const hanging = new Map<string, Set<() => void>>();
  let closed = false;

  function hang(chat: string): Bell {
    let rang = false;
    let wake: (() => void) | null = null;
    const ring = () => {
      rang = true;
      wake?.();
    };
    const ofChat = hanging.get(chat) ?? new Set();
    hanging.set(chat, ofChat.add(ring));
    return {
      heard: (ms) =>
        new Promise((resolve) => {
          const timer = setTimeout(done, rang || closed ? 0 : ms);
          function done() {
            clearTimeout(timer);
            rang = false;
            wake = null;
            resolve();
          }
          wake = done;
        }),
      takeDown() {
        ofChat.delete(ring);
        if (ofChat.size === 0 && hanging.get(chat) === ofChat) hanging.delete(chat);
        ring();
      },
    };
  }

  return {
    ring: (chat) => {
      for (const ring of hanging.get(chat) ?? []) ring();
    },
    hang,
    close() {
      closed = true;
      for (const ofChat of hanging.values()) for (const ring of ofChat) ring();
    },
    get closed() {
      return closed;
    },
  };
}

const PAGE = 100;

export interface Following {
  transcript: Transcript;
  bells: Bells;
  address: Address;
  after: number;
  /** another replica's messages ring no bell here: how long before looking anyway */
  everyMs: number;
  stopped: () => boolean;
}

/** New lines as they come, in order; an empty list each time there was nothing. Ends when stopped. */
export async function* follow(following: Following): AsyncGenerator<readonly Line[]> {
  const { transcript, bells, address, everyMs, stopped } = following;
  const bell = bells.hang(address.chat);
  let after = following.after;
  try {
    while (!stopped() && !bells.closed) {
      const lines = await transcript.lines(address, after, PAGE);
      after = lines.at(-1)?.seq ?? after;
      yield lines;
      if (lines.length < PAGE) await bell.heard(everyMs);
    }
  } finally {
    bell.takeDown();
  }
}

/** The last lines of a conversation, oldest first. */
export async function recentLines(
  transcript: Transcript,
  address: Address,
  most: number,
): Promise<readonly Line[]> {
  let recent: readonly Line[] = [];
  for (;;) {
    const page = await transcript.lines(address, recent.at(-1)?.seq ?? 0, PAGE);
    recent = [...recent, ...page].slice(-most);
    if (page.length < PAGE) return recent;
  }
}

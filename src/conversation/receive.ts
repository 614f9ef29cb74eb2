import type { Listen } from "./listen.ts";
import type { ClaimedMessage, Conversations, Response } from "./conversations.ts";
import type { IncomingMessage } from "./message.ts";
import { pause } from "./pause.ts";
import { texts } from "./texts.ts";
import { describeError, OperatorError } from "../errors.ts";

export interface LaneParts {
  conversations: Conversations;
  respond: (claimed: ClaimedMessage, now: Date) => Promise<Response>;
  /** the words of a voice message that may be heard; absent where nothing hears them */
  listen?: Listen;
  /** who holds the leases: one name a process */
  owner: string;
  now: () => Date;
  onError: (error: unknown) => void;
  /** turns at work at the same time, each of another conversation */
  atOnce?: number;
  /** the turn of a message is over, however it ended */
  onTurnOver?: (message: IncomingMessage) => void;
  /** something may have to be delivered */
  onCommitted?: () => void;
}

export interface Lanes {
  /** Works until `signal` aborts; turns in hand are finished first. */
  run(signal: AbortSignal): Promise<void>;
  /** Something has been accepted: look at once. */
  wake(): void;
}

const LANES = 4;
/** Another replica's messages and expired leases are found by looking; our own wake the lanes. */
const LOOK_AGAIN_MS = 1000;
const LONGEST_REASON = 500;

/** Takes accepted messages one at a time per conversation, answers them and commits. */
export function createLanes(parts: LaneParts): Lanes {
  const { conversations, respond, owner, now, onError, onCommitted, onTurnOver, atOnce = LANES } = parts;
  const wakers = new Set<() => void>();
  // Counted, because a lane that is just finding nothing is not waiting yet.
  let calls = 0;
  return {
    wake() {
      calls++;
      for (const wakeOne of wakers) wakeOne();
    },
    async run(signal) {
      await Promise.all(Array.from({ length: atOnce }, () => lane(signal)));
    },
  };

  async function lane(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const seen = calls;
      const worked = await takeOne();
      if (!worked && seen === calls) await pause(LOOK_AGAIN_MS, signal, wakers);
    }
  }

  /** false when there is nothing to do, or nothing can be done now */
  async function takeOne(): Promise<boolean> {
    try {
      const claimed = await conversations.claim(owner, now());
      if (!claimed) return false;
      await turn(claimed);
      onCommitted?.();
      return true;
    } catch (error) {
      // The store itself fails: the lease runs out and the message is taken again.
      onError(error);
      return false;
    }
  }

  async function turn(claimed: ClaimedMessage): Promise<void> {
    if (claimed.isSpent) {
      await giveUp(
        claimed,
        new OperatorError("each process that took this message ended before it was answered"),
      );
      return;
    }
    try {
      const words = (await parts.listen?.(claimed)) ?? null;
      if (words !== null) {
        await conversations.heard(claimed, words);
        return;
      }
      const response = await respond(claimed, now());
      await conversations.commit({ claimed, ...response, now: now() });
    } catch (error) {
      await giveUp(claimed, error);
    } finally {
      onTurnOver?.(claimed.message);
    }
  }

  async function giveUp(claimed: ClaimedMessage, error: unknown): Promise<void> {
    onError(error);
    const why = describeError(error).slice(0, LONGEST_REASON);
    await conversations.fail(claimed, why, { text: texts.failed }, now());
  }
}

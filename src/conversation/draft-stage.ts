import type { Drafts, ShowsDrafts } from "./channel.ts";
import type { Address } from "./message.ts";

/** Whether the bot may still speak in a conversation: nobody of the staff has taken it over. */
export interface Floor {
  isBots(address: Address): Promise<boolean>;
}

interface StageParts {
  /** undefined where the channel shows no drafts */
  channelOf: (address: Address) => ShowsDrafts | undefined;
  floor: Floor;
  onError: (error: unknown) => void;
}

export interface DraftStage extends Drafts {
  /** the turn is over, however it ended */
  end(to: Address, inReplyTo: string): void;
}

interface Showing {
  latest: string | null;
  isAtWork: boolean;
  isOver: boolean;
}

/** Asked anew after every wait. */
function hasEnded({ isOver }: Showing): boolean {
  return isOver;
}

/**
 * Shows drafts as long as the bot has the floor, which is looked at before each: what staff took over is not talked
 * into, not even by an answer that had begun. While a channel waits for the moment of a draft, only the latest text is
 * kept. Nothing is shown once the turn is over.
 */
export function createDraftStage({ channelOf, floor, onError }: StageParts): DraftStage {
  const showing = new Map<string, Showing>();
  const keyOf = (to: Address, inReplyTo: string) =>
    JSON.stringify([to.channel, to.account, to.chat, inReplyTo]);

  async function work(one: Showing, to: Address, inReplyTo: string): Promise<void> {
    one.isAtWork = true;
    try {
      while (one.latest !== null && !hasEnded(one)) {
        const mayGoOn = (await channelOf(to)?.turn?.(to, inReplyTo)) ?? true;
        // Asked after the wait: staff may have taken over meanwhile.
        const isBots = mayGoOn && (await floor.isBots(to));
        if (hasEnded(one)) return;
        if (!isBots) {
          end(to, inReplyTo);
          return;
        }
        const text = one.latest;
        one.latest = null;
        channelOf(to)?.show(to, inReplyTo, text);
      }
    } catch (error) {
      // The answer itself comes anyway.
      onError(error);
    } finally {
      one.isAtWork = false;
    }
  }

  function end(to: Address, inReplyTo: string): void {
    const one = showing.get(keyOf(to, inReplyTo));
    if (one) one.isOver = true;
    channelOf(to)?.end(to, inReplyTo);
  }

  return {
    begin(to, inReplyTo) {
      const channel = channelOf(to);
      if (!channel || channel.sees?.(to) === false) return null;
      const one: Showing = { latest: null, isAtWork: false, isOver: false };
      showing.set(keyOf(to, inReplyTo), one);
      return (text) => {
        one.latest = text;
        if (!one.isAtWork && !one.isOver) void work(one, to, inReplyTo);
      };
    },
    end(to, inReplyTo) {
      end(to, inReplyTo);
      showing.delete(keyOf(to, inReplyTo));
    },
  };
}

import type { Channel, SendResult } from "../conversation/channel.ts";
import { pause } from "../conversation/pause.ts";
import type { Outbox, OutgoingMessage } from "./outbox.ts";
import { describeError } from "../errors.ts";

/** How fast a channel may send. */
interface Pace {
  /** messages a second, all together */
  perSecond: number;
}

export interface DeliveryParts {
  outbox: Outbox;
  channel: Channel;
  pace: Pace;
  owner: string;
  now: () => Date;
  onError: (error: unknown) => void;
}

export interface Delivery {
  /** Sends until `signal` aborts; what has been claimed is sent and settled first. */
  run(signal: AbortSignal): Promise<void>;
  wake(): void;
}

const LOOK_AGAIN_MS = 1000;
/** What is claimed must be sent before its lease ends, however slow the channel. */
const CLAIM_SECONDS = 10;
/** In hand; while fewer than these are slow, the others go on. */
const MOST_AT_ONCE = 20;

/** Sends what waits for one channel, within its pace. */
export function createDelivery({ outbox, channel, pace, owner, now, onError }: DeliveryParts): Delivery {
  const wakers = new Set<() => void>();
  // Counted, because a sender that is just finding nothing is not waiting yet.
  let calls = 0;
  const gap = 1000 / pace.perSecond;
  const atOnce = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(pace.perSecond * CLAIM_SECONDS)));
  return {
    wake,
    async run(signal) {
      const inHand = new Map<string, Promise<void>>();
      let nextAt = 0;
      while (!signal.aborted) {
        const seen = calls;
        const claimed = await claim(atOnce - inHand.size, [...inHand.keys()]);
        if (claimed.length === 0) {
          if (seen === calls) await pause(LOOK_AGAIN_MS, signal, wakers);
          continue;
        }
        for (const message of claimed) {
          const wait = nextAt - now().getTime();
          // Not cut short by the signal: a claimed message is sent, or it would wait for its lease.
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
          nextAt = Math.max(now().getTime(), nextAt) + gap;
          const sending = deliver(message).then(() => {
            inHand.delete(message.id);
            // There is room again, and the next one of its conversation may go.
            wake();
          });
          inHand.set(message.id, sending);
        }
      }
      await Promise.all(inHand.values());
    },
  };

  function wake(): void {
    calls++;
    for (const wakeOne of wakers) wakeOne();
  }

  async function claim(limit: number, inHand: readonly string[]): Promise<readonly OutgoingMessage[]> {
    if (limit === 0) return [];
    const accounts = channel.sendsFor?.();
    try {
      return await outbox.claim({
        channel: channel.name,
        owner,
        now: now(),
        limit,
        ...(accounts && { accounts }),
        inHand,
      });
    } catch (error) {
      onError(error);
      return [];
    }
  }

  async function deliver(message: OutgoingMessage): Promise<void> {
    const result = await send(message);
    try {
      await outbox.settle(message, result, now());
    } catch (error) {
      // Unsettled: its lease runs out and it is sent again, or shown as unknown.
      onError(error);
    }
  }

  async function send(message: OutgoingMessage): Promise<SendResult> {
    try {
      return await channel.send(message.to, message.reply, message.id);
    } catch (error) {
      onError(error);
      return { kind: "unknown", why: describeError(error) };
    }
  }
}

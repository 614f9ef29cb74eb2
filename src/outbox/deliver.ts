import type { Channel, SendResult } from "../conversation/channel.ts";
import { pause } from "../conversation/pause.ts";
import { describeError } from "../errors.ts";
import { createGate } from "./gate.ts";
import type { Outbox, OutgoingMessage } from "./outbox.ts";
import { createPatience } from "./patience.ts";
import { createLocalSlots, type Clock, type Slots } from "./slots.ts";

/** How fast a channel may send. */
interface Pace {
  /** messages a second of one account */
  perSecond: number;
}

export interface DeliveryParts {
  outbox: Outbox;
  channel: Channel;
  pace: Pace;
  /** when messages may leave; kept by this process alone unless given */
  slots?: Slots;
  owner: string;
  now: () => Date;
  /** only goes forward, in milliseconds */
  clock?: Clock;
  onError: (error: unknown) => void;
}

export interface Delivery {
  /** Sends until `signal` aborts; what has been claimed is sent and settled first. */
  run(signal: AbortSignal): Promise<void>;
  wake(): void;
}

const LOOK_AGAIN_MS = 1000;
/** Claimed before its turn: so much that the next look is not hurried, so little that a pause takes effect soon. */
const AHEAD_SECONDS = 0.5;
/** In hand; while fewer than these are slow, the others go on. */
const MOST_AT_ONCE = 40;
const PERSONAL = 0;

/** Sends what waits for one channel, within its pace. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { outbox, channel, pace, owner, now, onError, clock } = parts;
  const wakers = new Set<() => void>();
  // Counted, because a sender that is just finding nothing is not waiting yet.
  let calls = 0;
  let ends = 0;
  const ahead = Math.max(1, Math.min(MOST_AT_ONCE / 2, Math.floor(pace.perSecond * AHEAD_SECONDS)));
  const gate = createGate(parts.slots ?? createLocalSlots(pace.perSecond, clock), onError, clock);
  const patience = createPatience();

  return {
    wake,
    async run(signal) {
      const inHand = new Map<string, Promise<void>>();
      let seen = { calls, ends };
      while (!signal.aborted) {
        const room = Math.min(ahead - gate.waiting(), MOST_AT_ONCE - inHand.size);
        // One look for several; somebody who has just been answered waits for no batch.
        const isWorthIt = room > 0 && (gate.waiting() <= ahead / 2 || calls !== seen.calls);
        seen = { calls, ends };
        const claimed = isWorthIt ? await claim(room, [...inHand.keys()]) : [];
        for (const message of claimed) {
          const sending = deliver(message).then(() => {
            inHand.delete(message.id);
            // There is room again, and the next one of its conversation may go.
            ends++;
            for (const wakeOne of wakers) wakeOne();
          });
          inHand.set(message.id, sending);
        }
        const isNews = calls !== seen.calls || ends !== seen.ends;
        if (claimed.length === 0 && !isNews) await pause(LOOK_AGAIN_MS, signal, wakers);
      }
      await Promise.all(inHand.values());
    },
  };

  function wake(): void {
    calls++;
    for (const wakeOne of wakers) wakeOne();
  }

  async function claim(limit: number, inHand: readonly string[]): Promise<readonly OutgoingMessage[]> {
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
    try {
      if (!(await mayLeave(message))) return;
      const result = await send(message);
      await outbox.settle(message, result, now());
      await restWhereAsked(message, result);
    } catch (error) {
      // Not marked, its lease runs out and it is taken anew; unsettled, it is sent again, or shown as unknown.
      onError(error);
    }
  }

  /** Waits for its moment. A personal reply may be repeated, so nobody need know whether it was on its way. */
  function mayLeave(message: OutgoingMessage): Promise<boolean> {
    const { to, priority } = message;
    return priority === PERSONAL
      ? gate.turn(to.account, priority)
      : gate.turn(to.account, priority, () => outbox.begin(message, now()));
  }

  async function send({ to, reply, id, priority }: OutgoingMessage): Promise<SendResult> {
    try {
      return await channel.send(to, reply, id, async () => {
        await gate.turn(to.account, priority);
      });
    } catch (error) {
      onError(error);
      return { kind: "unknown", why: describeError(error) };
    }
  }

  /** Told for one after the other to wait, it is not the chats but the account that must. */
  async function restWhereAsked(message: OutgoingMessage, result: SendResult): Promise<void> {
    if (message.priority === PERSONAL) return;
    const { channel: name, account } = message.to;
    const rest = patience.heard(message.to, result, now());
    if (rest !== null) await outbox.rest({ channel: name, account }, rest.until, rest.why, now());
  }
}

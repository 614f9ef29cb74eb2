import type { Address } from "../conversation/message.ts";
import type { Reply } from "../conversation/reply.ts";
import type { SendResult } from "../conversation/channel.ts";

export interface OutgoingMessage {
  id: string;
  to: Address;
  reply: Reply;
  /** how often it was tried before, not counting when it only had to wait for its turn */
  attempts: number;
  lease: { owner: string; until: Date };
}

/** Messages that must leave. Personal replies go before announcements, in order within a conversation. */
export interface Outbox {
  /**
   * The next messages that are due on a channel, leased to `owner`; at most `limit`, at most one a conversation.
   * `accounts`: only what these send; null for all.
   */
  claim(
    channel: string,
    owner: string,
    now: Date,
    limit: number,
    accounts?: readonly string[] | null,
  ): Promise<readonly OutgoingMessage[]>;
  /** Ignored when the lease has passed to somebody else. */
  settle(message: OutgoingMessage, result: SendResult, now: Date): Promise<void>;
}

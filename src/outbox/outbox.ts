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

export interface OutgoingClaim {
  channel: string;
  owner: string;
  now: Date;
  /** no more than these */
  limit: number;
  /** only what these accounts send; all of the channel's unless given */
  accounts?: readonly string[];
  /** ids of what the owner is still sending: not taken out of its hands, however long it takes */
  inHand?: readonly string[];
}

/** Messages that must leave. Personal replies go before announcements, in order within a conversation. */
export interface Outbox {
  /** The next messages that are due on a channel, leased to the claim's owner; at most one a conversation. */
  claim(claim: OutgoingClaim): Promise<readonly OutgoingMessage[]>;
  /** Ignored when the lease has passed to somebody else. */
  settle(message: OutgoingMessage, result: SendResult, now: Date): Promise<void>;
}

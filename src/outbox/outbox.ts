import type { Address } from "../conversation/message.ts";
import type { Reply } from "../conversation/reply.ts";
import type { SendResult } from "../conversation/channel.ts";

export interface OutgoingMessage {
  id: string;
  /** a line that waits in a conversation, or a row of the ledger that becomes one when it is sent */
  book: "outbox" | "ledger";
  to: Address;
  reply: Reply;
  /** 0 personal replies, 1 reminders, 2 announcements */
  priority: number;
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
  /**
   * Marks what nobody asked for as being sent, right before its own send, so that what a sudden end leaves unclear is only
   * what was on its way. False when it must not leave any more, or not now: it is no longer in hand.
   */
  begin(message: OutgoingMessage, now: Date): Promise<boolean>;
  /** Ignored when the lease has passed to somebody else. */
  settle(message: OutgoingMessage, result: SendResult, now: Date): Promise<void>;
  /** The platform wants an account to wait: nothing that nobody asked for leaves there until then, on any replica. */
  rest(account: { channel: string; account: string }, until: Date, why: string, now: Date): Promise<void>;
}

import type { Address, IncomingMessage } from "./message.ts";
import type { Reply } from "./reply.ts";

/** How one attempt to send ended, as far as the platform told. */
export type SendResult =
  /** `ref` is the platform's id of the message, where it gives one */
  | { kind: "sent"; ref: string | null }
  | Retry
  /** will never arrive; `because` where it says something of more than this message */
  | { kind: "refused"; why: string; because?: Refusal }
  /** the platform takes nothing more for this person until they write again */
  | { kind: "when_they_write"; why: string }
  /** the request left but no answer came: it may have arrived */
  | { kind: "unknown"; why: string };

/** blocked: nothing reaches this person until they write again; quota: the plan of the account is used up */
type Refusal = "blocked" | "quota";

/**
 * Not sent, and worth another try. pace: it only has to wait for its turn, or for a limit to pass; outage: nothing gets
 * through at present, whatever is sent.
 */
interface Retry {
  kind: "retry";
  because: "pace" | "outage";
  afterMs: number;
  why: string;
}

export function waitsItsTurn(afterMs: number, why: string): Retry {
  return { kind: "retry", because: "pace", afterMs, why };
}

export function channelIsAway(afterMs: number, why: string): Retry {
  return { kind: "retry", because: "outage", afterMs, why };
}

/** Answers in the making. What is shown is stored nowhere: the committed answer takes its place, or nothing does. */
export interface Drafts {
  /**
   * Begins to answer the message `inReplyTo`. What comes back shows the text so far, and opens whatever follows; null
   * where the channel shows no drafts.
   */
  begin(to: Address, inReplyTo: string): ((text: string) => void) | null;
}

/** One message as people see it. */
export interface ShownMessage {
  text: string;
  /** labels of buttons below it */
  buttons: readonly string[];
  /** name of a file sent as a message of its own */
  file: string | null;
}

export interface ShowsDrafts {
  /** whether this chat is shown drafts at present; without it every chat is */
  sees?(to: Address): boolean;
  /** Awaited before each draft: resolves at its moment. False when no more are shown of this answer. */
  turn?(to: Address, inReplyTo: string): Promise<boolean>;
  show(to: Address, inReplyTo: string, text: string): void;
  /** the turn is over, however it ended */
  end(to: Address, inReplyTo: string): void;
}

export interface Channel {
  readonly name: string;
  /** shows answers in the making; without it people see them when they are committed */
  readonly drafts?: ShowsDrafts;
  /** shows the words of citations with every answer, so that nobody has to ask for them */
  readonly showsBasis?: true;
  /** the messages that a reply would be here, in their order; nothing is sent */
  preview?(reply: Reply): readonly ShownMessage[];
  /** Takes messages until `signal` aborts. Awaits `accept` before acknowledging the platform. */
  listen(accept: (message: IncomingMessage) => Promise<boolean>, signal: AbortSignal): Promise<void>;
  /** Accounts that this replica can send for now; without it all of the channel's. */
  sendsFor?: () => readonly string[];
  /**
   * `id` is our id of the message, for platforms that can tell a repeated one. What takes more than one message of the
   * platform's waits for `turn` before each further one. Never throws.
   */
  send(to: Address, reply: Reply, id: string, turn?: () => Promise<void>): Promise<SendResult>;
}

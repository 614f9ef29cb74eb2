import type { Channel, SendResult } from "../../../src/conversation/channel.ts";
import type { Address, IncomingMessage } from "../../../src/conversation/message.ts";
import type { Reply } from "../../../src/conversation/reply.ts";

export type Accept = (message: IncomingMessage) => Promise<boolean>;

/** Whether the platform was told that a message arrived. */
export type Taken = "taken" | "not taken";

/** What a person sees of one message of ours. */
export interface Seen {
  text: string;
  /** labels of the buttons below it */
  buttons?: readonly string[];
  /** names of files that came with it */
  files?: readonly string[];
}

/** Cases that not every platform can have. */
export type SpecialCase =
  | "buttons"
  | "numbers"
  | "group"
  | "media"
  | "own echo"
  | "brought again"
  | "refused recipient"
  | "retry-after"
  | "lost reply"
  | "bad secret"
  | "probe"
  | "large body";

/** A channel with its platform, or a double of it, and one person on the other side. */
export interface ChannelUnderTest {
  /** the one at work now; another after a restart */
  readonly channel: Channel;
  /**
   * The person says something; `id` tells one message from another. Resolves when the platform was told that it
   * arrived, or was not.
   */
  say(id: string, said: { text: string } | { choice: string }): Promise<Taken>;
  /** sends a reply to that person, as the outbox does */
  send(to: Address, reply: Reply, id: string): Promise<SendResult>;
  /** what that person sees of ours, in order; a long text may come in several parts */
  seen(): Promise<readonly Seen[]>;
  /**
   * Ends the channel and begins another over the same platform, as a new process would. What the platform was not told
   * to have arrived, it brings again.
   */
  restart(accept: Accept): Promise<void>;
  /** input that no honest platform sends; each must end without an exception and without a message */
  broken: Readonly<Record<string, () => Promise<unknown>>>;
  stop(): Promise<void>;

  /** a group the person is in */
  group?: {
    /** resolves when the platform has done with it */
    say(id: string, text: string, toUs: boolean): Promise<unknown>;
    seen(): readonly Seen[];
  };
  /** the person sends something no words can be read from, a sticker */
  sayUnreadable?: (id: string) => Promise<Taken>;
  /** the platform brings what we said ourselves */
  echo?: (id: string) => Promise<unknown>;
  platform?: Partial<Platform>;
  webhook?: Partial<Webhook>;
}

/** What the platform does to the next message of ours. */
interface Platform {
  /** the person takes nothing from us any more */
  block: () => void;
  /** says that it is too much; returns for how long, in milliseconds */
  limit: () => number;
  /** takes it and hangs up without a reply */
  loseReply: () => void;
}

/** Calls from outside; each resolves to the HTTP status. */
interface Webhook {
  /** an honest message of somebody who does not know the secret */
  forge: () => Promise<number>;
  /** what the platform sends unsigned while the address is being saved */
  probe: () => Promise<number>;
  /** an honest message with a body of that many bytes or a few more */
  large: (bytes: number) => Promise<number>;
}

export interface ChannelHarness {
  /** `now` may jump ahead of the real clock */
  start(accept: Accept, now: () => Date): Promise<ChannelUnderTest>;
  /** the longest text that a person can send there */
  longestText: number;
  /** cases this channel cannot have, with the reason */
  cannot: Readonly<Partial<Record<SpecialCase, string>>>;
}

import type { Unreachable } from "./reasons.ts";

/** What a channel allows to be told unasked. */
export interface ChannelReach {
  /** how long after they wrote people can be told anything; always, unless given */
  windowMs?: number;
  /** what the plan of each account has room for; any number of messages, unless given */
  quota?: Quota;
}

/** Data and no question: the count is read with everything else, in one transaction. */
interface Quota {
  messages: number;
  /** names the stretch of time that they are for, as the channel counts them: "2026-10" */
  periodOf: (now: Date) => string;
}

/** Null: the channel is not in use here. */
export type ReachOf = (channel: string) => ChannelReach | null;

/** Whom a filter would reach at this moment. */
export interface Reach {
  /** everybody it fits, however they stand */
  total: number;
  /** could be sent to now */
  reachable: number;
  /** of the reachable, by channel */
  byChannel: readonly { channel: string; count: number }[];
  /** agreed, but their channel takes nothing until they write again */
  whenTheyWrite: number;
  unreachable: readonly { reason: Unreachable; count: number }[];
}

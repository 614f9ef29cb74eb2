/** What a channel allows to be told unasked. */
export interface ChannelReach {
  /** how long after they wrote people can be told anything; always, unless given */
  windowMs?: number;
  /** announcements that the plan of an account still has room for; any number, unless given */
  quotaLeft?: (account: string) => Promise<number>;
}

/** Null: the channel is not in use here. */
export type ReachOf = (channel: string) => ChannelReach | null;

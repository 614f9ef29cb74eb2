import type { ChannelState } from "../../conversation/state-watch.ts";

/** How an account of a channel stands, as the replica says that matters most for it. */
export interface AccountStanding extends ChannelState {
  replica: string;
  saidAt: Date;
  /** nobody alive says anything about it */
  isStale: boolean;
}

export interface ReplicaLine {
  replica: string;
  saidAt: Date;
  states: readonly ChannelState[];
}

export interface ChannelStandings {
  accounts(now: Date): Promise<readonly AccountStanding[]>;
  replicas(): Promise<readonly ReplicaLine[]>;
}

import type { ChannelState } from "../../../conversation/state-watch.ts";
import { replicaStates } from "../channel-states.ts";
import type { Database } from "../database.ts";

/** How an account stands for staff: what the replica says that matters most for it. */
export interface AccountStanding extends ChannelState {
  /** who says so */
  replica: string;
  saidAt: Date;
  /** nobody alive says anything about this account: what stands here was so when its replica died */
  isStale: boolean;
}

/** Three times as long as a replica is silent between two words. */
const SILENCE_MS = 90_000;

const WEIGHT = { ok: 0, waiting: 1, stopped: 2 } as const;

/**
 * One state for each account of each channel, by channel and account. A replica that runs the account counts before
 * one that only stands by, one that is alive before one that is not; of several the one in the worst state tells.
 */
export async function channelStates(database: Database, now: Date): Promise<readonly AccountStanding[]> {
  const standings = (await replicaStates(database)).flatMap(({ replica, saidAt, states }) =>
    states.map((state): AccountStanding => ({
      ...state,
      replica,
      saidAt,
      isStale: now.getTime() - saidAt.getTime() > SILENCE_MS,
    })),
  );
  const telling = new Map<string, AccountStanding>();
  for (const standing of standings.toSorted(byWeight)) {
    const key = JSON.stringify([standing.channel, standing.account]);
    if (!telling.has(key)) telling.set(key, standing);
  }
  return [...telling.values()].toSorted(
    (a, b) => a.channel.localeCompare(b.channel) || a.account.localeCompare(b.account),
  );
}

/** First the one that tells. */
function byWeight(a: AccountStanding, b: AccountStanding): number {
  if (a.isStale !== b.isStale) return a.isStale ? 1 : -1;
  // Of the dead the last to die.
  if (a.isStale) return b.saidAt.getTime() - a.saidAt.getTime();
  if (a.isStandby !== b.isStandby) return a.isStandby ? 1 : -1;
  return WEIGHT[b.state] - WEIGHT[a.state] || b.since.getTime() - a.since.getTime();
}

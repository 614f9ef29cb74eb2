import type { ChannelState, ChannelStates } from "../../conversation/state-watch.ts";
import { later } from "./backoff.ts";
import type { Database } from "./database.ts";

const PREFIX = "channel.states.";

/** Rows of replicas that died are kept so long, for whoever looks why nothing runs. */
const KEPT_MS = 24 * 3_600_000;

/** What one replica last said, and when. */
export interface ReplicaStates {
  replica: string;
  saidAt: Date;
  states: readonly ChannelState[];
}

/** What replicas say about their channels: a row of settings each, replaced as a whole. */
export function createChannelStates({ client }: Database): ChannelStates {
  return {
    async keep(replica, states, now) {
      const key = PREFIX + replica;
      const row = { value: JSON.stringify(states), updatedAt: now };
      await client.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
      await client.setting.deleteMany({
        where: { key: { startsWith: PREFIX }, updatedAt: { lt: later(now, -KEPT_MS) } },
      });
    },
    async forget(replica) {
      await client.setting.deleteMany({ where: { key: PREFIX + replica } });
    },
  };
}

/** All replicas that are alive, and those that died not long ago. */
export async function replicaStates({ client }: Database): Promise<readonly ReplicaStates[]> {
  const rows = await client.setting.findMany({ where: { key: { startsWith: PREFIX } } });
  return rows.map(({ key, value, updatedAt }) => ({
    replica: key.slice(PREFIX.length),
    saidAt: updatedAt,
    states: JSON.parse(value, reviveDates) as ChannelState[],
  }));
}

function reviveDates(name: string, value: unknown): unknown {
  return (name === "since" || name === "at") && typeof value === "string" ? new Date(value) : value;
}

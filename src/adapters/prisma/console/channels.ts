import type { ChannelStandings } from "../../../console/channels/port.ts";
import { replicaStates } from "../channel-states.ts";
import type { Database } from "../database.ts";
import { channelStates } from "../staff/channel-states.ts";

export function createChannelStandings(database: Database): ChannelStandings {
  return {
    accounts: (now) => channelStates(database, now),
    replicas: () => replicaStates(database),
  };
}

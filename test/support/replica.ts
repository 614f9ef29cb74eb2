// A replica of the service as a process of its own, which a test may kill: replica.ts '<JSON of ReplicaWish>'.
// Prints "running" once it works; SIGTERM stops it as it should.
import { openDatabase, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import type { ChannelSettings } from "../../src/channel-config.ts";
import { loadChannels } from "../../src/channels.ts";
import type { TurnTimes } from "../../src/conversation/turns.ts";
import { runApp } from "./app.ts";

export interface ReplicaWish {
  place: DatabasePlace;
  channels: ChannelSettings;
  turnTimes: Partial<TurnTimes>;
}

const { place, channels, turnTimes } = JSON.parse(process.argv[2] ?? "") as ReplicaWish;
const database = await openDatabase(place);
const app = await runApp(database, {
  channels: await loadChannels(channels),
  turnTimes,
  now: () => new Date(),
});
process.once("SIGTERM", () => {
  void app
    .stop()
    .then(() => database.close())
    .then(() => process.exit(0));
});
process.stdout.write("running\n");

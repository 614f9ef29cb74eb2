import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Database } from "../../src/adapters/prisma/client.ts";
import { createSeal } from "../../src/adapters/prisma/sealed.ts";
import { loadChannels, type ChannelInUse, type MakeChannel } from "../../src/channels.ts";
import type { Config } from "../../src/config.ts";
import { runApp, TEST_DAY } from "../support/app.ts";
import { signIn, type Platforms } from "./platforms.ts";

export interface Service {
  url: string;
  /** those on other platforms, as the service uses them */
  channels: readonly ChannelInUse[];
  stop(): Promise<void>;
}

interface Options {
  now?: () => Date;
  port?: number;
  /** other pages at the same address, which may show the chat in a frame */
  pages?: (url: string) => Hono;
  onError?: (error: unknown) => void;
  settings?: Partial<Config>;
}

/** The real service at a loopback address, connected to all platforms. */
export async function startService(
  database: Database,
  platforms: Platforms,
  { now = clockFrom(TEST_DAY), port = 0, pages, onError = console.error, settings = {} }: Options = {},
): Promise<Service> {
  // The address is known only once something listens there.
  const outer = new Hono();
  const answer = getRequestListener((request) => outer.fetch(request));
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const seal = createSeal("khóa của bản thử");
  await signIn(platforms, database, seal, now());
  const inUse: ChannelInUse[] = [];
  const channels = (await loadChannels(platforms.settings)).map((make): MakeChannel => (core) => {
    const made = make(core);
    inUse.push(made);
    return made;
  });
  const app = await runApp(database, { channels, seal, now, onError }, { widgetOrigins: [url], ...settings });
  if (pages) outer.route("/", pages(url));
  outer.route("/", app.web);
  platforms.zaloOa.hook(`${url}/zalo-oa/${platforms.zaloOa.account.oaId}`);
  await platforms.zaloPersonal.until(() => platforms.zaloPersonal.isConnected());
  return {
    url,
    channels: inUse,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await app.stop();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** One that stands still would make the channels wait for their pace. */
function clockFrom(moment: Date): () => Date {
  const ahead = moment.getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}

// The whole service as a process of its own, killed by its test. Says where it listens, and then does as it is told.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { openDatabase } from "../../../src/adapters/prisma/client.ts";
import { loadChannels, type MakeChannel } from "../../../src/channels.ts";
import type { TurnTimes } from "../../../src/conversation/turns.ts";
import { runApp } from "../app.ts";
import { forgetful } from "../forgetful.ts";
import { smallKnowledge } from "../small-knowledge.ts";
import type { Order, Window } from "./orders.ts";
import { hang, stoppingDatabase, tell, type Armed } from "./stops.ts";

/** As in the service, only sooner: what a dead process polled for is soon taken over. */
const TURNS: TurnTimes = { leaseMs: 3_000, renewMs: 500, lookMs: 100, marginMs: 1_000 };

let window: Window | null = null;
let aheadMs = 0;
const armed: Armed = () => window;

let serve: (request: Request) => Response | Promise<Response> = () =>
  new Response("not yet", { status: 503 });
const listener = getRequestListener((request) => serve(request));
const server = createServer((request, response) => void listener(request, response));
server.listen(0, "127.0.0.1", () => {
  tell({ kind: "listening", url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on("message", (order: Order) => {
  switch (order.kind) {
    case "start":
      void work(order);
      return;
    case "arm":
      window = order.window;
      tell({ kind: "armed" });
      return;
    case "let_pass":
      aheadMs += order.ms;
  }
});

async function work({ place, channels, mistake }: Extract<Order, { kind: "start" }>): Promise<void> {
  const opened = await openDatabase(place);
  const database = mistake === "takes every delivery for a new message" ? forgetful(opened) : opened;
  const made = await loadChannels(channels);
  const app = await runApp(stoppingDatabase(database, armed), {
    knowledge: smallKnowledge(),
    turnTimes: TURNS,
    channels: mistake === "tells the platform first" ? made.map(hasty) : made,
    now: () => new Date(Date.now() + aheadMs),
  });
  serve = (request) => app.web.fetch(request);
}

/** The platform is told that a message arrived, and the process ends before it is stored. */
function hasty(make: MakeChannel): MakeChannel {
  return (core) => {
    const used = make(core);
    const { channel } = used;
    return {
      ...used,
      channel: {
        name: channel.name,
        send: (to, reply, id) => channel.send(to, reply, id),
        listen: (accept, signal) =>
          channel.listen((message) => {
            if (armed() === null) return accept(message);
            void hang();
            return Promise.resolve(true);
          }, signal),
      },
    };
  };
}

import type { Inbound } from "../../../../src/channels/zalo-bot/settings.ts";
import { describeChannel } from "../../../contracts/channel.ts";
import { textUpdate } from "../../../doubles/zalo-bot.ts";
import { SECRET, start, type Running } from "./running.ts";

const LONGEST_TEXT = 2_000;
const CHAT = "6ede9afa66b88fe6d6a9";

for (const mode of ["webhook", "polling"] as const) {
  describeChannel(`zalo-bot by ${mode}`, {
    longestText: LONGEST_TEXT,
    withoutButtons: true,
    async start(accept) {
      let refused: () => void = () => undefined;
      const running = await start({
        mode,
        async accept(message) {
          try {
            return await accept(message);
          } catch (error) {
            refused();
            throw error;
          }
        },
      });
      const { double } = running;
      return {
        channel: running.channel,
        async say(id, said) {
          const text = "text" in said ? said.text : said.choice;
          const notTaken = new Promise<"not taken">((resolve) => {
            refused = () => {
              resolve("not taken");
            };
          });
          const status = await double.bring(textUpdate({ id, text, chat: CHAT }));
          if (status !== null) return status === 200 ? "taken" : "not taken";
          return Promise.race([notTaken, double.polledDry().then(() => "taken" as const)]);
        },
        send: (to, reply, id) => running.channel.send(to, reply, id),
        seen: () => Promise.resolve(double.sent.filter(({ chat }) => chat === CHAT)),
        broken: brokenInput(mode, running),
        stop: () => running.stop(),
      };
    },
  });
}

function brokenInput(mode: Inbound["kind"], { double, webhookUrl }: Running) {
  const updates = {
    "not an object": [1, "a", null],
    "no message": { event_name: "message.text.received" },
    "a message without anything": { event_name: "message.text.received", message: {} },
    "no id": {
      ...textUpdate({ id: "x", text: "a" }),
      message: { text: "a", from: { id: "1" }, chat: { id: "1" } },
    },
    "a text that is none": {
      event_name: "message.text.received",
      message: { text: { a: 1 }, from: 3, chat: [] },
    },
    "an event from nowhere": { event_name: 7, message: textUpdate({ id: "x", text: "a" }).message },
  };
  const brought = Object.entries(updates).map(([what, update]): [string, () => Promise<unknown>] => [
    what,
    async () => {
      await double.bring(update);
      await double.polledDry();
    },
  ]);
  if (mode === "polling") return Object.fromEntries(brought);
  const post = (body: string, headers: Record<string, string> = { "x-bot-api-secret-token": SECRET }) =>
    fetch(webhookUrl, { method: "POST", body, headers: { connection: "close", ...headers } });
  const good = JSON.stringify(textUpdate({ id: "forged", text: "a" }));
  return {
    ...Object.fromEntries(brought),
    "no JSON": () => post("{"),
    "an empty body": () => post(""),
    "an endless body": () => post(JSON.stringify(textUpdate({ id: "x", text: "a".repeat(1_100_000) }))),
    "no secret": () => post(good, {}),
    "a wrong secret": () => post(good, { "x-bot-api-secret-token": `${SECRET}x` }),
  };
}

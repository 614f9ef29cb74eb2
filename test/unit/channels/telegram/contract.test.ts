import type { Inbound } from "../../../../src/channels/telegram/settings.ts";
import { describeChannel } from "../../../contracts/channel.ts";
import { ALICE, pressUpdate, textUpdate } from "../../../doubles/telegram/updates.ts";
import { SECRET, start, type Running } from "./running.ts";

for (const mode of ["webhook", "polling"] as const) {
  describeChannel(`telegram by ${mode}`, {
    longestText: 4_096,
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
      const bot = { id: Number(double.account) };
      const said = new Set<number>();
      return {
        channel: running.channel,
        async say(id, what) {
          const number = 1_000 + Number(id);
          const update =
            "text" in what ? textUpdate(number, { text: what.text }) : pressUpdate(number, what.choice, bot);
          const notTaken = new Promise<"not taken">((resolve) => {
            refused = () => {
              resolve("not taken");
            };
          });
          if (mode === "polling" && said.has(number)) double.updates.redeliver(update);
          const status = mode === "polling" && said.has(number) ? null : await double.bring(update);
          said.add(number);
          if (status !== null) return status === 200 ? "taken" : "not taken";
          return Promise.race([notTaken, double.updates.confirmed(number).then(() => "taken" as const)]);
        },
        send: (to, reply, id) => running.channel.send(to, reply, id),
        seen: () => Promise.resolve(double.chats.sent.filter(({ chat }) => chat === String(ALICE.id))),
        broken: brokenInput(mode, running),
        stop: () => running.stop(),
      };
    },
  });
}

function brokenInput(mode: Inbound["kind"], { double, webhookUrl }: Running) {
  const good = textUpdate(1, { text: "a" });
  const updates = {
    "an update of no kind": { update_id: 1 },
    "a message that is none": { update_id: 2, message: 7 },
    "a message without anything": { update_id: 3, message: {} },
    "no sender": { update_id: 4, message: { ...good.message, from: undefined } },
    "a text that is none": { update_id: 5, message: { ...good.message, text: { a: 1 } } },
    "a chat that is none": { update_id: 6, message: { ...good.message, chat: "700" } },
    "a button without anything": { update_id: 7, callback_query: {} },
    "a button with words": pressUpdate(8, "chữ có dấu", { id: 1 }),
  };
  const brought = Object.entries(updates).map(([what, update]): [string, () => Promise<unknown>] => [
    what,
    async () => {
      const status = await double.bring(update);
      if (status === null && "message" in update) await double.updates.confirmed(update.update_id);
    },
  ]);
  if (mode === "polling") return Object.fromEntries(brought);
  const post = (
    body: string,
    headers: Record<string, string> = { "x-telegram-bot-api-secret-token": SECRET },
  ) => fetch(webhookUrl, { method: "POST", body, headers: { connection: "close", ...headers } });
  const forged = JSON.stringify(textUpdate(99, { text: "a" }));
  return {
    ...Object.fromEntries(brought),
    "not an object": () => post("[1, null]"),
    "no JSON": () => post("{"),
    "an empty body": () => post(""),
    "an endless body": () => post(JSON.stringify(textUpdate(98, { text: "a".repeat(1_100_000) }))),
    "no secret": () => post(forged, {}),
    "a wrong secret": () => post(forged, { "x-telegram-bot-api-secret-token": `${SECRET}x` }),
  };
}

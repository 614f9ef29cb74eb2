import type { Inbound } from "../../../../src/channels/zalo-bot/settings.ts";
import { describeChannel } from "../../../contracts/channel.ts";
import { withEar } from "../../../contracts/channel/ear.ts";
import type { Accept, Taken } from "../../../contracts/channel/harness.ts";
import { textUpdate, type ZaloBotDouble } from "../../../doubles/zalo-bot.ts";
import { SECRET, start, type Running } from "./running.ts";

const LONGEST_TEXT = 2_000;
const CHAT = "6ede9afa66b88fe6d6a9";
const GROUP = "g-77aa";

const POLLED = "we call Zalo, nobody calls us";

for (const mode of ["webhook", "polling"] as const) {
  describeChannel(`zalo-bot by ${mode}`, {
    longestText: LONGEST_TEXT,
    cannot: {
      buttons: "the platform has none, choices are numbers to type",
      probe: "Zalo's call for a try carries the secret (webhook.test.ts)",
      ...(mode === "polling" && {
        "bad secret": POLLED,
        "large body": POLLED,
        "brought again": "what a poll was given once is forgotten there (QUIRKS.md): use the webhook",
      }),
    },
    async start(accept, now) {
      let running = await begin(mode, accept, now);
      const { double } = running;
      const notTaken: unknown[] = [];
      const bring = async (update: unknown): Promise<Taken> => {
        const refused = running.refused();
        const status = await double.bring(update);
        if (status === null)
          return Promise.race([
            refused.then(() => "not taken" as const),
            double.polledDry().then(() => "taken" as const),
          ]);
        if (status !== 200) notTaken.push(update);
        return status === 200 ? "taken" : "not taken";
      };
      return {
        get channel() {
          return running.channel;
        },
        say: (id, said) =>
          bring(textUpdate({ id, text: "text" in said ? said.text : said.choice, chat: CHAT })),
        send: (to, reply, id) => running.channel.send(to, reply, id),
        seen: () => Promise.resolve(double.sent.filter(({ chat }) => chat === CHAT)),
        async restart(again) {
          await running.stop();
          running = await begin(mode, again, now, double);
          for (const update of notTaken.splice(0)) await bring(update);
        },
        broken: brokenInput(mode, running),
        stop: () => running.stop(),
        group: {
          // What does not call the bot is not brought at all.
          say: async (id, text, toUs) =>
            toUs
              ? bring(textUpdate({ id, text: `@Bot NSCL ${text}`, chat: GROUP, sender: CHAT, isGroup: true }))
              : undefined,
          seen: () => double.sent.filter(({ chat }) => chat === GROUP),
        },
        sayUnreadable: (id) => {
          const { message } = textUpdate({ id, text: "", chat: CHAT });
          return bring({ event_name: "message.sticker.received", message: { ...message, sticker: "s1" } });
        },
        echo: (id) => {
          const update = textUpdate({ id, text: "của bot", chat: CHAT, sender: double.account });
          const from = { ...update.message.from, is_bot: true };
          return bring({ ...update, message: { ...update.message, from } });
        },
        platform: {
          block: () => {
            double.faults.add("sendMessage", failure(403, "Forbidden: user blocked the bot"));
          },
          limit: () => {
            double.faults.add("sendMessage", failure(429, "Too many requests", { "retry-after": "3600" }));
            return 3_600_000;
          },
          loseReply: () => {
            double.faults.add("sendMessage", { kind: "drop" });
          },
        },
        webhook: {
          forge: () => statusOf(post(running, forged(), { [HEADER]: `${SECRET}x` })),
          large: (bytes) =>
            statusOf(post(running, JSON.stringify(textUpdate({ id: "x", text: "a".repeat(bytes) })))),
        },
      };
    },
  });
}

/** The channel with an ear for what it could not store. */
async function begin(mode: Inbound["kind"], accept: Accept, now: () => Date, double?: ZaloBotDouble) {
  const ear = withEar(accept);
  const running = await start({ mode, now, accept: ear.accept, ...(double && { double }) });
  return { ...running, refused: ear.refused };
}

function failure(code: number, description: string, headers: Record<string, string> = {}) {
  const body = { ok: false, error_code: code, description };
  return { kind: "status", status: 200, headers, body } as const;
}

const HEADER = "x-bot-api-secret-token";

function post({ webhookUrl }: Running, body: string, headers: Record<string, string> = { [HEADER]: SECRET }) {
  return fetch(webhookUrl, { method: "POST", body, headers: { connection: "close", ...headers } });
}

async function statusOf(call: Promise<Response>): Promise<number> {
  return (await call).status;
}

function forged(): string {
  return JSON.stringify(textUpdate({ id: "forged", text: "a" }));
}

function brokenInput(mode: Inbound["kind"], running: Running) {
  const { double } = running;
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
  return {
    ...Object.fromEntries(brought),
    "no JSON": () => post(running, "{"),
    "an empty body": () => post(running, ""),
    "no secret": () => post(running, forged(), {}),
  };
}

import type { Inbound } from "../../../../src/channels/telegram/settings.ts";
import { describeChannel } from "../../../contracts/channel.ts";
import { withEar } from "../../../contracts/channel/ear.ts";
import type { Accept, Taken } from "../../../contracts/channel/harness.ts";
import type { TelegramDouble } from "../../../doubles/telegram.ts";
import { ALICE, GROUP, messageUpdate, pressUpdate, textUpdate } from "../../../doubles/telegram/updates.ts";
import { SECRET, start, type Running } from "./running.ts";

type Update = { update_id: number } & Record<string, unknown>;

const POLLED = "we call Telegram, nobody calls us";

for (const mode of ["webhook", "polling"] as const) {
  describeChannel(`telegram by ${mode}`, {
    longestText: 4_096,
    cannot: {
      numbers: "choices are buttons",
      probe: "Telegram saves the address without calling it",
      ...(mode === "polling" && { "bad secret": POLLED, "large body": POLLED }),
    },
    async start(accept, now) {
      let running = await begin(mode, accept, now);
      const { double } = running;
      const bring = mode === "webhook" ? byWebhook(double) : byPolling(double, () => running.refused());
      const bot = { id: Number(double.account), is_bot: true, first_name: "NSCL" };
      const calling = `@${double.username} `;
      const callingUs = { entities: [{ type: "mention", offset: 0, length: calling.length - 1 }] };
      return {
        get channel() {
          return running.channel;
        },
        say: (id, what) =>
          bring.update(
            "text" in what
              ? textUpdate(numberOf(id), { text: what.text })
              : pressUpdate(numberOf(id), what.choice, bot),
          ),
        send: (to, reply, id) => running.channel.send(to, reply, id),
        seen: () => Promise.resolve(seenIn(double, ALICE.id)),
        async restart(again) {
          await running.stop();
          running = await begin(mode, again, now, double);
          await bring.waiting();
        },
        broken: brokenInput(mode, running),
        stop: () => running.stop(),
        group: {
          say: (id, text, toUs) =>
            bring.update(
              textUpdate(numberOf(id), {
                chat: GROUP,
                text: toUs ? calling + text : text,
                ...(toUs && { more: callingUs }),
              }),
            ),
          seen: () => seenIn(double, GROUP),
        },
        sayUnreadable: (id) =>
          bring.update(messageUpdate(numberOf(id), { sticker: { file_id: "s", emoji: "👍" } })),
        echo: (id) => bring.update(textUpdate(numberOf(id), { text: "của bot", from: bot })),
        platform: {
          block: () => void double.chats.blocked.add(String(ALICE.id)),
          limit: () => {
            const seconds = 10_072;
            const description = `Too Many Requests: retry after ${seconds}`;
            const body = { ok: false, error_code: 429, description, parameters: { retry_after: seconds } };
            double.faults.add("sendMessage", { kind: "status", status: 429, body });
            return seconds * 1_000;
          },
          loseReply: () => {
            double.faults.add("sendMessage", { kind: "drop" });
          },
        },
        webhook: {
          forge: () => statusOf(post(running, forged(), { [HEADER]: `${SECRET}x` })),
          large: (bytes) =>
            statusOf(post(running, JSON.stringify(textUpdate(98, { text: "a".repeat(bytes) })))),
        },
      };
    },
  });
}

/** The channel with an ear for what it could not store. */
async function begin(mode: Inbound["kind"], accept: Accept, now: () => Date, double?: TelegramDouble) {
  const ear = withEar(accept);
  const running = await start({ mode, now, accept: ear.accept, ...(double && { double }) });
  return { ...running, refused: ear.refused };
}

interface Bringing {
  update(update: Update): Promise<Taken>;
  /** once more what the channel did not take, as Telegram does */
  waiting(): Promise<void>;
}

function byWebhook(double: TelegramDouble): Bringing {
  const notTaken = new Map<number, Update>();
  const update = async (one: Update): Promise<Taken> => {
    const isTaken = (await double.bring(one)) === 200;
    if (isTaken) notTaken.delete(one.update_id);
    else notTaken.set(one.update_id, one);
    return isTaken ? "taken" : "not taken";
  };
  return {
    update,
    async waiting() {
      for (const one of [...notTaken.values()]) await update(one);
    },
  };
}

/** What was not confirmed comes with the next poll by itself. */
function byPolling(double: TelegramDouble, refused: () => Promise<void>): Bringing {
  const said = new Set<number>();
  return {
    async update(one) {
      const notTaken = refused();
      if (said.has(one.update_id)) double.updates.redeliver(one);
      else await double.bring(one);
      said.add(one.update_id);
      return Promise.race([
        notTaken.then(() => "not taken" as const),
        double.updates.confirmed(one.update_id).then(() => "taken" as const),
      ]);
    },
    waiting: () => Promise.resolve(),
  };
}

function seenIn(double: TelegramDouble, chat: number) {
  return double.chats.sent
    .filter((sent) => sent.chat === String(chat))
    .map(({ text, buttons, file }) => ({
      text,
      buttons: buttons.map((button) => button.text),
      files: file === null ? [] : [file.name],
    }));
}

function numberOf(id: string): number {
  return 1_000 + Number(id);
}

const HEADER = "x-telegram-bot-api-secret-token";

function post({ webhookUrl }: Running, body: string, headers: Record<string, string> = { [HEADER]: SECRET }) {
  return fetch(webhookUrl, { method: "POST", body, headers: { connection: "close", ...headers } });
}

async function statusOf(call: Promise<Response>): Promise<number> {
  return (await call).status;
}

function forged(): string {
  return JSON.stringify(textUpdate(99, { text: "a" }));
}

function brokenInput(mode: Inbound["kind"], running: Running) {
  const { double } = running;
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
  return {
    ...Object.fromEntries(brought),
    "not an object": () => post(running, "[1, null]"),
    "no JSON": () => post(running, "{"),
    "an empty body": () => post(running, ""),
    "no secret": () => post(running, forged(), {}),
  };
}

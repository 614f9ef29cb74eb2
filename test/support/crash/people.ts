import { randomUUID } from "node:crypto";
import { textUpdate as telegramText } from "../../doubles/telegram/updates.ts";
import { startTelegram } from "../../doubles/telegram.ts";
import { startZaloBot, textUpdate as zaloBotText } from "../../doubles/zalo-bot.ts";
import { chatClient, type Accepted } from "../chat-client.ts";
import { NO_CHANNELS } from "../channel-settings.ts";
import { redelivery, type MakePerson, type Person } from "./person.ts";

type Mode = "polling" | "webhook";

const SECRET = "canary-webhook-secret-99";

function inbound(mode: Mode, publicUrl: string) {
  return mode === "polling" ? { kind: mode } : { kind: mode, publicUrl, secret: SECRET };
}

/** Telegram brings an update until it is confirmed: by a later poll, or by the answer of the webhook. */
export function onTelegram(mode: Mode): MakePerson {
  return async () => {
    const double = await startTelegram();
    const platform = redelivery();
    let updates = 0;
    return {
      channels: (url) => ({
        ...NO_CHANNELS,
        telegram: {
          bots: [{ token: double.token }],
          inbound: inbound(mode, url),
          apiRoot: double.url,
          pollSeconds: 1,
          limits: { chatEveryMs: 0 },
          timing: { betweenPolls: 1, firstBackoff: 20 },
        },
      }),
      async say(text) {
        updates += 1;
        const id = updates;
        const update = telegramText(id, { text });
        if (mode === "webhook") return platform.untilTaken(async () => (await double.bring(update)) === 200);
        await double.bring(update);
        return double.updates.confirmed(id);
      },
      heard: () => Promise.resolve(double.chats.sent.map(({ text }) => text)),
      stop() {
        platform.end();
        return double.stop();
      },
    };
  };
}

/** Zalo's bots: the webhook is called again; what a poll handed out is forgotten. */
export function onZaloBot(mode: Mode): MakePerson {
  return async () => {
    const double = await startZaloBot();
    const platform = redelivery();
    let messages = 0;
    return {
      channels: (url) => ({
        ...NO_CHANNELS,
        zaloBot: {
          bots: [{ token: double.token }],
          inbound: inbound(mode, url),
          apiRoot: double.url,
          pollSeconds: 1,
          timing: { betweenPolls: 1, firstBackoff: 20 },
        },
      }),
      async say(text) {
        messages += 1;
        const update = zaloBotText({ id: `z${messages}`, text });
        if (mode === "webhook") return platform.untilTaken(async () => (await double.bring(update)) === 200);
        await double.bring(update);
        return double.polledDry();
      },
      heard: () => Promise.resolve(double.sent.map(({ text }) => text)),
      stop() {
        platform.end();
        return double.stop();
      },
    };
  };
}

/** A program at the web API: it posts a message with the same id until it has its 202. */
export const onWeb: MakePerson = (): Promise<Person> => {
  const platform = redelivery();
  let url = "";
  let conversation: string | undefined;
  return Promise.resolve({
    channels(at) {
      url = at;
      return NO_CHANNELS;
    },
    say(text) {
      const id = randomUUID();
      return platform.untilTaken(async () => {
        const accepted = await chatClient(url)
          .say(text, conversation, id)
          .catch((): Accepted | null => null);
        conversation ??= accepted?.conversation;
        return accepted !== null;
      });
    },
    async heard() {
      if (conversation === undefined) return [];
      const { messages } = await chatClient(url).read(conversation);
      return messages.flatMap(({ from, text }) => (from === "user" ? [] : [text]));
    },
    stop() {
      platform.end();
      return Promise.resolve();
    },
  });
};

import type { Hono } from "hono";
import { createBotWebhook, parsedJson } from "../../bot-webhook.ts";
import type { Channel } from "../../conversation/channel.ts";
import type { Address } from "../../conversation/message.ts";
import { untilAborted } from "../../conversation/pause.ts";
import type { AccountState } from "../../conversation/standing.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Turns } from "../../conversation/turns.ts";
import { createBot } from "./bot.ts";
import { preview } from "./encode.ts";
import type { Accept } from "./receive.ts";
import { CHANNEL, LARGEST_BODY, webhookPath, withUsual, type TelegramSettings } from "./settings.ts";
import { texts } from "./texts.ts";

export interface TelegramParts {
  settings: TelegramSettings;
  files: Files;
  /** of all replicas one at a time polls for a bot */
  turns: Turns;
  now: () => Date;
  /** told of what should not happen, never with a token or with what people wrote */
  onError: (error: unknown) => void;
  /** told when somebody blocked a bot, or a group threw it out: nothing reaches them until they write again */
  onBlocked?: (address: Address) => unknown;
  /** told when a group has another id; what is sent to the old one goes to the new one by itself */
  onMigrated?: (from: Address, to: Address) => unknown;
}

export interface TelegramChannel {
  channel: Channel;
  /** the webhook, to be mounted at `/`; null when messages are polled for */
  routes: Hono | null;
  /** how each bot stands */
  status: () => readonly AccountState[];
}

/** Telegram bots. Each stands by itself: what befalls one leaves the others at work. */
export function createTelegramChannel({
  settings: given,
  files,
  turns,
  now,
  onError,
  onBlocked = () => undefined,
  onMigrated = () => undefined,
}: TelegramParts): TelegramChannel {
  const settings = withUsual(given);
  const bots = new Map(
    settings.bots
      .map((bot) => createBot({ settings, bot, files, turns, now, onError, onBlocked, onMigrated }))
      .map((bot) => [bot.account, bot]),
  );
  const listeners: Accept[] = [];
  const { inbound } = settings;

  return {
    channel: {
      name: CHANNEL,
      preview,
      drafts: {
        sees: (to) => bots.get(to.account)?.drafts.sees(to.chat) ?? false,
        turn: async (to, inReplyTo) => (await bots.get(to.account)?.drafts.turn(to.chat, inReplyTo)) ?? false,
        show(to, inReplyTo, text) {
          bots.get(to.account)?.drafts.show(to.chat, inReplyTo, text);
        },
        end(to, inReplyTo) {
          bots.get(to.account)?.drafts.end(to.chat, inReplyTo);
        },
      },
      async listen(accept, signal) {
        listeners.push(accept);
        await Promise.all(
          // Also when all its bots have given up.
          [...bots.values()].map((bot) => bot.run(accept, signal)).concat(untilAborted(signal)),
        );
        listeners.splice(listeners.indexOf(accept), 1);
      },
      async send(to, reply, id, turn) {
        const bot = bots.get(to.account);
        return bot ? bot.send(to.chat, reply, id, turn) : { kind: "refused", why: texts.send.noBot };
      },
    },
    routes:
      inbound.kind === "webhook"
        ? createBotWebhook({
            path: webhookPath(":account"),
            header: "x-telegram-bot-api-secret-token",
            secret: inbound.secret,
            largestBody: LARGEST_BODY,
            read: parsedJson,
            bots,
            accept: () => listeners.at(-1) ?? null,
          })
        : null,
    status: () => [...bots.values()].map((bot) => bot.status()),
  };
}

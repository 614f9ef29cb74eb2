import type { Hono } from "hono";
import { createBotWebhook, parsedJson } from "../../bot-webhook.ts";
import type { Channel } from "../../conversation/channel.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Turns } from "../../conversation/turns.ts";
import { createBot } from "./bot.ts";
import { preview } from "./encode.ts";
import type { QuotaStore } from "./quota.ts";
import { createReceive, type Accept } from "./receive.ts";
import { CHANNEL, LARGEST_BODY, webhookPath, withUsual, type ZaloBotSettings } from "./settings.ts";
import type { Status } from "./standing.ts";
import { texts } from "./texts.ts";

export interface ZaloBotParts {
  settings: ZaloBotSettings;
  files: Files;
  quotas: QuotaStore;
  /** of all replicas one at a time polls for a bot */
  turns: Turns;
  now: () => Date;
  /** told of what should not happen, never with a token or with what people wrote */
  onError: (error: unknown) => void;
}

export interface ZaloBotChannel {
  channel: Channel;
  /** the webhook, to be mounted at `/`; null when messages are polled for */
  routes: Hono | null;
  /** how each bot stands, and how much of its plan is used */
  status: () => readonly Status[];
}

/** Bots of the Zalo Bot Platform. */
export function createZaloBotChannel({
  settings: given,
  files,
  quotas,
  turns,
  now,
  onError,
}: ZaloBotParts): ZaloBotChannel {
  const settings = withUsual(given);
  const receive = createReceive(settings, files, now);
  const bots = new Map(
    settings.bots
      .map((bot) => createBot({ settings, bot, quotas, receive, turns, now, onError }))
      .map((bot) => [bot.account, bot]),
  );
  const listeners: Accept[] = [];
  const { inbound } = settings;

  return {
    channel: {
      name: CHANNEL,
      preview,
      async listen(accept, signal) {
        listeners.push(accept);
        await Promise.all([...bots.values()].map((bot) => bot.run(accept, signal)));
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
            header: "x-bot-api-secret-token",
            secret: inbound.secret,
            largestBody: LARGEST_BODY,
            // An empty body is a probe.
            read: (body) => (body.trim() === "" ? {} : parsedJson(body)),
            bots,
            accept: () => listeners.at(-1) ?? null,
          })
        : null,
    status: () => [...bots.values()].map((bot) => bot.status()),
  };
}

import type { Database } from "../../src/adapters/prisma/client.ts";
import type { Seal } from "../../src/adapters/prisma/sealed.ts";
import { createSessionStore } from "../../src/adapters/prisma/session-store.ts";
import type { ChannelSettings } from "../../src/channel-config.ts";
import { startTelegram, type TelegramDouble } from "../doubles/telegram.ts";
import { startZaloBot, type ZaloBotDouble } from "../doubles/zalo-bot.ts";
import { startZaloOa, type ZaloOaDouble } from "../doubles/zalo-oa.ts";
import { startZaloPersonal, type ZaloPersonalDouble } from "../doubles/zalo-personal.ts";
import { polled } from "../support/channel-settings.ts";

/** The four platforms on loopback, and what a service needs to know of them. */
export interface Platforms {
  telegram: TelegramDouble;
  zaloBot: ZaloBotDouble;
  zaloOa: ZaloOaDouble;
  zaloPersonal: ZaloPersonalDouble;
  settings: ChannelSettings;
  /** a number that was not given before */
  next: () => number;
  stop(): Promise<void>;
}

const ACCOUNT = "tro-ly";

export async function startPlatforms(): Promise<Platforms> {
  const [telegram, zaloBot, zaloOa, zaloPersonal] = await Promise.all([
    startTelegram(),
    startZaloBot(),
    startZaloOa(),
    startZaloPersonal(),
  ]);
  let given = 1000;
  return {
    telegram,
    zaloBot,
    zaloOa,
    zaloPersonal,
    settings: {
      telegram: {
        ...polled(telegram),
        limits: { chatEveryMs: 0 },
        timing: { betweenPolls: 1 },
      },
      zaloBot: {
        bots: [{ token: zaloBot.token }],
        inbound: { kind: "polling" },
        plan: { users: null, messagesPerMonth: null },
        apiRoot: zaloBot.url,
        timing: { betweenPolls: 1 },
      },
      zaloOa: {
        accounts: [{ ...zaloOa.account, refreshToken: zaloOa.refreshToken() }],
        apiUrl: zaloOa.url,
        oauthUrl: zaloOa.url,
        // A loaded machine is no reason to send it away.
        answerMs: 10_000,
      },
      zaloPersonal: {
        enabled: true,
        accounts: [ACCOUNT],
        gateway: zaloPersonal.url,
        limits: { everyMs: 0, anHour: 1_000_000 },
      },
    },
    next: () => (given += 1),
    stop: async () => {
      await Promise.all([telegram, zaloBot, zaloOa, zaloPersonal].map((double) => double.stop()));
    },
  };
}

/** The personal account is signed in, as after scanning its code. */
export async function signIn(
  { zaloPersonal }: Platforms,
  database: Database,
  seal: Seal,
  now: Date,
): Promise<void> {
  const session = { version: 1, uid: zaloPersonal.uid, ...zaloPersonal.login(), since: now };
  await createSessionStore(database, seal).save(ACCOUNT, JSON.stringify(session));
}

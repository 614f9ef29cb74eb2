import { z } from "zod";
import { mistakesIn as telegramMistakes, type TelegramSettings } from "./channels/telegram/settings.ts";
import { mistakesIn as zaloBotMistakes, type ZaloBotSettings } from "./channels/zalo-bot/settings.ts";
import type { ZaloOaSettings } from "./channels/zalo-oa/settings.ts";
import type { ZaloPersonalSettings } from "./channels/zalo-personal/settings.ts";

/** The channels besides the web that are switched on; null where one is not. */
export interface ChannelSettings {
  telegram: TelegramSettings | null;
  zaloBot: ZaloBotSettings | null;
  zaloOa: ZaloOaSettings | null;
  zaloPersonal: ZaloPersonalSettings | null;
}

const words = z.string().trim().default("");
const list = words.transform((value) => value.split(/[\s,]+/).filter(Boolean));
const url = words.refine((value) => value === "" || /^https?:\/\/\S+$/.test(value));

const RECIPE = /^(app|oa),(oa|app),(body|header)$/;

/** Part of the schema of the environment; see `.env.example`. */
export const CHANNEL_VARIABLES = {
  PUBLIC_URL: url.transform((value) => value.replace(/\/+$/, "")),
  TELEGRAM_TOKENS: list,
  TELEGRAM_WEBHOOK_SECRET: words,
  TELEGRAM_API_URL: url,
  ZALO_BOT_TOKENS: list,
  ZALO_BOT_MESSAGES_PER_MONTH: words.refine((value) => /^\d{0,9}$/.test(value)),
  ZALO_BOT_WEBHOOK_SECRET: words,
  ZALO_BOT_API_URL: url,
  ZALO_OA_ID: words,
  ZALO_OA_APP_ID: words,
  ZALO_OA_APP_SECRET: words,
  ZALO_OA_SECRET: words,
  ZALO_OA_REFRESH_TOKEN: words,
  ZALO_OA_REMINDER_TEMPLATE: words,
  ZALO_OA_SIGNATURE: words.refine((value) => value === "" || RECIPE.test(value)),
  ZALO_OA_API_URL: url,
  ZALO_OA_OAUTH_URL: url,
  ZALO_PERSONAL: words.refine((value) => ["", "on", "off"].includes(value)),
  ZALO_PERSONAL_ACCOUNTS: list,
  ZALO_PERSONAL_GATEWAY: url,
};

type Given = z.infer<z.ZodObject<typeof CHANNEL_VARIABLES>>;

export const EXPECTED_OF_CHANNELS: Readonly<Record<string, string>> = {
  PUBLIC_URL: "the address people and platforms reach this service at, such as https://nscl.example.vn",
  TELEGRAM_API_URL: "an address",
  ZALO_BOT_API_URL: "an address",
  ZALO_BOT_MESSAGES_PER_MONTH: "what the plan of the bots allows a month, or nothing for Zalo's free plan",
  ZALO_OA_SIGNATURE: "which id, which secret and which timestamp are signed, such as app,oa,body",
  ZALO_OA_API_URL: "an address",
  ZALO_OA_OAUTH_URL: "an address",
  ZALO_PERSONAL: "on or off",
  ZALO_PERSONAL_GATEWAY: "an address",
};

/** Which channels are on, and what is wrong with their settings; secrets are never repeated. */
export function channelSettings(given: Given): { settings: ChannelSettings; mistakes: readonly string[] } {
  const settings = {
    telegram: telegramFrom(given),
    zaloBot: zaloBotFrom(given),
    zaloOa: zaloOaFrom(given),
    zaloPersonal: zaloPersonalFrom(given),
  };
  const mistakes = [
    ...(settings.telegram ? telegramMistakes(settings.telegram) : []),
    ...(settings.zaloBot ? zaloBotMistakes(settings.zaloBot) : []),
    ...oaMistakes(given),
  ];
  return { settings, mistakes };
}

function telegramFrom(given: Given): TelegramSettings | null {
  if (given.TELEGRAM_TOKENS.length === 0) return null;
  const secret = given.TELEGRAM_WEBHOOK_SECRET;
  return {
    bots: given.TELEGRAM_TOKENS.map((token) => ({ token })),
    inbound: secret === "" ? { kind: "polling" } : { kind: "webhook", publicUrl: given.PUBLIC_URL, secret },
    ...(given.TELEGRAM_API_URL !== "" && { apiRoot: given.TELEGRAM_API_URL }),
  };
}

function zaloBotFrom(given: Given): ZaloBotSettings | null {
  if (given.ZALO_BOT_TOKENS.length === 0) return null;
  const secret = given.ZALO_BOT_WEBHOOK_SECRET;
  return {
    bots: given.ZALO_BOT_TOKENS.map((token) => ({ token })),
    inbound: secret === "" ? { kind: "polling" } : { kind: "webhook", publicUrl: given.PUBLIC_URL, secret },
    ...(given.ZALO_BOT_MESSAGES_PER_MONTH !== "" && {
      plan: { users: null, messagesPerMonth: Number(given.ZALO_BOT_MESSAGES_PER_MONTH) },
    }),
    ...(given.ZALO_BOT_API_URL !== "" && { apiRoot: given.ZALO_BOT_API_URL }),
  };
}

const OA_NEEDS = ["ZALO_OA_ID", "ZALO_OA_APP_ID", "ZALO_OA_APP_SECRET", "ZALO_OA_SECRET"] as const;

function oaMistakes(given: Given): string[] {
  const missing = OA_NEEDS.filter((name) => given[name] === "");
  return missing.length === 0 || missing.length === OA_NEEDS.length
    ? []
    : [`the Zalo Official Account needs ${missing.join(", ")} as well`];
}

function zaloOaFrom(given: Given): ZaloOaSettings | null {
  if (OA_NEEDS.some((name) => given[name] === "")) return null;
  return {
    accounts: [
      {
        oaId: given.ZALO_OA_ID,
        appId: given.ZALO_OA_APP_ID,
        appSecret: given.ZALO_OA_APP_SECRET,
        oaSecret: given.ZALO_OA_SECRET,
        ...(given.ZALO_OA_REFRESH_TOKEN !== "" && { refreshToken: given.ZALO_OA_REFRESH_TOKEN }),
        ...(given.ZALO_OA_REMINDER_TEMPLATE !== "" && {
          reminderTemplateId: given.ZALO_OA_REMINDER_TEMPLATE,
        }),
      },
    ],
    ...recipeFrom(given.ZALO_OA_SIGNATURE),
    ...(given.ZALO_OA_API_URL !== "" && { apiUrl: given.ZALO_OA_API_URL }),
    ...(given.ZALO_OA_OAUTH_URL !== "" && { oauthUrl: given.ZALO_OA_OAUTH_URL }),
  };
}

function recipeFrom(value: string): Pick<ZaloOaSettings, "signature"> {
  const [, id, secret, timestamp] = RECIPE.exec(value) ?? [];
  if (id === undefined) return {};
  return {
    signature: {
      id: id === "oa" ? "oa" : "app",
      secret: secret === "app" ? "app" : "oa",
      timestamp: timestamp === "header" ? "header" : "body",
    },
  };
}

function zaloPersonalFrom(given: Given): ZaloPersonalSettings | null {
  if (given.ZALO_PERSONAL !== "on") return null;
  const accounts = given.ZALO_PERSONAL_ACCOUNTS;
  return {
    enabled: true,
    accounts: accounts.length > 0 ? accounts : ["default"],
    ...(given.ZALO_PERSONAL_GATEWAY !== "" && { gateway: given.ZALO_PERSONAL_GATEWAY }),
  };
}

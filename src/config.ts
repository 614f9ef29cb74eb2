import { z } from "zod";
import {
  CHANNEL_VARIABLES,
  channelSettings,
  EXPECTED_OF_CHANNELS,
  type ChannelSettings,
} from "./channel-config.ts";
import {
  EMBEDDING_VARIABLES,
  embeddingSettings,
  EXPECTED_OF_EMBEDDING,
  type EmbeddingSettings,
} from "./embedding-config.ts";
import { EXPECTED_OF_MODEL, MODEL_VARIABLES, modelSettings, type ModelSettings } from "./model-config.ts";
import { EXPECTED_OF_VOICE, VOICE_VARIABLES, voiceSettings, type VoiceSettings } from "./voice-config.ts";
import { DEFAULT_SETTINGS } from "./registry/deadlines.ts";
import { DEFAULT_RETENTION, type Retention } from "./registry/retention.ts";

/** Everything the surroundings may set. */
export interface Config {
  host: string;
  port: number;
  /** Markdown files the answers come from */
  knowledgeFolder: string;
  /** where the built index is kept */
  storeFolder: string;
  organisation: string;
  /** the database: a server, or a file in a folder */
  database: { url: string } | { dataFolder: string };
  /** origins whose pages may embed the chat */
  widgetOrigins: readonly string[];
  /** proxies of ours that append to X-Forwarded-For */
  trustedProxies: number;
  limits: { conversationPerMinute: number; addressPerMinute: number };
  /** the address people reach this service at, where it is known */
  publicUrl: string | null;
  /** the staff console answers from everywhere even before it was set up */
  consoleFromAnywhere: boolean;
  /** how long things are kept; the law names no periods */
  retention: Retention;
  /** working days within which a request is to be answered */
  requestDays: number;
  /** hours an offered seat is kept */
  offerHours: number;
  /** the channels besides the web */
  channels: ChannelSettings;
  /** a language model; null: answers are made without */
  model: ModelSettings | null;
  /** what hears voice messages; null: people are asked to type */
  voice: VoiceSettings | null;
  /** dense search by an embedding model; null: passages are found by their words alone */
  embedding: EmbeddingSettings | null;
  /** seals tokens and sessions at rest; null: a key of its own in the data folder */
  secretKey: string | null;
}

export type ParsedConfig = { ok: true; config: Config } | { ok: false; mistakes: readonly string[] };

function wholeNumber(usual: string, least: number, most: number) {
  return z.string().trim().default(usual).transform(Number).pipe(z.int().min(least).max(most));
}

const schema = z.object({
  HOST: z.string().trim().min(1).default("127.0.0.1"),
  PORT: wholeNumber("3000", 0, 65535),
  KNOWLEDGE_DIR: z.string().trim().min(1).optional(),
  INDEX_DIR: z.string().trim().min(1).optional(),
  ORGANISATION: z.string().trim().min(1).default("Sở Khoa học và Công nghệ tỉnh Quảng Ngãi"),
  DATA_DIR: z.string().trim().min(1).optional(),
  DATABASE_URL: z
    .string()
    .trim()
    .regex(/^postgres(?:ql)?:\/\/\S+$/)
    .optional(),
  WIDGET_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^https?:\/\/[^/\s]+$/))),
  TRUSTED_PROXIES: wholeNumber("0", 0, 10),
  CHAT_PER_MINUTE: wholeNumber("30", 1, 1_000_000),
  ADDRESS_PER_MINUTE: wholeNumber("120", 1, 1_000_000),
  CONSOLE_FROM_ANYWHERE: z.enum(["on", "off"]).default("off"),
  KEEP_CONVERSATION_DAYS: wholeNumber(String(DEFAULT_RETENTION.conversationDays), 1, 36_500),
  KEEP_FILE_DAYS: wholeNumber(String(DEFAULT_RETENTION.fileDays), 1, 36_500),
  KEEP_REQUEST_YEARS: wholeNumber(String(DEFAULT_RETENTION.requestYears), 1, 100),
  KEEP_ATTENDEE_YEARS: wholeNumber(String(DEFAULT_RETENTION.attendeeYears), 1, 100),
  REQUEST_DAYS: wholeNumber(String(DEFAULT_SETTINGS.requestDays), 1, 365),
  OFFER_HOURS: wholeNumber(String(DEFAULT_SETTINGS.offerHours), 1, 720),
  SECRET_KEY: z.string().min(16).optional(),
  ...CHANNEL_VARIABLES,
  ...MODEL_VARIABLES,
  ...VOICE_VARIABLES,
  ...EMBEDDING_VARIABLES,
});

const EXPECTED: Readonly<Record<string, string>> = {
  HOST: "an address to listen on, e.g. 127.0.0.1",
  PORT: "a port from 0 to 65535",
  KNOWLEDGE_DIR: "a folder",
  INDEX_DIR: "a folder",
  ORGANISATION: "the name of the organisation",
  DATA_DIR: "a folder",
  DATABASE_URL:
    "an address that begins with postgresql:// (see .env.example), or nothing for the embedded database",
  WIDGET_ORIGINS: "origins such as https://so.example.vn, separated by commas",
  TRUSTED_PROXIES: "how many proxies stand in front, 0 to 10",
  CHAT_PER_MINUTE: "messages a minute for one conversation",
  ADDRESS_PER_MINUTE: "messages a minute from one network address",
  CONSOLE_FROM_ANYWHERE: "on or off",
  KEEP_CONVERSATION_DAYS: "days a conversation is kept after its last message",
  KEEP_FILE_DAYS: "days a file is kept",
  KEEP_REQUEST_YEARS: "years the words of a finished request are kept",
  KEEP_ATTENDEE_YEARS: "years the names of people at a class are kept",
  REQUEST_DAYS: "working days within which a request is to be answered",
  OFFER_HOURS: "hours an offered seat is kept",
  SECRET_KEY: "at least 16 characters",
  ...EXPECTED_OF_CHANNELS,
  ...EXPECTED_OF_MODEL,
  ...EXPECTED_OF_VOICE,
  ...EXPECTED_OF_EMBEDDING,
};

/**
 * Reads the environment. All mistakes come back at once, a line each: what was set and what is expected.
 * @param defaults folders of this installation
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  defaults: { knowledgeFolder: string; storeFolder: string; dataFolder: string },
): ParsedConfig {
  const result = schema.safeParse(env);
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
    return {
      ok: false,
      mistakes: names.map(
        (name) => `${name}=${shown(name, env[name] ?? "")}: expected ${EXPECTED[name] ?? "another value"}`,
      ),
    };
  }
  const { settings, mistakes: ofChannels } = channelSettings(result.data);
  const model = modelSettings(result.data);
  const embedding = embeddingSettings(result.data, {
    dataFolder: result.data.DATA_DIR ?? defaults.dataFolder,
    databaseUrl: result.data.DATABASE_URL,
  });
  const voice = voiceSettings(result.data);
  const mistakes = [...ofChannels, ...new Set([...model.mistakes, ...embedding.mistakes]), ...voice.mistakes];
  const needsKey = settings.zaloOa ?? settings.zaloPersonal;
  if (needsKey && result.data.DATABASE_URL !== undefined && result.data.SECRET_KEY === undefined) {
    return {
      ok: false,
      mistakes: [
        ...mistakes,
        "SECRET_KEY is needed: replicas that share a database must open the same sealed tokens",
      ],
    };
  }
  if (mistakes.length > 0) return { ok: false, mistakes };
  const { HOST, PORT, KNOWLEDGE_DIR, INDEX_DIR, ORGANISATION, DATA_DIR, DATABASE_URL } = result.data;
  return {
    ok: true,
    config: {
      host: HOST,
      port: PORT,
      knowledgeFolder: KNOWLEDGE_DIR ?? defaults.knowledgeFolder,
      storeFolder: INDEX_DIR ?? defaults.storeFolder,
      organisation: ORGANISATION,
      database: DATABASE_URL ? { url: DATABASE_URL } : { dataFolder: DATA_DIR ?? defaults.dataFolder },
      widgetOrigins: result.data.WIDGET_ORIGINS,
      trustedProxies: result.data.TRUSTED_PROXIES,
      limits: {
        conversationPerMinute: result.data.CHAT_PER_MINUTE,
        addressPerMinute: result.data.ADDRESS_PER_MINUTE,
      },
      retention: {
        conversationDays: result.data.KEEP_CONVERSATION_DAYS,
        fileDays: result.data.KEEP_FILE_DAYS,
        requestYears: result.data.KEEP_REQUEST_YEARS,
        attendeeYears: result.data.KEEP_ATTENDEE_YEARS,
      },
      publicUrl: result.data.PUBLIC_URL === "" ? null : result.data.PUBLIC_URL,
      consoleFromAnywhere: result.data.CONSOLE_FROM_ANYWHERE === "on",
      requestDays: result.data.REQUEST_DAYS,
      offerHours: result.data.OFFER_HOURS,
      channels: settings,
      model: model.settings,
      voice: voice.settings,
      embedding: embedding.settings,
      secretKey: result.data.SECRET_KEY ?? null,
    },
  };
}

/** Secrets, and the password in the address of a database, are not repeated. */
const SECRET = /DATABASE_URL|SECRET|TOKEN|API_KEY/;

function shown(name: string, value: string): string {
  return JSON.stringify(SECRET.test(name) ? value.replace(/\/\/.*@|^(?!\w+:\/\/).*/, "…") : value);
}

import { join } from "node:path";
import { createApp, type App, type Parts } from "../../src/app.ts";
import { readCommunes } from "../../src/adapters/files/communes-file.ts";
import { readWorkingCalendar } from "../../src/adapters/files/working-calendar-file.ts";
import type { Database } from "../../src/adapters/prisma/client.ts";
import { DEFAULT_SETTINGS } from "../../src/registry/deadlines.ts";
import { DEFAULT_RETENTION } from "../../src/registry/retention.ts";
import type { Config } from "../../src/config.ts";
import { repository, shippedKnowledge } from "./knowledge.ts";
import { canaries } from "./canaries.ts";

const testConfig: Config = {
  host: "127.0.0.1",
  port: 0,
  knowledgeFolder: "",
  storeFolder: "",
  organisation: "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
  database: { dataFolder: "" },
  widgetOrigins: [],
  trustedProxies: 0,
  limits: { conversationPerMinute: 1_000_000, addressPerMinute: 1_000_000 },
  publicUrl: null,
  consoleFromAnywhere: false,
  retention: DEFAULT_RETENTION,
  requestDays: DEFAULT_SETTINGS.requestDays,
  offerHours: DEFAULT_SETTINGS.offerHours,
  channels: { telegram: null, zaloBot: null, zaloOa: null, zaloPersonal: null },
  model: null,
  embedding: null,
  voice: null,
  secretKey: null,
};

// Read once: journeys start the service anew before every message.
const communes = readCommunes(join(repository, "knowledge"));
const calendar = readWorkingCalendar(join(repository, "knowledge"));

/** Tuesday, but a holiday: Ngày Văn hóa Việt Nam. Staff are there the next day. */
export const TEST_DAY = new Date("2026-11-24T09:00:00+07:00");

/** Seals what the service keeps of tokens and logins. */
export const TEST_SECRET = canaries.webSecret;

export interface RunningApp extends App {
  /** finishes what is in hand, as SIGTERM does */
  stop(): Promise<void>;
}

/** The whole service over a database, working, with its clock in the hands of the test. */
export async function runApp(
  database: Database,
  parts: Partial<Parts> = {},
  settings: Partial<Config> = {},
): Promise<RunningApp> {
  const app = createApp(
    { ...testConfig, ...settings },
    {
      knowledge: parts.knowledge ?? (await shippedKnowledge()),
      communes: await communes,
      calendar: await calendar,
      database,
      secret: TEST_SECRET,
      now: () => TEST_DAY,
      ...parts,
    },
  );
  const stopping = new AbortController();
  const running = app.run(stopping.signal);
  return {
    ...app,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

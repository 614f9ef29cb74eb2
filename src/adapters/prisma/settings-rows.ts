import { sqltag as sql } from "@prisma/client/runtime/client";
import type { EmergencyNotice } from "../../conversation/settings.ts";
import type { Tx } from "./database.ts";
import { newId } from "./ids.ts";

/** What staff switch while the service runs, with the value each has before anybody touched it. */
export interface SettingValues {
  /** the bot is switched off */
  "bot.paused": boolean;
  /** told to everybody while it holds */
  "bot.notice": EmergencyNotice | null;
  /** whoever wrote an answer may publish it: an office of one */
  "knowledge.one_person": boolean;
  /** whoever wrote an announcement may approve it */
  "announcements.one_person": boolean;
}
export type SettingKey = keyof SettingValues;

const FIRST: SettingValues = {
  "bot.paused": false,
  "bot.notice": null,
  "knowledge.one_person": false,
  "announcements.one_person": false,
};
const KEYS = Object.keys(FIRST) as SettingKey[];

/** Changes with every publication and withdrawal, so that a replica sees with one look whether to read the items. */
const KNOWLEDGE_VERSION = "knowledge.version";

export interface Kept<T> {
  value: T;
  /** grows with every change: whoever changes it says which one they saw */
  revision: number;
}

export type AllSettings = { readonly [K in SettingKey]: Kept<SettingValues[K]> };

export async function readSettings(tx: Tx): Promise<{ settings: AllSettings; knowledgeVersion: string }> {
  const rows = await tx.setting.findMany({ where: { key: { in: [...KEYS, KNOWLEDGE_VERSION] } } });
  const byKey = new Map(rows.map(({ key, value }) => [key, value]));
  const kept = <K extends SettingKey>(key: K): Kept<SettingValues[K]> => {
    const text = byKey.get(key);
    return text === undefined
      ? { value: FIRST[key], revision: 0 }
      : (JSON.parse(text, datesOf) as Kept<SettingValues[K]>);
  };
  return {
    settings: {
      "bot.paused": kept("bot.paused"),
      "bot.notice": kept("bot.notice"),
      "knowledge.one_person": kept("knowledge.one_person"),
      "announcements.one_person": kept("announcements.one_person"),
    },
    knowledgeVersion: byKey.get(KNOWLEDGE_VERSION) ?? "",
  };
}

/** The kill switch as a condition of a statement, so that nothing comes between the look and the act. */
export const BOT_IS_PAUSED = sql`EXISTS (
  SELECT 1 FROM "Setting" WHERE "key" = ${"bot.paused" satisfies SettingKey} AND "value" LIKE ${'{"value":true,%'})`;

/** False when somebody else changed it meanwhile. */
export async function writeSetting<K extends SettingKey>(
  tx: Tx,
  key: K,
  value: SettingValues[K],
  before: Kept<SettingValues[K]>,
  now: Date,
): Promise<boolean> {
  const text = JSON.stringify({ value, revision: before.revision + 1 });
  if (before.revision === 0) {
    // Of two at once the second finds the row and is told by the retried transaction.
    await tx.setting.create({ data: { key, value: text, updatedAt: now } });
    return true;
  }
  const { count } = await tx.setting.updateMany({
    where: { key, value: JSON.stringify(before) },
    data: { value: text, updatedAt: now },
  });
  return count === 1;
}

/** Tells every replica to read the published items again. */
export async function knowledgeChanged(tx: Tx, now: Date): Promise<void> {
  const version = { value: newId(), updatedAt: now };
  await tx.setting.upsert({
    where: { key: KNOWLEDGE_VERSION },
    create: { key: KNOWLEDGE_VERSION, ...version },
    update: version,
  });
}

/** The moments of a notice, which JSON keeps as text. */
function datesOf(this: unknown, key: string, value: unknown): unknown {
  return (key === "from" || key === "until") && typeof value === "string" ? new Date(value) : value;
}

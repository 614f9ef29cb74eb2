import type { EmergencyNotice } from "../../../conversation/settings.ts";
import { audit } from "../audit.ts";
import type { Database } from "../database.ts";
import { newId } from "../ids.ts";
import {
  readSettings,
  writeSetting,
  type AllSettings,
  type Kept,
  type SettingKey,
  type SettingValues,
} from "../settings-rows.ts";
import { act, type By, type Desk } from "./act.ts";

export type { AllSettings } from "../settings-rows.ts";

/** How a change of a setting ended. */
export type Changed =
  | { kind: "done"; revision: number }
  /** somebody changed it since it was shown; nothing was changed */
  | { kind: "stale"; revision: number }
  | { kind: "invalid"; why: NoticeMistake };

type NoticeMistake = "empty" | "too_long" | "ends_before_it_begins" | "is_over";

const LONGEST_NOTICE = 600;

/** All settings as they stand, each with the revision that a change must name. */
export async function settingsNow({ client }: Database): Promise<AllSettings> {
  return (await readSettings(client)).settings;
}

/** The kill switch: the bot falls silent, and everything written goes to staff. */
export function setPaused(desk: Desk, by: By, paused: boolean, seen: number): Promise<Changed> {
  return change(desk, by, "bot.paused", paused, seen);
}

/** Whether whoever wrote an answer may publish it. */
export function setOnePerson(desk: Desk, by: By, allowed: boolean, seen: number): Promise<Changed> {
  return change(desk, by, "knowledge.one_person", allowed, seen);
}

/** Whether whoever wrote an announcement may approve it. */
export function setAnnouncingAlone(desk: Desk, by: By, allowed: boolean, seen: number): Promise<Changed> {
  return change(desk, by, "announcements.one_person", allowed, seen);
}

/** What everybody is told from one moment to another; null takes it back. A changed text is told anew. */
export function setNotice(
  desk: Desk,
  by: By,
  notice: Omit<EmergencyNotice, "id"> | null,
  seen: number,
): Promise<Changed> {
  if (notice === null) return change(desk, by, "bot.notice", null, seen);
  const why = mistakeIn(notice, by.now);
  if (why !== null) return Promise.resolve({ kind: "invalid", why });
  const { text, from, until } = notice;
  return change(desk, by, "bot.notice", { id: newId(), text: text.trim(), from, until }, seen);
}

function mistakeIn({ text, from, until }: Omit<EmergencyNotice, "id">, now: Date): NoticeMistake | null {
  if (text.trim() === "") return "empty";
  if (text.trim().length > LONGEST_NOTICE) return "too_long";
  if (until <= from) return "ends_before_it_begins";
  return until <= now ? "is_over" : null;
}

function change<K extends SettingKey>(
  desk: Desk,
  by: By,
  key: K,
  value: SettingValues[K],
  seen: number,
): Promise<Changed> {
  return act(desk, by, async (scope) => {
    const { settings } = await readSettings(scope.tx);
    const before: Kept<SettingValues[K]> = settings[key];
    const stale = { kind: "stale", revision: before.revision } as const;
    if (before.revision !== seen) return stale;
    if (!(await writeSetting(scope.tx, key, value, before, scope.now))) return stale;
    await audit(scope, `setting.${key}`, key, {
      before: JSON.stringify(before.value),
      after: JSON.stringify(value),
    });
    return { kind: "done", revision: before.revision + 1 };
  });
}

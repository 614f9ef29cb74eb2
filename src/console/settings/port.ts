import type { EmergencyNotice } from "../../conversation/settings.ts";
import type { By } from "../by.ts";

/** A setting as it stands, with who changed it last. */
export interface Standing<T> {
  value: T;
  /** grows with every change */
  revision: number;
  /** null where nobody ever touched it */
  changed: { by: string; at: Date } | null;
}

export interface SettingsView {
  paused: Standing<boolean>;
  notice: Standing<EmergencyNotice | null>;
  onePerson: Standing<boolean>;
  /** whoever wrote an announcement may approve it */
  announcingAlone: Standing<boolean>;
}

export type NoticeWords = Omit<EmergencyNotice, "id">;
export type NoticeMistake = "empty" | "too_long" | "ends_before_it_begins" | "is_over";

export type Changed =
  | { kind: "done"; revision: number }
  /** somebody changed it since it was shown; nothing was changed */
  | { kind: "stale"; revision: number }
  | { kind: "invalid"; why: NoticeMistake };

/** What is switched while the service runs; each change names the revision that was seen. */
export interface SettingsDesk {
  now(): Promise<SettingsView>;
  pause(by: By, paused: boolean, seen: number): Promise<Changed>;
  /** null takes it back */
  notice(by: By, notice: NoticeWords | null, seen: number): Promise<Changed>;
  onePerson(by: By, allowed: boolean, seen: number): Promise<Changed>;
  announcingAlone(by: By, allowed: boolean, seen: number): Promise<Changed>;
}

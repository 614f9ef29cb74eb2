import type { By } from "../by.ts";

/** What a one-time code links: the group it is typed in, or the account of whoever types it. */
export type Linked = "group" | "member";

export interface LinkedGroup {
  id: string;
  channel: string;
  chat: string;
  linkedBy: string;
  linkedAt: Date;
}

export interface LinkedMember {
  id: string;
  staffId: string;
  name: string;
  channel: string;
  linkedAt: Date;
}

/** What an admin decides about where staff are told of people who wait. */
export interface RoomSettings {
  /** whether what people write stands in the group, or only that they wrote */
  forwardWords: boolean;
  /** minutes after which staff are told again that somebody waits; after as many again the admins too */
  waitingMinutes: number;
}

/** The groups and accounts from which staff talk to people without the console. */
export interface StaffRooms {
  links(): Promise<{ groups: readonly LinkedGroup[]; members: readonly LinkedMember[] }>;
  /** For whoever asks: shown once, good for a quarter of an hour. Only admins may ask for a group. */
  makeCode(by: By, what: Linked): Promise<{ code: string; expiresAt: Date }>;
  /** `of`: whose link it must be; null for an admin, who may remove anybody's */
  unlinkMember(by: By, id: string, of: string | null): Promise<{ kind: "done" } | { kind: "not_found" }>;
  unlinkGroup(by: By, id: string): Promise<{ kind: "done" } | { kind: "not_found" }>;
  settings(): Promise<RoomSettings>;
  /** `bad_value`: minutes are a whole number from 1 to 120 */
  changeSettings(by: By, settings: RoomSettings): Promise<{ kind: "done" } | { kind: "bad_value" }>;
}

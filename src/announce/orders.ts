import type { ShownMessage } from "../conversation/channel.ts";
import type { AnnouncementMistake, AnnouncementWords } from "./announcement.ts";
import type { Reach } from "./reach.ts";

/** What staff want with an announcement that they write in a chat of their own. */
export interface AnnounceOrder {
  kind: "look" | "submit";
  words: AnnouncementWords;
}

/** How it ended. */
export type AnnounceOutcome =
  /** how it would look in this chat, whose channel is named as people name it, and whom it would reach */
  | { kind: "looked"; channel: string; messages: readonly ShownMessage[]; reach: Reach }
  /** `link`: where staff see it; null where no address is set */
  | { kind: "submitted"; link: string | null }
  | { kind: "invalid"; mistakes: readonly (AnnouncementMistake | "event_gone")[] }
  /** not linked any more, or no longer allowed to */
  | { kind: "not_staff" };

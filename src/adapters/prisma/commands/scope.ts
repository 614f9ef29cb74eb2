import type { ReachOf } from "../../../announce/reach.ts";
import type { ChannelPreview } from "../../../console/announcements/port.ts";
import type { Reply } from "../../../conversation/reply.ts";
import type { RegistrySettings } from "../../../registry/deadlines.ts";
import type { WorkingCalendar } from "../../../registry/working-calendar.ts";
import type { Tx } from "../database.ts";
import type { SeatGuard } from "../seats.ts";

export type { Asker as Who } from "../conversations.ts";

/** What the registry needs besides the database. */
export interface RegistryParts {
  calendar: WorkingCalendar;
  settings: RegistrySettings;
  randomBytes: (length: number) => Uint8Array;
  /** where staff see a conversation; null where this service does not know its own address */
  consoleLink: (conversationId: string) => string | null;
  /** where a certificate is seen, by its secret key; null likewise */
  certificateLink: (key: string) => string | null;
  /** where staff see an announcement; null likewise */
  announcementLink: (id: string) => string | null;
  /** what channels in use allow to be told unasked */
  channels: ReachOf;
  /** how each of them would show something */
  previews: (reply: Reply) => readonly ChannelPreview[];
  /** how seats are taken; tests show what happens without the guard */
  guard: SeatGuard;
}

/** One change in hand: everything it does happens in `tx`. */
export interface Scope extends RegistryParts {
  tx: Tx;
  now: Date;
  /** who is written into the audit */
  actor: string;
}

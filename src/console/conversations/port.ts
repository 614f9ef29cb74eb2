import type { ReplyFile } from "../../conversation/reply.ts";
import type { ContactStatus, HoldState, RequestStatus } from "../../registry/states.ts";
import type { RequestView } from "../../registry/views.ts";
import type { By, Colleague } from "../by.ts";

export interface HoldView {
  state: HoldState;
  by: Colleague | null;
  /** since when they wait, or are talked to; null while the bot answers */
  since: Date | null;
}

export interface LiveConversation {
  id: string;
  channel: string;
  /** what they call themselves; null where they never said */
  person: string | null;
  hold: HoldView;
  lastMessageAt: Date;
  /** of the open request for somebody to talk to */
  code: string | null;
  /** what they wrote last; only of those who wait, because a list is no place to read conversations in */
  words: string | null;
}

export interface LiveConversations {
  /** longest first */
  waiting: readonly LiveConversation[];
  held: readonly LiveConversation[];
  /** answered by the bot within a day, the latest first */
  lately: readonly LiveConversation[];
  /** answered by the bot within a day, and not among these */
  moreLately: number;
}

/** For the badge: how many wait, and since when the first of them. */
interface Waiting {
  count: number;
  since: Date | null;
}

interface LineFile {
  /** what `file` is asked for */
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
}

export interface StaffLine {
  seq: number;
  id: string;
  from: "person" | "bot" | "staff";
  /** who wrote, as their platform calls them */
  sender: string | null;
  text: string;
  files: readonly LineFile[];
  /** labels of what could be picked */
  choices: readonly string[];
  at: Date;
  /**
   * How the sending stands: `held_back` until staff give the conversation back, `when_they_write` until the platform
   * takes more, `failed` for good, `unknown` where it may have arrived. Null for what people wrote.
   */
  delivery: "on_its_way" | "held_back" | "when_they_write" | "sent" | "failed" | "unknown" | null;
}

export interface PersonKnown {
  contactId: string;
  name: string | null;
  phone: string | null;
  enterprises: readonly { id: string; name: string; status: ContactStatus }[];
  openRequests: readonly {
    id: string;
    code: string;
    kind: RequestView["kind"];
    status: RequestStatus;
    dueAt: Date;
  }[];
}

export interface ConversationView {
  id: string;
  channel: string;
  isGroup: boolean;
  person: string | null;
  hold: HoldView;
  /** oldest first */
  lines: readonly StaffLine[];
  /** whether there are lines before the first of these */
  hasEarlier: boolean;
  /** who was registered from this chat; in a group perhaps several */
  known: readonly PersonKnown[];
}

export type NotMine =
  | { kind: "not_found" }
  /** the bot answers there */
  | { kind: "not_held" }
  /** a colleague has it */
  | { kind: "held_by_other"; by: string; name: string };

export interface StaffWords {
  text: string;
  /** binary files in base64, see `ReplyFile` */
  files?: readonly ReplyFile[];
}

/** Conversations as staff see them and take part in them. */
export interface ConversationDesk {
  /** @param mostLately of those that the bot answered; 50 unless given */
  live(now: Date, mostLately?: number): Promise<LiveConversations>;
  waiting(): Promise<Waiting>;
  /** The last lines, or the last before number `before`. Looking is audited by `lookedAt`. */
  one(id: string, before?: number): Promise<ConversationView | null>;
  /** a file of a line; null when it is not there any more */
  file(conversationId: string, fileId: string): Promise<(LineFile & { content: Uint8Array }) | null>;
  /** Writes down who opened whose conversation. */
  lookedAt(by: By, id: string): Promise<void>;
  take(by: By, id: string): Promise<{ kind: "done" } | NotMine>;
  /** Takes it from the colleague `from`, who is told; refused where it has passed to somebody else. */
  takeOver(by: By, id: string, from: string): Promise<{ kind: "done" } | NotMine>;
  /** `too_large`: more than LARGEST_FILES bytes */
  say(by: By, id: string, words: StaffWords): Promise<{ kind: "done" } | { kind: "too_large" } | NotMine>;
  /** Gives it back to the bot, which says so. */
  release(by: By, id: string): Promise<{ kind: "done" } | NotMine>;
}

import type { FileRef } from "../conversation/message.ts";

/** What somebody wants done from where staff work: a linked group, or the private chat of one of them. */
export type RoomOrder =
  /** a one-time code was typed */
  | { kind: "link"; code: string; inGroup: boolean }
  /** `conversationId` null: of those who wait, the one who has waited longest */
  | { kind: "take"; conversationId: string | null }
  /** null: the only conversation that this member of staff holds */
  | { kind: "release"; conversationId: string | null }
  /** takes the conversation too, where nobody holds it */
  | { kind: "answer"; conversationId: string; text: string; files: readonly FileRef[] };

/** How it ended; `by` and `person` are names, `about` the conversation, so that a reply to these words finds it. */
export type RoomOutcome =
  | { kind: "group_linked" }
  | { kind: "member_linked"; name: string }
  /** wrong, used or out of date: which of them is nobody's business */
  | { kind: "code_refused" }
  /** a code for the other place; one that was shown to a whole group is void */
  | { kind: "wrong_place"; wanted: "group" | "private" }
  | { kind: "account_taken" }
  /** not linked, or no longer allowed to talk to people */
  | { kind: "not_staff" }
  | { kind: "taken"; by: string; person: string; about: string }
  | { kind: "answered"; took: boolean; by: string; person: string; about: string }
  | { kind: "released"; person: string; about: string }
  | { kind: "held_by_other"; by: string; about: string }
  /** the bot answers there already */
  | { kind: "not_held"; about: string }
  | { kind: "too_large"; about: string }
  /** nobody waits, nothing is held, or the conversation was erased */
  | { kind: "nothing_there" }
  /** several are held: which one is meant? */
  | { kind: "which" };

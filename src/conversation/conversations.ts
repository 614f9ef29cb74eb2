import type { Citation } from "../answer/answer.ts";
import type { Command, CommandOutcome } from "../registry/commands.ts";
import type { HoldState } from "../registry/states.ts";
import type { Address, FileRef, IncomingMessage } from "./message.ts";
import type { Choice, Reply } from "./reply.ts";

/** A form in hand: data that outlives a restart, read by the dialogue of that name and version. */
export interface OpenForm {
  name: string;
  version: number;
  state: unknown;
}

/** The choices shown last; a number typed or a button pressed is read against these alone. */
export interface Menu {
  id: string;
  choices: readonly Choice[];
  shownAt: string;
}

/** What is remembered between two messages. Plain JSON. */
export interface ConversationState {
  form: OpenForm | null;
  /** forms left for another one, the latest last; taken up again when that one is done */
  suspended: readonly OpenForm[];
  menu: Menu | null;
  /** the person's last questions, oldest first, for follow-ups */
  questions: readonly string[];
  /** the question that could not be answered and may be passed on */
  unanswered: string | null;
  /** what the last answer stands on, for who wants to read its words */
  basis: readonly Citation[];
  /** files sent before anybody asked for them; the next support request takes them along */
  files: readonly FileRef[];
  /** whether this person has been told that an automatic assistant answers */
  greeted: boolean;
}

export const NEW_CONVERSATION: ConversationState = {
  form: null,
  suspended: [],
  menu: null,
  questions: [],
  unanswered: null,
  basis: [],
  files: [],
  greeted: false,
};

export interface Hold {
  state: HoldState;
  /** grows with every change; a turn made under an older one says nothing */
  version: number;
  /** staff member who holds it */
  by: string | null;
  expiresAt: Date | null;
}

export interface Conversation {
  id: string;
  address: Address;
  state: ConversationState;
  hold: Hold;
}

/** A message in hand: nobody else works on its conversation until the lease runs out. */
export interface ClaimedMessage {
  message: IncomingMessage;
  conversation: Conversation;
  lease: { owner: string; until: Date };
  /** whoever took it before went away without a word, as often as a turn is tried: only to be set aside by `fail` */
  isSpent: boolean;
}

/** One message answered: all of it is stored, or none. */
export interface Turn {
  claimed: ClaimedMessage;
  command: Command | null;
  /** Pure. Makes the words of the outcome; called inside the transaction, with null where there is no command. */
  conclude: (outcome: CommandOutcome | null) => { state: ConversationState; replies: readonly Reply[] };
  now: Date;
}

export type Committed =
  | { kind: "committed" }
  /** the lease ran out and somebody else has the message, or it is done already */
  | { kind: "lost" }
  /** staff took over meanwhile: the message is settled, nothing is said, nothing else changed */
  | { kind: "held" };

/** Where messages and conversations are kept. */
export interface Conversations {
  /** Stores a message; false when it is there already. Only then may a platform be told that it arrived. */
  accept(message: IncomingMessage): Promise<boolean>;
  /**
   * The oldest open message of a conversation nobody works on, leased to `owner`; null when there is none. To be claimed
   * is to be tried: a message that ends every process that takes it is not taken for ever.
   */
  claim(owner: string, now: Date): Promise<ClaimedMessage | null>;
  commit(turn: Turn): Promise<Committed>;
  /**
   * A turn that could not be made: tried again later, and after too many times set aside as dead with `apology` said.
   * Operators see dead messages; nothing is deleted.
   */
  fail(claimed: ClaimedMessage, why: string, apology: Reply, now: Date): Promise<"again" | "dead" | "lost">;
}

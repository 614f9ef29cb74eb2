import type { Citation } from "../answer/answer.ts";
import type { Explained } from "../answer/trace.ts";
import type { Command, CommandOutcome } from "../registry/commands.ts";
import type { HoldState } from "../registry/states.ts";
import type { ConsentPurpose } from "../registry/views.ts";
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

/** A voice message that was put aside, and its recording. */
export interface UnheardVoice {
  messageId: string;
  fileId: string;
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
  /** what was asked once and need not be asked again unless they wish it */
  consentsAsked: readonly ConsentPurpose[];
  /** a voice message that nobody may hear before its person agrees */
  unheard: UnheardVoice | null;
  /** whether this person has been told that an automatic assistant answers */
  greeted: boolean;
  /** id of the emergency notice that was shown last */
  noticed: string | null;
}

export const NEW_CONVERSATION: ConversationState = {
  form: null,
  suspended: [],
  menu: null,
  questions: [],
  unanswered: null,
  basis: [],
  files: [],
  consentsAsked: [],
  unheard: null,
  greeted: false,
  noticed: null,
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
  /** the question of this message with its answer and trace; absent where nothing was asked */
  asked?: Explained;
  /** Pure. Makes the words of the outcome; called inside the transaction, with null where there is no command. */
  conclude: (outcome: CommandOutcome | null) => { state: ConversationState; replies: readonly Reply[] };
  /** files of this conversation that are needed no longer */
  drops?: readonly string[];
  /** a settled message of this conversation that is now to be answered: its id */
  takesUp?: string;
  now: Date;
}

/** What a turn will store, before the lease and the clock are added. */
export type Response = Pick<Turn, "command" | "asked" | "conclude" | "drops" | "takesUp">;

export type Committed =
  | { kind: "committed" }
  /** the lease ran out and somebody else has the message, or it is done already */
  | { kind: "lost" }
  /** staff took over meanwhile: the message is settled and passed to them, nothing is said, nothing else changed */
  | { kind: "held" }
  /** staff gave it back meanwhile: the message is not settled, but taken anew */
  | { kind: "again" };

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
   * Puts the words of a voice message in its place and forgets the recording. The message is not settled, but taken
   * anew and answered like a typed one. False when somebody else has it.
   */
  heard(claimed: ClaimedMessage, words: string): Promise<boolean>;
  /**
   * A turn that could not be made: tried again later, and after too many times set aside as dead with `apology` said.
   * Operators see dead messages; nothing is deleted.
   */
  fail(claimed: ClaimedMessage, why: string, apology: Reply, now: Date): Promise<"again" | "dead" | "lost">;
}

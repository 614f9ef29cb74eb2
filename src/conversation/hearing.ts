import type { DialogueContext } from "../dialogue/dialogue.ts";
import type { Told } from "../dialogue/command-words.ts";
import type { Explained } from "../answer/trace.ts";
import type { Command, CommandOutcome } from "../registry/commands.ts";
import type { ClaimedMessage, ConversationState, UnheardVoice } from "./conversations.ts";
import type { Reply } from "./reply.ts";

/** What is known while one message is answered. */
export interface Hearing {
  claimed: ClaimedMessage;
  state: ConversationState;
  context: DialogueContext;
  /** the voice message that waited for this one: heard now, or forgotten */
  unheard: UnheardVoice | null;
}

/** How a message ends before anything is stored: words, a new state, perhaps a command. */
export interface Result {
  state: ConversationState;
  replies: readonly Reply[];
  /** the question that was answered */
  asked?: Explained;
  /** files that are needed no longer */
  drops?: readonly string[];
  /** a message put aside that is now to be answered */
  takesUp?: string;
  does?: {
    command: Command;
    conclude: (outcome: CommandOutcome) => { state: ConversationState; replies: readonly Reply[] };
  };
}

export const STOP_NEWS = { kind: "go", to: "topics", start: { stop: true } } as const;

export function say(hearing: Hearing, reply: Reply): Result {
  return { state: hearing.state, replies: [reply] };
}

/** Says one thing more, ahead of whatever the result says. */
export function saidBefore(first: Reply, result: Result): Result {
  const { does } = result;
  const replies = [first, ...result.replies];
  if (!does) return { ...result, replies };
  return {
    ...result,
    replies,
    does: {
      ...does,
      conclude(outcome) {
        const concluded = does.conclude(outcome);
        return { ...concluded, replies: [first, ...concluded.replies] };
      },
    },
  };
}

/** Whether words or a button end everything that is told unasked. */
export function isStopOfNews(told: Told): boolean {
  if (told.kind !== "go" || told.to !== STOP_NEWS.to) return false;
  const { stop, saved } = handed(told.start) as { stop?: unknown; saved?: unknown };
  return stop === true || saved === "stop";
}

export function handed(start: unknown): object {
  return typeof start === "object" && start !== null ? start : {};
}

import type { GapState, Rating } from "../../registry/gaps.ts";
import type { By } from "../by.ts";
import type { Outcome } from "../../answer/answer.ts";

/** Questions about the same thing that nobody could answer well. */
export interface GapGroup {
  /** id of one of its questions */
  key: string;
  questions: readonly GapQuestion[];
  count: number;
  lastAsked: Date;
  /** different ways in which it was asked, the newest first */
  samples: readonly string[];
  channels: Readonly<Record<string, number>>;
  outcomes: Readonly<Record<string, number>>;
  /** the answer that is being written, or was given */
  knowledgeItemId: string | null;
}

interface GapQuestion {
  id: string;
  question: string;
  channel: string;
  outcome: Outcome;
  rating: Rating | null;
  askedAt: Date;
}

export interface Gaps {
  /** the most asked first */
  list(filter: { state: GapState; since: Date | null }): Promise<readonly GapGroup[]>;
  /** how many questions are open */
  open(): Promise<number>;
  /** the group that this question is in, with its state; null where it is no gap */
  find(question: string): Promise<{ group: GapGroup; state: GapState } | null>;
  dismiss(by: By, questions: readonly string[]): Promise<{ dismissed: number }>;
}

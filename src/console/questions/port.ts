import type { Citation, Outcome } from "../../answer/answer.ts";
import type { Trace } from "../../answer/trace.ts";
import type { GapState, Rating } from "../../registry/gaps.ts";
import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";

export interface QuestionLine {
  id: string;
  question: string;
  channel: string;
  outcome: Outcome;
  topic: string | null;
  rating: Rating | null;
  gap: GapState | null;
  askedAt: Date;
}

export interface QuestionRecord extends QuestionLine {
  answer: string;
  /** as they were given */
  citations: readonly Citation[];
  /** null once the words are gone */
  trace: Trace | null;
  tookMs: number;
  knowledgeItemId: string | null;
}

/** Empty: not narrowed. */
export interface QuestionFilter {
  outcome: string;
  topic: string;
  channel: string;
  rating: string;
  /** a day in Quảng Ngãi, `2026-11-24` */
  day: string;
}

export interface Questions {
  list(query: ListQuery, filter: QuestionFilter): Promise<{ lines: readonly QuestionLine[]; total: number }>;
  topics(): Promise<readonly string[]>;
  /** Who looked is written down before it is shown. */
  look(by: By, id: string): Promise<QuestionRecord | null>;
}

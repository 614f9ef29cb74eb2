import type { Period } from "../../registry/report/period.ts";

export interface QuestionStatistics {
  total: number;
  /** "2026-03" */
  byMonth: readonly { month: string; count: number }[];
  byOutcome: Readonly<Record<string, number>>;
  byTopic: Readonly<Record<string, number>>;
  byChannel: Readonly<Record<string, number>>;
  ratings: Readonly<Record<string, number>>;
  gaps: Readonly<Record<string, number>>;
  /** milliseconds from arrival to answer; null where nothing was asked */
  median: number | null;
  ninetyFifth: number | null;
}

/** How many questions there were, and how they went; never their words. */
export interface Analytics {
  questions(period: Period): Promise<QuestionStatistics>;
}

import { groupQuestions } from "../../answer/gap-groups.ts";
import type { Outcome } from "../../answer/answer.ts";
import type { GapState, Rating } from "../../registry/gaps.ts";
import type { Database } from "./database.ts";

/** Questions about the same thing that nobody could answer well. */
export interface GapGroup {
  /** id of its oldest question: stays while that one is open */
  key: string;
  questions: readonly GapQuestion[];
  count: number;
  lastAsked: Date;
  /** different ways in which it was asked, the newest first */
  samples: readonly string[];
  channels: Readonly<Record<string, number>>;
  outcomes: Readonly<Record<string, number>>;
  /** the draft or submitted item that is to answer it */
  knowledgeItemId: string | null;
}

interface GapQuestion {
  id: string;
  question: string;
  channel: string;
  outcome: Outcome;
  rating: Rating | null;
  askedAt: Date;
  knowledgeItemId: string | null;
}

export interface GapQuery {
  state?: GapState;
  /** only what was asked since */
  since?: Date;
}

/** More than these at once nobody looks through; the newest count. */
const MOST_QUESTIONS = 400;
const MOST_SAMPLES = 5;

/** Gaps in groups, the most asked first. */
export async function gapGroups(
  { client }: Database,
  { state = "open", since }: GapQuery = {},
): Promise<readonly GapGroup[]> {
  const newest = await client.askedQuestion.findMany({
    // Without a conversation the words are gone.
    where: { gap: state, conversationId: { not: null }, ...(since && { askedAt: { gte: since } }) },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: MOST_QUESTIONS,
    select: {
      id: true,
      question: true,
      searchText: true,
      channel: true,
      outcome: true,
      rating: true,
      askedAt: true,
      knowledgeItemId: true,
    },
  });
  return groupQuestions(newest.reverse())
    .map((rows) =>
      groupOf(
        rows.map(({ searchText: _read, ...row }) => ({
          ...row,
          outcome: row.outcome as Outcome,
          rating: row.rating as Rating | null,
        })),
      ),
    )
    .sort((a, b) => b.count - a.count || b.lastAsked.getTime() - a.lastAsked.getTime());
}

/** @param questions oldest first, at least one */
function groupOf(questions: readonly GapQuestion[]): GapGroup {
  const newestFirst = questions.toReversed();
  return {
    key: questions[0]?.id ?? "",
    questions,
    count: questions.length,
    lastAsked: newestFirst[0]?.askedAt ?? new Date(0),
    samples: [...new Set(newestFirst.map(({ question }) => question))].slice(0, MOST_SAMPLES),
    channels: countBy(questions, ({ channel }) => channel),
    outcomes: countBy(questions, ({ outcome }) => outcome),
    knowledgeItemId:
      newestFirst.find(({ knowledgeItemId }) => knowledgeItemId !== null)?.knowledgeItemId ?? null,
  };
}

function countBy<T>(values: readonly T[], keyOf: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[keyOf(value)] = (counts[keyOf(value)] ?? 0) + 1;
  return counts;
}

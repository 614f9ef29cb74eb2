import type { Gaps } from "../../../console/gaps/port.ts";
import type { GapState } from "../../../registry/gaps.ts";
import { gapGroups, type GapGroup } from "../gaps.ts";
import type { Database } from "../database.ts";
import type { Desk } from "../staff/act.ts";
import { dismissGap } from "../staff/knowledge.ts";

export function createGaps(desk: Desk): Gaps {
  const { database } = desk;
  return {
    list: ({ state, since }) => gapGroups(database, { state, ...(since && { since }) }),
    open: () =>
      database.client.askedQuestion.count({ where: { gap: "open", conversationId: { not: null } } }),
    find: (question) => groupWith(database, question),
    dismiss: (by, questions) => dismissGap(desk, by, questions),
  };
}

/** The group a question is in; null where it is no gap, or its words are gone. */
export async function groupWith(
  database: Database,
  question: string,
): Promise<{ group: GapGroup; state: GapState } | null> {
  const asked = await database.client.askedQuestion.findUnique({
    where: { id: question },
    select: { gap: true },
  });
  const state = (asked?.gap ?? null) as GapState | null;
  if (state === null) return null;
  const groups = await gapGroups(database, { state });
  const group = groups.find(({ questions }) => questions.some(({ id }) => id === question));
  return group ? { group, state } : null;
}

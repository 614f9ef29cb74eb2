import type { Citation, Outcome } from "../../../answer/answer.ts";
import type { Trace } from "../../../answer/trace.ts";
import { windowOf, type ListQuery } from "../../../console/kit/list-query.ts";
import { spanOfDay } from "../../../console/kit/when.ts";
import type { QuestionFilter, QuestionLine, Questions } from "../../../console/questions/port.ts";
import type { GapState, Rating } from "../../../registry/gaps.ts";
import { fold, normalise } from "../../../search/index.ts";
import { audit } from "../audit.ts";
import type { AskedQuestion } from "../generated/sqlite/client.ts";
import { act, type Desk } from "../staff/act.ts";

/** What was asked, for whoever looks how the answers came about. */
export function createQuestions(desk: Desk): Questions {
  const { client } = desk.database;
  return {
    async list(query, filter) {
      const where = conditionOf(query, filter);
      const [rows, total] = await Promise.all([
        client.askedQuestion.findMany({
          where,
          orderBy: [{ askedAt: query.descending ? "desc" : "asc" }, { id: "desc" }],
          ...windowOf(query),
        }),
        client.askedQuestion.count({ where }),
      ]);
      return { lines: rows.map(lineOf), total };
    },
    async topics() {
      const rows = await client.askedQuestion.findMany({
        where: { topic: { not: null } },
        distinct: ["topic"],
        select: { topic: true },
        orderBy: { topic: "asc" },
      });
      return rows.flatMap(({ topic }) => topic ?? []);
    },
    look: (by, id) =>
      act(desk, by, async (scope) => {
        const row = await scope.tx.askedQuestion.findUnique({ where: { id } });
        if (row === null) return null;
        await audit(scope, "question.seen", id);
        const { answer, tookMs, knowledgeItemId } = row;
        return {
          ...lineOf(row),
          ...{ answer, tookMs, knowledgeItemId },
          citations: JSON.parse(row.citations) as readonly Citation[],
          trace: row.conversationId === null ? null : (JSON.parse(row.trace) as Trace),
        };
      }),
  };
}

function conditionOf({ words }: ListQuery, { outcome, topic, channel, rating, day }: QuestionFilter) {
  const span = spanOfDay(day);
  return {
    ...(words === "" ? {} : { searchText: { contains: fold(normalise(words)) } }),
    ...(outcome === "" ? {} : { outcome }),
    ...(topic === "" ? {} : { topic }),
    ...(channel === "" ? {} : { channel }),
    ...(rating === "" ? {} : { rating }),
    ...(span === null ? {} : { askedAt: { gte: span.from, lt: span.until } }),
  };
}

function lineOf(row: AskedQuestion): QuestionLine {
  const { id, question, channel, topic, askedAt } = row;
  return {
    ...{ id, question, channel, topic, askedAt },
    outcome: row.outcome as Outcome,
    rating: row.rating as Rating | null,
    gap: row.gap as GapState | null,
  };
}

import type { Analytics } from "../../../console/analytics/port.ts";
import { momentsOf } from "../../../console/kit/when.ts";
import type { Period } from "../../../registry/report/period.ts";
import type { Database } from "../database.ts";

/** Counted by the database: only numbers leave it. */
export function createAnalytics({ client }: Database): Analytics {
  return {
    async questions(period) {
      const where = { askedAt: momentsOf(period) };
      const by = <Column extends "outcome" | "topic" | "channel" | "rating" | "gap">(column: Column) =>
        client.askedQuestion.groupBy({ by: [column], where, _count: true });
      const [outcomes, topics, channels, ratings, gaps, byMonth] = await Promise.all([
        by("outcome"),
        by("topic"),
        by("channel"),
        by("rating"),
        by("gap"),
        Promise.all(monthsOf(period).map(countMonth)),
      ]);
      const total = outcomes.reduce((sum, { _count }) => sum + _count, 0);
      const [median, ninetyFifth] = await Promise.all([tookAt(0.5), tookAt(0.95)]);
      return {
        total,
        byMonth,
        byOutcome: counts(outcomes.map((row) => [row.outcome, row._count])),
        byTopic: counts(topics.map((row) => [row.topic, row._count])),
        byChannel: counts(channels.map((row) => [row.channel, row._count])),
        ratings: counts(ratings.map((row) => [row.rating, row._count])),
        gaps: counts(gaps.map((row) => [row.gap, row._count])),
        median,
        ninetyFifth,
      };

      /** The nearest rank: the time that this share of the answers took at most. */
      async function tookAt(share: number): Promise<number | null> {
        const row = await client.askedQuestion.findFirst({
          where,
          select: { tookMs: true },
          orderBy: { tookMs: "asc" },
          skip: Math.max(0, Math.ceil(total * share) - 1),
        });
        return row?.tookMs ?? null;
      }
    },
  };

  async function countMonth({ month, ...days }: Period & { month: string }) {
    return { month, count: await client.askedQuestion.count({ where: { askedAt: momentsOf(days) } }) };
  }
}

/** What has no value is no part of a count. */
function counts(rows: readonly (readonly [string | null, number])[]): Readonly<Record<string, number>> {
  return Object.fromEntries(rows.filter((row): row is [string, number] => row[0] !== null));
}

/** Whole months, but for the first and last days of the period. */
function monthsOf({ startsOn, endsOn }: Period): readonly (Period & { month: string })[] {
  const months: (Period & { month: string })[] = [];
  let month = startsOn.slice(0, 7);
  while (month <= endsOn.slice(0, 7)) {
    const [year = 0, number = 1] = month.split("-").map(Number);
    const last = `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
    const first = `${month}-01`;
    months.push({
      month,
      startsOn: first < startsOn ? startsOn : first,
      endsOn: last > endsOn ? endsOn : last,
    });
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  }
  return months;
}

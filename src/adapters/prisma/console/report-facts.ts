import type { FactSource } from "../../../console/figures/port.ts";
import { isoDay, momentsOf } from "../../../console/kit/when.ts";
import { readAmounts } from "../../../registry/money.ts";
import { WORK_ITEMS, type ActivityStatus, type Metric, type WorkItem } from "../../../registry/plan.ts";
import type {
  EnterpriseFact,
  QuestionCounts,
  ReportFacts,
  SupportKind,
} from "../../../registry/report/facts.ts";
import { countedOn, yearBefore, yearOf, type Period } from "../../../registry/report/period.ts";
import type { AttendeeStatus, PilotStatus, RequestStatus, ResultStatus } from "../../../registry/states.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import type { Database } from "../database.ts";
import type { Enterprise } from "../generated/sqlite/client.ts";
import { ensureShippedPlan } from "./plan.ts";

const HELD = ["held", "reported"];

/** No names, words or numbers of people leave the database here. */
export function createFactSource(database: Database): FactSource {
  const { client } = database;

  return {
    async facts(period, asOf): Promise<ReportFacts> {
      await ensureShippedPlan(database);
      const span = momentsOf({ startsOn: yearBefore(period).startsOn, endsOn: period.endsOn });
      const years = { gte: yearOf(yearBefore(period).startsOn), lte: yearOf(period.endsOn) };
      const [results, pilots, inspections, events, requests, activities, needs, targets] = await Promise.all([
        client.supportResult.findMany({ where: { year: years }, include: { enterprise: true } }),
        client.pilotModel.findMany({ include: { enterprise: true }, orderBy: { createdAt: "asc" } }),
        client.inspection.findMany({
          where: { at: span },
          include: { pilot: { include: { enterprise: true } } },
        }),
        client.event.findMany({
          where: { sessions: { some: { startsAt: span } } },
          include: { sessions: { orderBy: { startsAt: "asc" }, take: 1 } },
        }),
        client.supportRequest.findMany({
          where: { createdAt: span, kind: { not: "du_lieu" }, mergedIntoId: null },
          include: { enterprise: true },
        }),
        client.activity.findMany({ where: { year: years } }),
        client.trainingNeed.findMany({ where: { year: years }, include: { enterprise: true } }),
        client.target.findMany({ include: { plan: true } }),
      ]);
      const seats = await client.attendee.findMany({
        where: { eventId: { in: events.map(({ id }) => id) } },
        select: {
          id: true,
          eventId: true,
          status: true,
          registration: { select: { enterprise: true } },
        },
      });
      return {
        asOf,
        results: results.map((row) => ({
          id: row.id,
          year: row.year,
          standard: row.standard,
          evidence: row.evidence,
          enterprise: enterpriseFact(row.enterprise),
          day: countedOn(row.year, [dayOf(row.finishedAt), dayOf(row.startedAt)]),
          kind: row.kind as SupportKind,
          amounts: readAmounts(row.amounts),
          status: row.status as ResultStatus,
        })),
        pilots: pilots.map((row) => ({
          id: row.id,
          title: row.title,
          year: row.year,
          standard: row.standard,
          evidence: row.evidence,
          enterprise: enterpriseFact(row.enterprise),
          status: row.status as PilotStatus,
        })),
        inspections: inspections.map(({ id, pilotId, pilot, at }) => ({
          id,
          pilotId,
          title: pilot.title,
          enterprise: enterpriseFact(pilot.enterprise),
          day: isoDay(at),
        })),
        classes: events.map(({ id, keyword, title, status, sessions, annexItem, costs }) => ({
          id,
          keyword,
          title,
          day: dayOf(sessions[0]?.startsAt ?? null),
          held: HELD.includes(status),
          annexItem,
          costs: readAmounts(costs),
        })),
        seats: seats.map(({ id, eventId, status, registration }) => ({
          id,
          classId: eventId,
          enterprise: enterpriseFact(registration.enterprise),
          status: status as AttendeeStatus,
        })),
        requests: requests.map((row) => ({
          id: row.id,
          code: row.code,
          kind: row.kind,
          enterprise: row.enterprise && enterpriseFact(row.enterprise),
          status: row.status as RequestStatus,
          received: isoDay(row.createdAt),
          dueAt: row.dueAt,
          settledAt: row.settledAt,
        })),
        activities: activities.map((row) => ({
          id: row.id,
          year: row.year,
          title: row.title,
          lead: row.lead,
          evidence: row.evidence,
          item: (Object.hasOwn(WORK_ITEMS, row.annexItem) ? row.annexItem : "1") as WorkItem,
          status: row.status as ActivityStatus,
          costs: readAmounts(row.costs),
        })),
        needs: needs.map(({ id, source, enterprise, topic, year, people, metAt }) => ({
          id,
          source,
          enterprise: enterpriseFact(enterprise),
          topic,
          year,
          people,
          met: metAt !== null,
        })),
        targets: targets.map(({ plan, year, metric, value }) => ({
          plan: plan.number,
          planStartsOn: plan.startsOn,
          year,
          metric: metric as Metric,
          value,
        })),
        questions: await countQuestions(period),
      };
    },
  };

  async function countQuestions(period: Period): Promise<QuestionCounts> {
    const where = { askedAt: momentsOf(period) };
    const [byOutcome, byChannel, byGap] = await Promise.all([
      client.askedQuestion.groupBy({ by: ["outcome"], where, _count: true }),
      client.askedQuestion.groupBy({ by: ["channel"], where, _count: true }),
      client.askedQuestion.groupBy({ by: ["gap"], where, _count: true }),
    ]);
    const gaps = (state: string) => byGap.find(({ gap }) => gap === state)?._count ?? 0;
    return {
      total: byOutcome.reduce((sum, { _count }) => sum + _count, 0),
      byOutcome: Object.fromEntries(byOutcome.map(({ outcome, _count }) => [outcome, _count])),
      byChannel: Object.fromEntries(byChannel.map(({ channel, _count }) => [channel, _count])),
      gapsOpen: gaps("open"),
      gapsAnswered: gaps("answered"),
    };
  }
}

function enterpriseFact(row: Enterprise): EnterpriseFact {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as EnterpriseKind,
    size: row.size,
    sector: row.sector,
    area: row.communeText,
    ocopStars: row.ocopStars,
  };
}

function dayOf(at: Date | null): string | null {
  return at && isoDay(at);
}

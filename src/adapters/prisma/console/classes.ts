import type {
  ClassCounts,
  Classes,
  ClassLine,
  ClassRecord,
  Template,
} from "../../../console/classes/port.ts";
import { windowOf, type ListQuery } from "../../../console/kit/list-query.ts";
import { isoDay } from "../../../console/kit/when.ts";
import { readAmounts } from "../../../registry/money.ts";
import { readAnnexItem } from "../../../registry/annex-item.ts";
import type { AttendeeStatus, EventStatus } from "../../../registry/states.ts";
import { fold } from "../../../search/index.ts";
import type { Database } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { kindsOf } from "../rows.ts";
import { readTemplateFields } from "../template-fields.ts";
import { attendeeLines } from "./class-attendees.ts";

const PARTS = {
  sessions: { orderBy: { startsAt: "asc" } },
  attendees: { select: { status: true, registration: { select: { enterpriseId: true } } } },
} as const satisfies Prisma.EventInclude;

type Row = Prisma.EventGetPayload<{ include: typeof PARTS }>;

/** Classes as staff see them. An office has some hundreds of them, so lists are searched here. */
export function createClasses({ client }: Database): Classes {
  return {
    async list(query, filter) {
      const rows = await client.event.findMany({
        where: filter.status === "" ? {} : { status: filter.status },
        include: PARTS,
      });
      const words = fold(query.words);
      const lines = rows
        .filter((row) => filter.year === "" || yearOf(row) === filter.year)
        .map(lineOf)
        .filter(({ keyword, title, place }) => fold(`${keyword} ${title} ${place}`).includes(words))
        .sort(byColumn(query));
      const { skip, take } = windowOf(query);
      return { lines: lines.slice(skip, skip + take), total: lines.length };
    },
    async years() {
      const rows = await client.event.findMany({
        select: { opensAt: true, sessions: { select: { startsAt: true }, orderBy: { startsAt: "asc" } } },
      });
      return [...new Set(rows.map(yearOf))].sort().reverse();
    },
    async find(id) {
      const row = await client.event.findUnique({ where: { id }, include: PARTS });
      return row && recordOf(row);
    },
    attendees: (id) => attendeeLines(client, id),
    async templates() {
      const rows = await client.eventTemplate.findMany({ orderBy: { name: "asc" } });
      return rows.map(({ id, name, fields }): Template => ({ id, name, fields: readTemplateFields(fields) }));
    },
    async freeKeyword() {
      const rows = await client.event.findMany({ select: { keyword: true } });
      const numbers = rows.map(({ keyword }) => (/^\d{1,4}$/.test(keyword) ? Number(keyword) : 0));
      return String(Math.max(0, ...numbers) + 1);
    },
    open: () =>
      client.event.findMany({
        where: { status: "open" },
        select: { id: true, keyword: true, title: true },
        orderBy: { opensAt: "desc" },
      }),
  };
}

/** A class counts for the year in which it takes place. */
function yearOf({ opensAt, sessions }: { opensAt: Date; sessions: readonly { startsAt: Date }[] }): string {
  return isoDay(sessions[0]?.startsAt ?? opensAt).slice(0, 4);
}

function lineOf(row: Row): ClassLine {
  const { id, keyword, title, capacity, closesAt, sessions } = row;
  return {
    id,
    keyword,
    title,
    capacity,
    closesAt,
    status: row.status as EventStatus,
    startsAt: sessions[0]?.startsAt ?? null,
    place: sessions[0]?.place ?? "",
    annexItem: readAnnexItem(row.annexItem),
    counts: countsOf(row),
  };
}

function recordOf(row: Row): ClassRecord {
  return {
    ...lineOf(row),
    description: row.description,
    audience: row.audience,
    audienceKinds: kindsOf(row.audienceKinds),
    sessions: row.sessions.map(({ startsAt, endsAt, place }) => ({ startsAt, endsAt, place })),
    capPerEnterprise: row.capPerEnterprise,
    opensAt: row.opensAt,
    cost: row.cost,
    invitation: row.invitation,
    planRef: row.planRef,
    costs: readAmounts(row.costs),
    seatsTaken: row.seatsTaken,
    revision: row.revision,
  };
}

const ON_SEAT: readonly AttendeeStatus[] = ["confirmed", "attended", "absent", "certified"];

function countsOf({ attendees }: Row): ClassCounts {
  const count = (...states: readonly AttendeeStatus[]) =>
    attendees.filter(({ status }) => states.includes(status as AttendeeStatus)).length;
  const seated = attendees.filter(({ status }) => ON_SEAT.includes(status as AttendeeStatus));
  return {
    seated: seated.length,
    offered: count("offered"),
    waiting: count("waiting"),
    requested: count("requested"),
    attended: count("attended", "certified"),
    absent: count("absent"),
    certified: count("certified"),
    enterprises: new Set(seated.map(({ registration }) => registration.enterpriseId)).size,
  };
}

function byColumn({ sort, descending }: ListQuery) {
  const sign = descending ? -1 : 1;
  const moment = ({ startsAt, closesAt }: ClassLine) => (startsAt ?? closesAt).getTime();
  return (a: ClassLine, b: ClassLine) => {
    switch (sort) {
      case "ten":
        return a.title.localeCompare(b.title, "vi") * sign;
      case "so":
        return a.keyword.localeCompare(b.keyword, "vi", { numeric: true }) * sign;
      default:
        return (moment(a) - moment(b)) * sign;
    }
  };
}

import type {
  AssociationLine,
  Associations,
  Demand,
  DemandRow,
  Invitee,
  NeedFilter,
  NeedLine,
  Tally,
} from "../../../console/associations/port.ts";
import { windowOf } from "../../../console/kit/list-query.ts";
import type { Communes } from "../../../registry/communes.ts";
import { foldedName } from "../commands/enterprises.ts";
import type { Tx } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import type { Desk } from "../staff/act.ts";
import { createAssociation, markMet, MEETS_NEEDS, markUnmet } from "../staff/needs.ts";
import { uploadLine } from "./association-desk.ts";
import { areaName, communeName } from "./commune-name.ts";
import { namesOf } from "./names-of.ts";
import { titlesOf } from "./titles-of.ts";

/** Where a need that nobody's association told of came from. */
const BOT = "bot";

const CLASSES_SHOWN = 100;

/** What the Department sees of associations and of what they need. */
export function createAssociations(desk: Desk, communes: Communes): Associations {
  const { client } = desk.database;
  return {
    list: () => associationLines(client),
    async find(id) {
      const [line] = await associationLines(client, id);
      if (!line) return null;
      const officersBy = await client.staff.findMany({
        where: { associationId: id, disabledAt: null },
        select: { id: true, name: true, email: true },
        orderBy: { name: "asc" },
      });
      return { ...line, officersBy };
    },
    create: (by, name) => createAssociation(desk, by, name),
    async uploads(associationId, query) {
      const where = associationId === "" ? {} : { associationId };
      const [rows, total] = await Promise.all([
        client.needsUpload.findMany({
          where,
          include: { association: true },
          orderBy: [{ createdAt: "desc" }, { id: "desc" }],
          ...windowOf(query),
        }),
        client.needsUpload.count({ where }),
      ]);
      const names = await namesOf(
        client,
        rows.map(({ uploadedBy }) => uploadedBy),
      );
      return { uploads: rows.map((row) => uploadLine(row, names)), total };
    },
    async demand(filter) {
      return demandOf(await allNeeds(client, communes, filter));
    },
    async needs(filter, query) {
      const words = foldedName(query.words);
      const all = await allNeeds(client, communes, filter, words);
      const { skip, take } = windowOf(query);
      return { needs: all.slice(skip, skip + take), total: all.length };
    },
    async choices(year) {
      const needs = await allNeeds(client, communes, { ...NOT_NARROWED, year });
      const [associations, classes] = await Promise.all([
        client.association.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
        client.event.findMany({
          where: MEETS_NEEDS,
          select: { id: true, keyword: true, title: true, status: true },
          orderBy: [{ opensAt: "desc" }, { id: "desc" }],
          take: CLASSES_SHOWN,
        }),
      ]);
      const areas = [...new Set(needs.flatMap(({ area }) => area ?? []))];
      return {
        areas: areas.sort((a, b) => a.localeCompare(b, "vi")),
        sources: associations,
        classes,
      };
    },
    markMet: (by, needIds, eventId) => markMet(desk, by, needIds, eventId),
    markUnmet: (by, needIds) => markUnmet(desk, by, needIds),
    async invitees(filter) {
      return inviteesOf(client, await allNeeds(client, communes, filter));
    },
  };
}

const NOT_NARROWED: Omit<NeedFilter, "year"> = { topic: "", area: "", quarter: "", met: "", source: "" };

async function associationLines(tx: Tx, id?: string): Promise<AssociationLine[]> {
  const rows = await tx.association.findMany({
    where: id === undefined ? {} : { id },
    include: {
      _count: { select: { uploads: true, staff: { where: { disabledAt: null } } } },
      uploads: { select: { createdAt: true }, orderBy: { createdAt: "desc" }, take: 1 },
    },
    orderBy: { name: "asc" },
  });
  const [needs, met] = await Promise.all(
    [{}, { metAt: { not: null } }].map((where) =>
      tx.trainingNeed.groupBy({ by: ["source"], where, _count: true }),
    ),
  );
  const countOf = (groups: typeof needs, source: string) =>
    groups?.find((one) => one.source === source)?._count ?? 0;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    officers: row._count.staff,
    uploads: row._count.uploads,
    needs: countOf(needs, row.id),
    met: countOf(met, row.id),
    lastUpload: row.uploads[0]?.createdAt ?? null,
  }));
}

/** Areas are no column, so a year's needs, some thousands at most, are narrowed by them here. */
async function allNeeds(
  tx: Tx,
  communes: Communes,
  filter: NeedFilter,
  words = "",
): Promise<readonly NeedLine[]> {
  const rows = await tx.trainingNeed.findMany({
    where: conditionOf(filter, words),
    include: { enterprise: true },
    orderBy: [{ topic: "asc" }, { enterprise: { searchText: "asc" } }, { id: "asc" }],
  });
  const [titles, sources] = await Promise.all([
    titlesOf(
      tx,
      rows.flatMap(({ metEventId }) => metEventId ?? []),
    ),
    tx.association.findMany({ select: { id: true, name: true } }),
  ]);
  const sourceNames = new Map(sources.map(({ id, name }) => [id, name]));
  const needs = rows.map((row): NeedLine => ({
    id: row.id,
    enterpriseId: row.enterpriseId,
    enterprise: row.enterprise.name,
    commune: communeName(communes, row.enterprise),
    area: areaName(communes, row.enterprise.communeCode),
    topic: row.topic,
    year: row.year,
    quarter: row.quarter,
    people: row.people,
    source: sourceNames.get(row.source) ?? (row.source === BOT ? "Trợ lý" : row.source),
    metBy: titles.get(row.metEventId ?? "") ?? null,
    metAt: row.metAt,
  }));
  return filter.area === "" ? needs : needs.filter(({ area }) => area === filter.area);
}

function conditionOf({ year, topic, quarter, met, source }: NeedFilter, words: string) {
  return {
    year,
    ...(topic === "" ? {} : { topic }),
    ...(quarter === "" ? {} : { quarter: quarter === "0" ? null : Number(quarter) }),
    ...(met === "" ? {} : { metAt: met === "co" ? { not: null } : null }),
    ...(source === "" ? {} : { source }),
    ...(words === "" ? {} : { enterprise: { searchText: { contains: words } } }),
  } satisfies Prisma.TrainingNeedWhereInput;
}

const NO_QUARTER_TO_FOURTH = [null, 1, 2, 3, 4];

function demandOf(needs: readonly NeedLine[]): Demand {
  const rows = groupsOf(needs, ({ topic, area }) => `${topic}|${area ?? ""}`).map((group): DemandRow => ({
    topic: group[0]?.topic ?? "",
    area: group[0]?.area ?? null,
    ...tally(group),
    quarters: NO_QUARTER_TO_FOURTH.map((quarter) => tally(group.filter((one) => one.quarter === quarter))),
  }));
  const topics = groupsOf(needs, ({ topic }) => topic).map((group) => ({
    topic: group[0]?.topic ?? "",
    ...tally(group),
  }));
  return {
    rows: rows.sort(
      (a, b) => a.topic.localeCompare(b.topic) || (a.area ?? "~").localeCompare(b.area ?? "~", "vi"),
    ),
    topics,
    total: tally(needs),
  };
}

function groupsOf(needs: readonly NeedLine[], key: (need: NeedLine) => string): NeedLine[][] {
  const groups = new Map<string, NeedLine[]>();
  for (const need of needs) groups.set(key(need), [...(groups.get(key(need)) ?? []), need]);
  return [...groups.values()];
}

function tally(needs: readonly NeedLine[]): Tally {
  return {
    needs: needs.length,
    met: needs.filter(({ metAt }) => metAt !== null).length,
    people: needs.reduce((sum, { people }) => sum + (people ?? 0), 0),
  };
}

async function inviteesOf(tx: Tx, needs: readonly NeedLine[]): Promise<readonly Invitee[]> {
  const links = await tx.enterpriseContact.findMany({
    where: {
      enterpriseId: { in: [...new Set(needs.map(({ enterpriseId }) => enterpriseId))] },
      status: { not: "revoked" },
    },
    include: { contact: { include: { addresses: { select: { channel: true } } } } },
    orderBy: { id: "asc" },
  });
  return needs.flatMap(({ enterpriseId, enterprise, commune, topic }) => {
    const contacts = links.filter((link) => link.enterpriseId === enterpriseId);
    const nobody = { enterprise, commune, topic, name: null, phone: null, channels: [] };
    if (contacts.length === 0) return [nobody];
    return contacts.map(({ contact: { name, phone, addresses } }) => ({
      ...{ enterprise, commune, topic, name, phone },
      channels: [...new Set(addresses.map(({ channel }) => channel))],
    }));
  });
}

import type {
  AnnouncementLine,
  AnnouncementRecord,
  Announcements,
  AudienceChoices,
  ChannelPreview,
  EventChoice,
} from "../../../console/announcements/port.ts";
import { windowOf, type ListQuery } from "../../../console/kit/list-query.ts";
import type { ReachOf } from "../../../announce/reach.ts";
import type { Reply } from "../../../conversation/reply.ts";
import type { AnnouncementStatus } from "../../../registry/states.ts";
import { reachFor } from "../announce/reach.ts";
import { fileFrom, replyOf, wordsOf } from "../announce/words.ts";
import type { Database } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import type { Desk } from "../staff/act.ts";
import {
  pauseAnnouncement,
  resendUnknown,
  resumeAnnouncement,
  stopAnnouncement,
} from "../staff/announcement-runs.ts";
import {
  approveAnnouncement,
  correctAnnouncement,
  draftAnnouncement,
  editAnnouncement,
  returnAnnouncement,
  sendAnnouncement,
  submitAnnouncement,
} from "../staff/announcements.ts";
import { settingsNow } from "../staff/settings.ts";
import { callListOf, deliveriesOf } from "./announcement-people.ts";
import { progressOf } from "./announcement-progress.ts";
import { staffNames, type StaffNames } from "./staff-names.ts";

export interface AnnouncementParts {
  desk: Desk;
  /** what channels in use allow */
  channels: ReachOf;
  /** how each of them would show something */
  previews: (reply: Reply) => readonly ChannelPreview[];
}

/** Announcements, as the console lists, shows and changes them. */
export function createAnnouncements({ desk, channels, previews }: AnnouncementParts): Announcements {
  const { database } = desk;
  const { client } = database;
  return {
    list: (query, status) => list(database, query, status),
    find: (id) => find(database, id),
    async counts() {
      const rows = await client.announcement.groupBy({ by: ["status"], _count: { _all: true } });
      const of = (status: AnnouncementStatus) => rows.find((row) => row.status === status)?._count._all ?? 0;
      return { submitted: of("submitted"), sending: of("sending"), paused: of("paused") };
    },
    choices: (now) => choices(database, now),
    reach: (wanted, now) => reachFor(client, wanted, channels, now),
    preview: async (words, corrects, file) => previews(await replyOf(client, words, corrects, file)),
    async previewOf(id) {
      const row = await client.announcement.findUnique({ where: { id }, include: { file: true } });
      if (row === null) return [];
      return previews(await replyOf(client, wordsOf(row), row.correctsId, fileFrom(row.file)));
    },
    progress: (id, now) => progressOf(database, id, now),
    onePerson: async () => (await settingsNow(database))["announcements.one_person"].value,
    draft: (by, words, file) => draftAnnouncement(desk, by, words, file),
    edit: (by, seen, words, file) => editAnnouncement(desk, by, seen, words, file),
    submit: (by, seen) => submitAnnouncement(desk, by, seen),
    giveBack: (by, seen, reason) => returnAnnouncement(desk, by, seen, reason),
    approve: (by, seen) => approveAnnouncement(desk, by, seen),
    send: (by, seen) => sendAnnouncement(desk, by, seen),
    pause: (by, id, reason) => pauseAnnouncement(desk, by, id, reason),
    resume: (by, id) => resumeAnnouncement(desk, by, id),
    stop: (by, id, reason) => stopAnnouncement(desk, by, id, reason),
    correct: (by, id) => correctAnnouncement(desk, by, id),
    resend: (by, deliveryId) => resendUnknown(desk, by, deliveryId),
    deliveries: (by, id, status, window) => deliveriesOf(desk, by, { id, status, window }),
    callList: (by, id) => callListOf(desk, by, id),
  };
}

const LINE_PARTS = {
  _count: { select: { deliveries: true } },
} as const satisfies Prisma.AnnouncementInclude;
type LineRow = Prisma.AnnouncementGetPayload<{ include: typeof LINE_PARTS }>;

async function list(
  database: Database,
  query: ListQuery,
  status: AnnouncementStatus | null,
): Promise<{ lines: readonly AnnouncementLine[]; total: number }> {
  const { client } = database;
  const { words } = query;
  const where = {
    ...(status !== null && { status }),
    ...(words !== "" && { OR: [{ title: { contains: words } }, { body: { contains: words } }] }),
  };
  const [rows, total, names] = await Promise.all([
    client.announcement.findMany({
      where,
      include: LINE_PARTS,
      orderBy: [{ updatedAt: query.descending ? "desc" : "asc" }, { id: "asc" }],
      ...windowOf(query),
    }),
    client.announcement.count({ where }),
    staffNames(database),
  ]);
  const sent = await sentOf(
    database,
    rows.map(({ id }) => id),
  );
  return { lines: rows.map((row) => lineOf(row, sent.get(row.id) ?? 0, names)), total };
}

async function find(database: Database, id: string): Promise<AnnouncementRecord | null> {
  const [row, names, sent] = await Promise.all([
    database.client.announcement.findUnique({
      where: { id },
      include: {
        ...LINE_PARTS,
        event: { select: { id: true, keyword: true, title: true } },
        file: { select: { name: true, mediaType: true, bytes: true } },
        corrects: { select: { id: true, title: true } },
        corrections: { select: { id: true, title: true, status: true }, orderBy: { createdAt: "asc" } },
      },
    }),
    staffNames(database),
    sentOf(database, [id]),
  ]);
  if (row === null) return null;
  return {
    ...lineOf(row, sent.get(id) ?? 0, names),
    words: wordsOf(row),
    file: row.file,
    event: row.event,
    approver: row.approver === null ? null : names.of(row.approver),
    approvedAt: row.approvedAt,
    approvedAlone: row.approver !== null && row.approver === row.author,
    reason: row.reason,
    corrects: row.corrects,
    corrections: row.corrections.map(({ status, ...one }) => ({
      ...one,
      status: status as AnnouncementStatus,
    })),
    revision: row.revision,
    createdAt: row.createdAt,
    endedAt: row.endedAt,
  };
}

function lineOf(row: LineRow, sent: number, names: StaffNames): AnnouncementLine {
  const { id, title, scheduledAt, startedAt, expiresAt, updatedAt } = row;
  return {
    ...{ id, title, scheduledAt, startedAt, expiresAt, updatedAt, sent },
    status: row.status as AnnouncementStatus,
    author: names.of(row.author),
    people: row._count.deliveries,
  };
}

async function sentOf({ client }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await client.delivery.groupBy({
    by: ["announcementId"],
    where: { announcementId: { in: [...ids] }, status: "sent" },
    _count: { _all: true },
  });
  return new Map(rows.map(({ announcementId, _count }) => [announcementId ?? "", _count._all]));
}

async function choices({ client }: Database, now: Date): Promise<AudienceChoices> {
  const [events, associations, sectors, provinces] = await Promise.all([
    client.event.findMany({
      where: { status: { not: "cancelled" }, closesAt: { gte: new Date(now.getTime() - YEAR_MS) } },
      select: { id: true, keyword: true, title: true, status: true, closesAt: true },
      orderBy: { opensAt: "desc" },
    }),
    client.association.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    client.enterprise.findMany({
      where: { sector: { not: null } },
      distinct: ["sector"],
      select: { sector: true },
      orderBy: { sector: "asc" },
    }),
    client.enterprise.findMany({
      where: { formerProvince: { not: null } },
      distinct: ["formerProvince"],
      select: { formerProvince: true },
      orderBy: { formerProvince: "asc" },
    }),
  ]);
  return {
    events: events.map(choiceOf),
    open: events.filter(({ status, closesAt }) => status === "open" && closesAt > now).map(choiceOf),
    associations,
    sectors: sectors.flatMap(({ sector }) => sector ?? []),
    formerProvinces: provinces.flatMap(({ formerProvince }) => formerProvince ?? []),
  };
}

function choiceOf({ id, keyword, title }: EventChoice): EventChoice {
  return { id, keyword, title };
}

/** Classes of the last year can be asked for as history. */
const YEAR_MS = 365 * 86_400_000;

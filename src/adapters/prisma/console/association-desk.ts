import { windowOf } from "../../../console/kit/list-query.ts";
import type { NeedTopic } from "../../../registry/need-topics.ts";
import type { AssociationDesk, OwnNeed, UploadLine, UploadRecord } from "../../../console/partner/port.ts";
import type { Communes } from "../../../registry/communes.ts";
import { foldedName } from "../commands/enterprises.ts";
import type { Desk } from "../staff/act.ts";
import { digestOf, linesKnown, takeInNeeds } from "../staff/needs-uploads.ts";
import { communeName } from "./commune-name.ts";
import { namesOf } from "./names-of.ts";
import { titlesOf } from "./titles-of.ts";

/** What one association handed in; every query is narrowed to it. */
export function createAssociationDesk(desk: Desk, communes: Communes): AssociationDesk {
  const { client } = desk.database;
  return {
    async name(associationId) {
      const row = await client.association.findUnique({ where: { id: associationId } });
      return row?.name ?? null;
    },
    uploads: async (associationId, query) => {
      const where = { associationId };
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
      return { lines: rows.map((row) => uploadLine(row, names)), total };
    },
    async upload(associationId, id) {
      const row = await client.needsUpload.findFirst({
        where: { id, associationId },
        include: { association: true },
      });
      if (row === null) return null;
      const names = await namesOf(client, [row.uploadedBy]);
      return { ...uploadLine(row, names), refused: JSON.parse(row.refused) as UploadRecord["refused"] };
    },
    async needs(source, query) {
      const words = foldedName(query.words);
      const where = {
        source,
        ...(words === "" ? {} : { enterprise: { searchText: { contains: words } } }),
      };
      const [rows, total] = await Promise.all([
        client.trainingNeed.findMany({
          where,
          include: { enterprise: true },
          orderBy: [{ year: "desc" }, { enterprise: { searchText: "asc" } }, { id: "asc" }],
          ...windowOf(query),
        }),
        client.trainingNeed.count({ where }),
      ]);
      const titles = await titlesOf(
        client,
        rows.flatMap(({ metEventId }) => metEventId ?? []),
      );
      const needs = rows.map((row): OwnNeed => ({
        id: row.id,
        enterprise: row.enterprise.name,
        commune: communeName(communes, row.enterprise),
        topic: row.topic as NeedTopic,
        year: row.year,
        quarter: row.quarter,
        people: row.people,
        metBy: titles.get(row.metEventId ?? "") ?? null,
        metAt: row.metAt,
      }));
      return { needs, total };
    },
    async counts(source) {
      const [needs, met, uploads] = await Promise.all([
        client.trainingNeed.count({ where: { source } }),
        client.trainingNeed.count({ where: { source, metAt: { not: null } } }),
        client.needsUpload.count({ where: { associationId: source } }),
      ]);
      return { needs, met, uploads };
    },
    async compare(associationId, list) {
      const same = await client.needsUpload.findUnique({
        where: { associationId_digest: { associationId, digest: digestOf(list) } },
      });
      const known = await linesKnown(client, associationId, list.good);
      return { known, sameListAt: same?.createdAt ?? null };
    },
    takeIn: (by, associationId, fileName, list) => takeInNeeds(desk, by, associationId, { fileName, list }),
  };
}

interface UploadRow {
  id: string;
  association: { name: string };
  fileName: string;
  rowsTaken: number;
  rowsRefused: number;
  uploadedBy: string;
  createdAt: Date;
}

export function uploadLine(row: UploadRow, names: ReadonlyMap<string, string>): UploadLine {
  const { id, association, fileName, rowsTaken, rowsRefused, uploadedBy, createdAt } = row;
  return {
    ...{ id, fileName, rowsTaken, rowsRefused, at: createdAt },
    association: association.name,
    uploadedBy: names.get(uploadedBy) ?? null,
  };
}

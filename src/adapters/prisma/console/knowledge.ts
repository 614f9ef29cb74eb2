import { todayInVietnam } from "../../../answer/create.ts";
import { citeStaffAnswer } from "../../../answer/staff-answers.ts";
import { windowOf, type ListQuery } from "../../../console/kit/list-query.ts";
import type { ItemLine, Items, Sources } from "../../../console/knowledge/port.ts";
import { createLibrary } from "../../../knowledge/library.ts";
import type { KnowledgeDocument } from "../../../knowledge/document.ts";
import type { KnowledgeStatus } from "../../../registry/states.ts";
import type { KnowledgeItem } from "../generated/sqlite/client.ts";
import { staffAnswer, variantsOf } from "../published-items.ts";
import type { Desk } from "../staff/act.ts";
import {
  draftItem,
  editItem,
  publishItem,
  returnItem,
  submitItem,
  withdrawItem,
} from "../staff/knowledge.ts";
import { settingsNow } from "../staff/settings.ts";
import { groupWith } from "./gaps.ts";
import { staffNames, type StaffNames } from "./staff-names.ts";

const QUESTIONS_SHOWN = 20;

/** Answers that staff wrote, as the console lists, shows and changes them. */
export function createItems(desk: Desk): Items {
  const { database } = desk;
  const { client } = database;
  return {
    async list(query, status) {
      const where = conditionOf(query, status);
      const [rows, total, names] = await Promise.all([
        client.knowledgeItem.findMany({
          where,
          include: { _count: { select: { asked: true } } },
          orderBy: [{ updatedAt: query.descending ? "desc" : "asc" }, { id: "asc" }],
          ...windowOf(query),
        }),
        client.knowledgeItem.count({ where }),
        staffNames(database),
      ]);
      return { lines: rows.map((row) => lineOf(row, row._count.asked, names)), total };
    },
    async find(id, now) {
      const [row, names] = await Promise.all([
        client.knowledgeItem.findUnique({
          where: { id },
          include: {
            _count: { select: { asked: true } },
            asked: {
              where: { conversationId: { not: null } },
              select: { id: true, question: true, askedAt: true },
              orderBy: { askedAt: "desc" },
              take: QUESTIONS_SHOWN,
            },
          },
        }),
        staffNames(database),
      ]);
      if (row === null) return null;
      return {
        ...lineOf(row, row._count.asked, names),
        words: { ...row, variants: variantsOf(row) },
        reviewer: row.reviewer === null ? null : names.of(row.reviewer),
        publishedAt: row.publishedAt,
        revision: row.revision,
        questions: row.asked,
        citation: citeStaffAnswer(
          // Published now, it would be verified now.
          staffAnswer({ ...row, publishedAt: row.publishedAt ?? now }),
          todayInVietnam(now),
        ),
      };
    },
    counts: async () => ({
      submitted: await client.knowledgeItem.count({ where: { status: "submitted" } }),
    }),
    async like(question) {
      const found = await groupWith(database, question);
      return found?.state === "open" ? found.group.questions.toReversed() : [];
    },
    onePerson: async () => (await settingsNow(database))["knowledge.one_person"].value,
    draft: (by, words, questions) => draftItem(desk, by, words, questions),
    edit: (by, seen, words) => editItem(desk, by, seen, words),
    submit: (by, seen) => submitItem(desk, by, seen),
    giveBack: (by, seen) => returnItem(desk, by, seen),
    publish: (by, seen) => publishItem(desk, by, seen),
    withdraw: (by, seen) => withdrawItem(desk, by, seen),
  };
}

/** The documents an answer may rest on. */
export function createSources(documents: readonly KnowledgeDocument[]): Sources {
  const library = createLibrary(documents);
  const numbered = documents
    .flatMap(({ number, title }) => (number === null ? [] : [{ number, title }]))
    .sort((a, b) => a.number.localeCompare(b.number, "vi", { numeric: true }));
  return {
    documents: numbered,
    find(number) {
      const found = library.byNumber(number);
      return found?.number ? { number: found.number, title: found.title } : null;
    },
  };
}

function conditionOf({ words }: ListQuery, status: KnowledgeStatus | null) {
  return {
    ...(status === null ? {} : { status }),
    ...(words === "" ? {} : { OR: [{ question: { contains: words } }, { answer: { contains: words } }] }),
  };
}

function lineOf(row: KnowledgeItem, asked: number, names: StaffNames): ItemLine {
  const { id, question, document, expiresOn, updatedAt } = row;
  return {
    ...{ id, question, document, expiresOn, updatedAt, asked },
    status: row.status as KnowledgeStatus,
    author: names.of(row.author),
  };
}

import type { RequestCounts, RequestDesk, RequestFilter } from "../../../console/requests/port.ts";
import { audit } from "../audit.ts";
import { foldedName } from "../commands/enterprises.ts";
import type { Tx } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { SETTLED } from "../requests.ts";
import { act, type Desk } from "../staff/act.ts";
import {
  answerRequest,
  assignRequest,
  forwardRequest,
  mergeRequests,
  refuseRequest,
  reopenRequest,
} from "../staff/requests.ts";
import { talkingStaff } from "../staff/names.ts";
import { readRequest, readRequestFile } from "./request-details.ts";
import { requestLine } from "./request-line.ts";
import { windowOf } from "../../../console/kit/list-query.ts";

const OPEN = { status: { notIn: [...SETTLED] } };

export function createRequestDesk(desk: Desk): RequestDesk {
  const { client } = desk.database;
  return {
    async list(filter, window, now) {
      const where = conditionOf(filter, now);
      const [rows, total, names] = await Promise.all([
        client.supportRequest.findMany({
          where,
          include: { enterprise: { select: { name: true } } },
          orderBy: [{ dueAt: "asc" }, { id: "asc" }],
          ...windowOf(window),
        }),
        client.supportRequest.count({ where }),
        staffNames(client),
      ]);
      return { lines: rows.map((row) => requestLine(row, names, now)), total };
    },
    counts: (staffId, now) => counts(client, staffId, now),
    one: async (id, now) => readRequest(client, id, await staffNames(client), now),
    file: (requestId, fileId) => readRequestFile(client, requestId, fileId),
    lookedAt: (by, id) => act(desk, by, (scope) => audit(scope, "request.looked_at", id)),
    staff: () => talkingStaff(client),
    assign: (by, at, staffId) => assignRequest(desk, by, at, staffId),
    answer: (by, at, text, to) => answerRequest(desk, by, at, text, to),
    askInfo: (by, at, text) => answerRequest(desk, by, at, text, "needs_info"),
    forward: (by, at, to) => forwardRequest(desk, by, at, to),
    refuse: (by, at, why) => refuseRequest(desk, by, at, why),
    reopen: (by, at, text) => reopenRequest(desk, by, at, text),
    merge: (by, at, into) => mergeRequests(desk, by, at, into),
  };
}

async function staffNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const staff = await tx.staff.findMany({ select: { id: true, name: true } });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

async function counts(tx: Tx, staffId: string, now: Date): Promise<RequestCounts> {
  const count = (where: Prisma.SupportRequestWhereInput) =>
    tx.supportRequest.count({ where: { AND: [OPEN, where] } });
  const [open, overdue, unassigned, mine] = await Promise.all([
    count({}),
    count({ dueAt: { lt: now } }),
    count({ assignedTo: null }),
    count({ assignedTo: staffId }),
  ]);
  return { open, overdue, unassigned, mine };
}

function conditionOf(filter: RequestFilter, now: Date): Prisma.SupportRequestWhereInput {
  const { status, kind, assignedTo, overdue, words } = filter;
  return {
    AND: [
      status === null ? {} : statusIs(status),
      kind === null ? {} : { kind },
      assignedTo === null ? {} : { assignedTo: assignedTo === "nobody" ? null : assignedTo.id },
      overdue ? { ...OPEN, dueAt: { lt: now } } : {},
      words.trim() === "" ? {} : said(words.trim()),
    ],
  };
}

function statusIs(status: NonNullable<RequestFilter["status"]>): Prisma.SupportRequestWhereInput {
  if (status === "open") return OPEN;
  return status === "settled" ? { status: { in: [...SETTLED] } } : { status };
}

/** Names of enterprises are found however they are written; a person's name as it was written. */
function said(words: string): Prisma.SupportRequestWhereInput {
  const folded = foldedName(words);
  return {
    OR: [
      { code: { contains: words.toUpperCase() } },
      { submitterName: { contains: words } },
      ...(folded === "" ? [] : [{ enterprise: { searchText: { contains: folded } } }]),
    ],
  };
}

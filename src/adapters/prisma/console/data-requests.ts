import type {
  DataRequestLine,
  DataRequestRecord,
  DataRequests,
  RequestChange,
} from "../../../console/personal-data/port.ts";
import { windowOf } from "../../../console/kit/list-query.ts";
import type { DataRequestKind } from "../../../registry/deadlines.ts";
import type { DataRequest } from "../generated/sqlite/client.ts";
import type { Desk } from "../staff/act.ts";
import { createDataRequestActions } from "../staff/data-request-actions.ts";
import { namesOf } from "./names-of.ts";
import { readPersonFile } from "./person-file.ts";

export function createDataRequests(desk: Desk): DataRequests {
  const { client } = desk.database;
  const actions = createDataRequestActions(desk);

  const found = async (id: string): Promise<DataRequestRecord | null> => {
    const row = await client.dataRequest.findUnique({
      where: { id },
      include: { contact: { include: { addresses: { select: { channel: true } } } } },
    });
    if (row === null) return null;
    const { contact } = row;
    const names = await namesOf(client, [row.assignedTo]);
    return {
      ...lineOf(row, names),
      contactId: row.contactId,
      person: contact && {
        name: contact.name,
        hasPhone: contact.phone !== null,
        channels: [...new Set(contact.addresses.map(({ channel }) => channel))],
      },
      note: row.note,
      revision: row.revision,
    };
  };
  /** With what is stored now, where somebody else was faster. */
  const told = async (
    id: string,
    ended: Promise<{ kind: "done" | "not_found" | "conflict" | "settled" }>,
  ) => {
    const { kind } = await ended;
    if (kind !== "conflict") return { kind } satisfies RequestChange;
    const current = await found(id);
    return current === null ? { kind: "not_found" as const } : { kind, current };
  };

  return {
    async list(state, now, query) {
      const where = conditionOf(state, now);
      const [rows, total] = await Promise.all([
        client.dataRequest.findMany({
          where,
          // What is not done comes first, the earliest deadline at the top: overdue ones lead.
          orderBy: [{ doneAt: { sort: "desc", nulls: "first" } }, { dueAt: "asc" }, { id: "asc" }],
          ...windowOf(query),
        }),
        client.dataRequest.count({ where }),
      ]);
      const names = await namesOf(
        client,
        rows.map(({ assignedTo }) => assignedTo),
      );
      return { requests: rows.map((row) => lineOf(row, names)), total };
    },
    async counts(now) {
      const [open, late] = await Promise.all([
        client.dataRequest.count({ where: conditionOf("open", now) }),
        client.dataRequest.count({ where: conditionOf("late", now) }),
      ]);
      return { open, late };
    },
    find: found,
    open: (by, contactId, kind) => actions.open(by, contactId, kind),
    answered: (by, id, revision) => told(id, actions.answered(by, id, revision)),
    assign: (by, id, revision) => told(id, actions.assign(by, id, revision)),
    complete: (by, id, revision, note) => told(id, actions.complete(by, id, revision, note)),
    correct: (by, id, revision, person) => told(id, actions.correct(by, id, revision, person)),
    erase: (by, id, revision) => told(id, actions.erase(by, id, revision)),
    everythingOf: (contactId) => readPersonFile(client, contactId),
  };
}

function conditionOf(state: string, now: Date) {
  switch (state) {
    case "open":
      return { doneAt: null };
    case "late":
      return { doneAt: null, OR: [{ dueAt: { lt: now } }, { answeredAt: null, answerDue: { lt: now } }] };
    case "done":
      return { doneAt: { not: null } };
    default:
      return {};
  }
}

function lineOf(row: DataRequest, names: ReadonlyMap<string, string>): DataRequestLine {
  const { id, kind, receivedAt, answerDue, dueAt, answeredAt, doneAt, assignedTo } = row;
  return {
    ...{ id, receivedAt, answerDue, dueAt, answeredAt, doneAt },
    kind: kind as DataRequestKind,
    assignedTo: names.get(assignedTo ?? "") ?? null,
  };
}

import type { RequestLine } from "../../../console/requests/port.ts";
import type { RequestStatus } from "../../../registry/states.ts";
import type { RequestView } from "../../../registry/views.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { isSettled } from "../requests.ts";

type LineRow = Prisma.SupportRequestGetPayload<{
  include: { enterprise: { select: { name: true } } };
}>;

export function requestLine(row: LineRow, names: ReadonlyMap<string, string>, now: Date): RequestLine {
  const status = row.status as RequestStatus;
  const by = row.assignedTo;
  return {
    id: row.id,
    code: row.code,
    kind: row.kind as RequestView["kind"],
    status,
    enterprise: row.enterprise?.name ?? null,
    submitter: row.submitterName,
    assignedTo: by === null ? null : { id: by, name: names.get(by) ?? by },
    createdAt: row.createdAt,
    dueAt: row.dueAt,
    settledAt: row.settledAt,
    isOverdue: !isSettled(status) && row.dueAt < now,
  };
}

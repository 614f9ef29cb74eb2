import type { FileRef } from "../../../conversation/message.ts";
import type { EntryView, OtherRequest, RequestDesk, RequestDetails } from "../../../console/requests/port.ts";
import { statesOf, type ContactStatus, type RequestStatus } from "../../../registry/states.ts";
import type { RequestView } from "../../../registry/views.ts";
import type { Tx } from "../database.ts";
import type { SupportRequest } from "../generated/sqlite/client.ts";
import { REQUEST_PARTS, SETTLED } from "../requests.ts";
import { stepsBetween } from "../staff/request-steps.ts";
import { requestLine } from "./request-line.ts";

/** Of requests that may be the same thing, as many as one looks through. */
const MOST_SIMILAR = 20;

export async function readRequest(
  tx: Tx,
  id: string,
  names: ReadonlyMap<string, string>,
  now: Date,
): Promise<RequestDetails | null> {
  const row = await tx.supportRequest.findUnique({
    where: { id },
    include: { ...REQUEST_PARTS, enterprise: { select: { name: true } } },
  });
  if (row === null) return null;
  const { enterpriseId, contactId, conversationId, mergedIntoId } = row;
  const claim =
    enterpriseId === null
      ? null
      : await tx.enterpriseContact.findUnique({
          where: { enterpriseId_contactId: { enterpriseId, contactId } },
        });
  const into = mergedIntoId && (await tx.supportRequest.findUnique({ where: { id: mergedIntoId } }));
  const from = await tx.supportRequest.findMany({
    where: { mergedIntoId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    ...requestLine(row, names, now),
    revision: row.revision,
    description: row.description,
    background: JSON.parse(row.background) as string[],
    submitterPhone: row.submitterPhone,
    agency: row.agency,
    reason: row.reason,
    basis: row.basis,
    enterpriseId,
    contactId,
    claim: claim && (claim.status as ContactStatus),
    conversationId:
      (await tx.conversation.count({ where: { id: conversationId } })) > 0 ? conversationId : null,
    entries: row.entries.map((entry): EntryView => ({
      id: entry.id,
      author: entry.author as EntryView["author"],
      text: entry.text,
      files: JSON.parse(entry.files) as FileRef[],
      status: entry.status as RequestStatus | null,
      at: entry.at,
    })),
    leadsTo: statesOf("request").filter((to) => stepsBetween(row.status as RequestStatus, to) !== null),
    mergedInto: into ? other(into) : null,
    mergedFrom: from.map(other),
    similar: (await similarTo(tx, row)).map(other),
  };
}

/** Only what stands in an entry of this request: an id alone opens nothing. */
export async function readRequestFile(
  tx: Tx,
  requestId: string,
  fileId: string,
): ReturnType<RequestDesk["file"]> {
  const entries = await tx.requestEntry.findMany({ where: { requestId }, select: { files: true } });
  const ref = entries
    .flatMap(({ files }) => JSON.parse(files) as FileRef[])
    .find((file) => file.id === fileId);
  const row = ref && (await tx.storedFile.findUnique({ where: { id: ref.id } }));
  return ref && row ? { ...ref, content: row.content } : null;
}

function similarTo(tx: Tx, { id, contactId, enterpriseId }: SupportRequest): Promise<SupportRequest[]> {
  return tx.supportRequest.findMany({
    where: {
      id: { not: id },
      status: { notIn: [...SETTLED] },
      OR: [{ contactId }, ...(enterpriseId === null ? [] : [{ enterpriseId }])],
    },
    orderBy: { createdAt: "desc" },
    take: MOST_SIMILAR,
  });
}

function other({ id, code, kind, status, createdAt, revision }: SupportRequest): OtherRequest {
  return {
    id,
    code,
    kind: kind as RequestView["kind"],
    status: status as RequestStatus,
    createdAt,
    revision,
  };
}

import type { FileRef } from "../../conversation/message.ts";
import type { RequestStatus } from "../../registry/states.ts";
import type { RequestView } from "../../registry/views.ts";
import type { Tx } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

export const REQUEST_PARTS = {
  entries: { orderBy: [{ at: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.SupportRequestInclude;

export type RequestRow = Prisma.SupportRequestGetPayload<{ include: typeof REQUEST_PARTS }>;

/** States in which nothing more is expected of staff; the enterprise may ask for the same again. */
export const SETTLED: readonly RequestStatus[] = [
  "guided",
  "forwarded",
  "refused",
  "withdrawn",
  "completed",
  "merged",
];

export function isSettled(status: RequestStatus): boolean {
  return SETTLED.includes(status);
}

export function requestView(row: RequestRow): RequestView {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind as RequestView["kind"],
    description: row.description,
    status: row.status as RequestStatus,
    createdAt: row.createdAt,
    dueAt: row.dueAt,
    files: row.entries.flatMap(({ files }) => JSON.parse(files) as FileRef[]),
    answers: row.entries.filter(({ author }) => author === "staff").map(({ text, at }) => ({ text, at })),
    additions: row.entries
      .filter(({ author, text }) => author === "person" && text !== "")
      .map(({ text, at }) => ({ text, at })),
  };
}

/** References to files of this conversation; ids of other conversations are passed over. */
export async function fileRefs(
  tx: Tx,
  conversationId: string,
  ids: readonly string[],
): Promise<readonly FileRef[]> {
  if (ids.length === 0) return [];
  return tx.storedFile.findMany({
    where: { id: { in: [...ids] }, conversationId },
    select: { id: true, name: true, mediaType: true, bytes: true },
  });
}

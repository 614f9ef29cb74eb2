import type { Reply } from "../../../conversation/reply.ts";
import type { OutgoingMessage } from "../../../outbox/outbox.ts";
import { nextLine } from "../conversation-rows.ts";
import type { Tx } from "../database.ts";
import { fileFrom } from "./words.ts";

/** A reply as it is kept with a line: the file of an announcement is kept once, and not with each of its lines. */
type KeptReply = Reply & { fileOf?: string };

/** What of a row says where its line stands. */
export interface MarkedRow {
  conversationId: string;
  announcementId: string | null;
  /** with this one */
  attempts: number;
}

/** The line of a row that is on its way; it has the row's id, so that one is known from the other. */
export async function keepLine(
  tx: Tx,
  { id, reply, lease, priority }: OutgoingMessage,
  row: MarkedRow,
  now: Date,
): Promise<void> {
  // What staff ask for again shows where it is sent again.
  if (row.attempts > 1) await tx.outgoingMessage.deleteMany({ where: { id } });
  const { seq, channel } = await nextLine(tx, row.conversationId);
  await tx.outgoingMessage.create({
    data: {
      id,
      conversationId: row.conversationId,
      channel,
      seq,
      priority,
      status: "sending",
      leaseOwner: lease.owner,
      leaseUntil: lease.until,
      body: JSON.stringify(kept(reply, row.announcementId)),
      notBefore: now,
      createdAt: now,
    },
  });
}

function kept(reply: Reply, announcementId: string | null): KeptReply {
  const { files = [], ...rest } = reply;
  return announcementId === null || files.length === 0 ? reply : { ...rest, fileOf: announcementId };
}

/** Lines as they were said, with the files of announcements. */
export async function repliesFrom(tx: Tx, bodies: readonly string[]): Promise<readonly Reply[]> {
  const read = bodies.map((body) => JSON.parse(body) as KeptReply);
  const wanted = [...new Set(read.flatMap(({ fileOf }) => fileOf ?? []))];
  if (wanted.length === 0) return read;
  const rows = await tx.announcementFile.findMany({ where: { announcementId: { in: wanted } } });
  const files = new Map(rows.map((row) => [row.announcementId, fileFrom(row)]));
  return read.map(({ fileOf, ...reply }) => {
    const file = files.get(fileOf ?? "");
    return file ? { ...reply, files: [file] } : reply;
  });
}

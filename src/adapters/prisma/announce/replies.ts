import type { Reply } from "../../../conversation/reply.ts";
import type { Tx } from "../database.ts";
import type { Delivery } from "../generated/sqlite/client.ts";
import { reminderNow } from "./reminders.ts";
import { fileFrom, replyOf, wordsOf } from "./words.ts";

/** What rows of the ledger say; an announcement is put together once for all of a claim. Null: nothing any more. */
export function createReplies(tx: Tx) {
  const composed = new Map<string, Promise<Reply>>();
  return {
    of(row: Pick<Delivery, "key" | "body" | "announcementId">): Promise<Reply | null> {
      if (row.announcementId === null) return reminderNow(tx, row);
      const reply = composed.get(row.announcementId) ?? compose(tx, row.announcementId);
      composed.set(row.announcementId, reply);
      return reply;
    },
  };
}

async function compose(tx: Tx, id: string): Promise<Reply> {
  const row = await tx.announcement.findUniqueOrThrow({ where: { id }, include: { file: true } });
  return replyOf(tx, wordsOf(row), row.correctsId, fileFrom(row.file));
}

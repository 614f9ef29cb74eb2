import { createHash } from "node:crypto";
import { approvedText, type AnnouncementWords } from "../../../announce/announcement.ts";
import { readAudience } from "../../../announce/audience.ts";
import { composeAnnouncement } from "../../../announce/compose.ts";
import type { Reply, ReplyFile } from "../../../conversation/reply.ts";
import type { Tx } from "../database.ts";
import type { Announcement, AnnouncementFile } from "../generated/sqlite/client.ts";
import { EVENT_PARTS, eventView } from "../rows.ts";

export function wordsOf(row: Announcement): AnnouncementWords {
  const { title, body, eventId, link, scheduledAt, expiresAt } = row;
  return { title, body, eventId, link, scheduledAt, expiresAt, audience: readAudience(row.audience) };
}

/** Of everything that was approved, as it stands now. */
export async function approvalHash(tx: Tx, row: Announcement): Promise<string> {
  const file = await tx.announcementFile.findUnique({ where: { announcementId: row.id } });
  const digest = file && sha256(`${file.name}\n${file.mediaType}\n${sha256(file.content)}`);
  return sha256(approvedText(wordsOf(row), digest));
}

/** What people get, with the class as it stands now. */
export async function replyOf(
  tx: Tx,
  words: Pick<AnnouncementWords, "title" | "body" | "link" | "eventId">,
  correctsId: string | null,
  file: ReplyFile | null,
): Promise<Reply> {
  const [event, corrected] = await Promise.all([
    words.eventId === null
      ? null
      : tx.event.findUnique({ where: { id: words.eventId }, include: EVENT_PARTS }),
    correctsId === null
      ? null
      : tx.announcement.findUnique({ where: { id: correctsId }, select: { title: true } }),
  ]);
  return composeAnnouncement({
    ...words,
    event: event && eventView(event),
    corrects: corrected?.title ?? null,
    file,
  });
}

export function fileFrom(row: AnnouncementFile | null): ReplyFile | null {
  if (row === null) return null;
  const content = Buffer.from(row.content).toString("base64");
  return { name: row.name, mediaType: row.mediaType, content, encoding: "base64" };
}

function sha256(of: string | Uint8Array): string {
  return createHash("sha256").update(of).digest("hex");
}

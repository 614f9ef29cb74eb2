import type { AnnouncementDone, FileChange, Seen } from "../../../console/announcements/port.ts";
import {
  LARGEST_FILE,
  mistakesIn,
  tidied,
  type AnnouncementMistake,
  type AnnouncementWords,
} from "../../../announce/announcement.ts";
import { EVERYBODY, readAudience, writeAudience } from "../../../announce/audience.ts";
import { afterQuiet } from "../../../announce/quiet-hours.ts";
import { announceTexts } from "../../../announce/texts.ts";
import type { ReplyFile } from "../../../conversation/reply.ts";
import { mayBecome, type AnnouncementStatus } from "../../../registry/states.ts";
import { fileBytes } from "../../../staffroom/limits.ts";
import { submittedNotice } from "../../../staffroom/notices.ts";
import { approvalHash, wordsOf } from "../announce/words.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import type { Announcement, Prisma } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { readSettings } from "../settings-rows.ts";
import { tellApprovers } from "../staffroom/rooms.ts";
import { act, type By, type Desk } from "./act.ts";
import { staffName } from "./names.ts";

type Mistake = AnnouncementMistake | "event_gone";

/** A class that nobody is invited to any more. */
const EVENT_OVER = ["draft", "held", "reported", "cancelled"];

/** A draft; what is missing in it may be written later. */
export function draftAnnouncement(
  desk: Desk,
  by: By,
  words: AnnouncementWords,
  file: ReplyFile | null,
): Promise<AnnouncementDone<{ id: string }>> {
  return act(desk, by, (scope) => create(scope, by, words, { file, correctsId: null }));
}

/** Says what was wrong to those who may have read it; nothing else links the two. */
export function correctAnnouncement(
  desk: Desk,
  by: By,
  id: string,
): Promise<AnnouncementDone<{ id: string }>> {
  return act(desk, by, async (scope) => {
    const wrong = await scope.tx.announcement.findUnique({ where: { id } });
    if (!wrong) return { kind: "not_found" };
    if (wrong.startedAt === null) return { kind: "not_allowed", from: wrong.status as AnnouncementStatus };
    const words = {
      ...wordsOf(wrong),
      title: announceTexts.correctionTitle(wrong.title),
      audience: EVERYBODY,
      scheduledAt: null,
      expiresAt: null,
    };
    return create(scope, by, words, { file: null, correctsId: id });
  });
}

/** Written and handed in at once, by somebody who saw it in a chat; what cannot be handed in is not kept either. */
export async function draftAndSubmit(
  scope: Scope,
  author: string,
  words: AnnouncementWords,
  via: string,
): Promise<{ kind: "done"; id: string } | { kind: "invalid"; mistakes: readonly Mistake[] }> {
  const mistakes = await mistakesOf(scope, words);
  if (mistakes.length > 0) return { kind: "invalid", mistakes };
  const id = await keep(scope, author, words, { correctsId: null, via });
  await submit(scope, await scope.tx.announcement.findUniqueOrThrow({ where: { id } }), { via });
  return { kind: "done", id };
}

async function create(
  scope: Scope,
  by: By,
  words: AnnouncementWords,
  { file, correctsId }: { file: ReplyFile | null; correctsId: string | null },
): Promise<AnnouncementDone<{ id: string }>> {
  if (isTooLarge(file)) return { kind: "invalid", mistakes: ["file_too_large"] };
  const id = await keep(scope, by.actor, words, { correctsId });
  await keepFile(scope, id, file);
  return { kind: "done", revision: 0, id };
}

async function keep(
  scope: Scope,
  author: string,
  words: AnnouncementWords,
  { correctsId, ...detail }: { correctsId: string | null; via?: string },
): Promise<string> {
  const id = newId();
  const { now } = scope;
  const made = { author, correctsId, createdAt: now, updatedAt: now };
  await scope.tx.announcement.create({ data: { id, ...columnsOf(words), ...made } });
  await audit(scope, "announcement.drafted", id, { corrects: correctsId, ...detail });
  return id;
}

/** Whatever is changed voids the approval, also of one that waits for its hour; whoever wrote last is its author. */
export function editAnnouncement(
  desk: Desk,
  by: By,
  seen: Seen,
  words: AnnouncementWords,
  file: FileChange,
): Promise<AnnouncementDone> {
  return change<object>(desk, by, seen, async (scope, row) => {
    const from = row.status as AnnouncementStatus;
    if (from !== "draft" && !mayBecome("announcement", from, "draft")) return { kind: "not_allowed", from };
    if (file !== "keep" && isTooLarge(file)) return { kind: "invalid", mistakes: ["file_too_large"] };
    const unapproved = {
      status: "draft",
      approvedHash: null,
      approver: null,
      approvedAt: null,
      reason: null,
    };
    const data = { ...columnsOf(words), ...unapproved, author: by.actor };
    if (!(await update(scope, row, data))) return stale(row);
    if (file !== "keep") await keepFile(scope, row.id, file);
    await audit(scope, "announcement.edited", row.id, { from, voided: row.approvedHash !== null });
    return done(row);
  });
}

/** Ready to be read by somebody else. */
export function submitAnnouncement(desk: Desk, by: By, seen: Seen): Promise<AnnouncementDone> {
  return change(desk, by, seen, async (scope, row) => {
    const mistakes = await mistakesOf(scope, wordsOf(row));
    return mistakes.length > 0 ? { kind: "invalid", mistakes } : submit(scope, row);
  });
}

async function submit(
  scope: Scope,
  row: Announcement,
  detail: Parameters<typeof audit>[3] = {},
): Promise<AnnouncementDone> {
  const moved = await move(scope, row, "submitted", { reason: null }, detail);
  if (moved.kind !== "done") return moved;
  const author = await staffName(scope.tx, row.author);
  const notice = submittedNotice({ title: row.title, author, link: scope.announcementLink(row.id) });
  await tellApprovers(scope, notice, row.author);
  return moved;
}

/** Back to its author, with words. */
export function returnAnnouncement(
  desk: Desk,
  by: By,
  seen: Seen,
  reason: string,
): Promise<AnnouncementDone> {
  const unapproved = { approvedHash: null, approver: null, approvedAt: null };
  return change(desk, by, seen, (scope, row) =>
    move(scope, row, "returned", { ...unapproved, reason: reason.trim() }),
  );
}

/**
 * May leave as it stands. Somebody else than the author says so, unless the office consists of one person; the audit says
 * which.
 */
export function approveAnnouncement(
  desk: Desk,
  by: By,
  seen: Seen,
): Promise<AnnouncementDone<{ alone: boolean }>> {
  return change<{ alone: boolean }>(desk, by, seen, async (scope, row) => {
    const mistakes = await mistakesOf(scope, wordsOf(row));
    if (mistakes.length > 0) return { kind: "invalid", mistakes };
    const { settings } = await readSettings(scope.tx);
    const alone = row.author === by.actor;
    if (alone && !settings["announcements.one_person"].value) return { kind: "needs_another_person" };
    const approvedHash = await approvalHash(scope.tx, row);
    const approved = { approvedHash, approver: by.actor, approvedAt: by.now };
    const moved = await move(scope, row, "approved", approved, {
      author: row.author,
      approved: alone ? "one person, allowed by the setting announcements.one_person" : "another person",
    });
    return moved.kind === "done" ? { ...moved, alone } : moved;
  });
}

/** It leaves at the moment that was approved with it, or now. A second click finds it on its way and changes nothing. */
export function sendAnnouncement(
  desk: Desk,
  by: By,
  { id, revision }: Seen,
): Promise<AnnouncementDone<{ at: Date; already: boolean }>> {
  return act(desk, by, async (scope) => {
    const row = await scope.tx.announcement.findUnique({ where: { id } });
    if (!row) return { kind: "not_found" };
    const at = afterQuiet(row.scheduledAt && row.scheduledAt > by.now ? row.scheduledAt : by.now);
    if (ON_ITS_WAY.includes(row.status)) return { kind: "done", revision: row.revision, at, already: true };
    if (row.revision !== revision) return stale(row);
    const mistakes = await mistakesOf(scope, wordsOf(row));
    if (mistakes.length > 0) return { kind: "invalid", mistakes };
    const moved = await move(scope, row, "scheduled", {});
    return moved.kind === "done" ? { ...moved, at, already: false } : moved;
  });
}

const ON_ITS_WAY: readonly string[] = ["scheduled", "sending", "paused", "sent"];

function change<T>(
  desk: Desk,
  by: By,
  seen: Seen,
  work: (scope: Scope, row: Announcement) => Promise<AnnouncementDone<T>>,
): Promise<AnnouncementDone<T>> {
  return act(desk, by, async (scope) => {
    const row = await scope.tx.announcement.findUnique({ where: { id: seen.id } });
    if (!row) return { kind: "not_found" };
    return row.revision === seen.revision ? work(scope, row) : stale(row);
  });
}

async function move(
  scope: Scope,
  row: Announcement,
  to: AnnouncementStatus,
  data: Prisma.AnnouncementUncheckedUpdateManyInput,
  detail: Parameters<typeof audit>[3] = {},
): Promise<AnnouncementDone> {
  const from = row.status as AnnouncementStatus;
  if (!mayBecome("announcement", from, to)) return { kind: "not_allowed", from };
  if (!(await update(scope, row, { ...data, status: to }))) return stale(row);
  await audit(scope, `announcement.${to}`, row.id, { from, ...detail });
  return done(row);
}

/** False when somebody else was faster. */
async function update(
  { tx, now }: Scope,
  { id, revision }: Announcement,
  data: Prisma.AnnouncementUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.announcement.updateMany({
    where: { id, revision },
    data: { ...data, revision: revision + 1, updatedAt: now },
  });
  return count === 1;
}

async function mistakesOf({ tx, now }: Scope, words: AnnouncementWords): Promise<readonly Mistake[]> {
  const { eventId } = words;
  const event = eventId === null ? null : await tx.event.findUnique({ where: { id: eventId } });
  const gone = event !== null && EVENT_OVER.includes(event.status);
  return [...mistakesIn(words, now), ...(gone ? (["event_gone"] as const) : [])];
}

async function keepFile({ tx }: Scope, announcementId: string, file: ReplyFile | null): Promise<void> {
  await tx.announcementFile.deleteMany({ where: { announcementId } });
  if (file === null) return;
  const content = Buffer.from(file.content, file.encoding ?? "utf8");
  const { name, mediaType } = file;
  await tx.announcementFile.create({
    data: { announcementId, name, mediaType, bytes: content.byteLength, content },
  });
}

function isTooLarge(file: ReplyFile | null): boolean {
  return file !== null && fileBytes([file]) > LARGEST_FILE;
}

function columnsOf(words: AnnouncementWords) {
  const { audience, ...columns } = tidied(words);
  // Read back, so that what is stored is what will be read.
  return { ...columns, audience: writeAudience(readAudience(writeAudience(audience))) };
}

function done({ revision }: Announcement): { kind: "done"; revision: number } {
  return { kind: "done", revision: revision + 1 };
}

function stale({ revision }: Announcement): { kind: "stale"; revision: number } {
  return { kind: "stale", revision };
}

import { whoInWords } from "../audit/list-file.ts";
import type { AuditLine } from "../audit/port.ts";
import { momentInWords } from "../kit/when.ts";
import { goTo } from "../kit/flash.tsx";
import { notFoundPage } from "../kit/notices.tsx";
import type { ConsoleContext } from "../visit.ts";
import type { Areas } from "./areas.ts";
import { announcementPath } from "../routes.ts";
import type { AnnouncementDone, AnnouncementRecord, Announcements, Progress, RunDone } from "./port.ts";
import { recordPage, type RecordGiven } from "./record-view.tsx";
import { announcementTexts as texts } from "./texts.ts";

export interface AnnouncementParts {
  announcements: Announcements;
  areas: Areas;
}

const HISTORY = { page: 1, perPage: 100, sort: "luc", descending: true, words: "" };

/** The page of one, as it stands now. */
export async function shownRecord(
  c: ConsoleContext,
  { announcements, areas }: AnnouncementParts,
  record: AnnouncementRecord,
  caution?: string,
) {
  const given = await gathered(c, { announcements, areas }, record);
  return recordPage(c, caution === undefined ? given : { ...given, caution });
}

async function gathered(
  c: ConsoleContext,
  { announcements, areas }: AnnouncementParts,
  record: AnnouncementRecord,
): Promise<RecordGiven> {
  const now = c.var.shell.now();
  const { id, words, corrects, startedAt, endedAt } = record;
  const hasBegun = startedAt !== null || endedAt !== null;
  const wanted = { audience: words.audience, corrects: corrects?.id ?? null };
  const [choices, previews, reach, progress, history, onePerson] = await Promise.all([
    announcements.choices(now),
    announcements.previewOf(id),
    hasBegun ? null : announcements.reach(wanted, now),
    announcements.progress(id, now),
    historyOf(c, id),
    announcements.onePerson(),
  ]);
  return {
    record,
    areas,
    choices,
    previews,
    reach,
    progress: progress ?? noProgress(record),
    history,
    onePerson,
  };
}

/** What was done with it; who looked at people stands in the audit alone. */
async function historyOf(c: ConsoleContext, id: string): Promise<readonly AuditLine[]> {
  const { lines } = await c.var.shell.audit.list({ actor: "", action: "", subject: id, day: "" }, HISTORY);
  return lines.filter(({ action }) => action.startsWith("announcement.") && !isLook(action));
}

function isLook(action: string): boolean {
  return action.endsWith(".looked_at") || action.endsWith(".exported");
}

/** Gone between two reads. */
function noProgress({ status, reason }: AnnouncementRecord): Progress {
  const none = { queued: 0, leased: 0, sending: 0, waiting: 0, unknown: 0, sent: 0, refused: 0, skipped: 0 };
  const empty = { byChannel: [], skipped: [], failures: [], resting: [] };
  return { status, reason, total: 0, counts: none, ...empty, lastMinute: 0, quietUntil: null };
}

/** The announcement with the reason why nothing happened. */
export async function whyNot(
  c: ConsoleContext,
  parts: AnnouncementParts,
  id: string,
  ended: Exclude<AnnouncementDone | RunDone, { kind: "done" }>,
) {
  const path = announcementPath(id);
  switch (ended.kind) {
    case "not_found":
      return notFoundPage(c);
    case "not_allowed":
      return goTo(c, path, texts.notAllowed(texts.states[ended.from]), "caution");
    case "needs_another_person":
      return goTo(c, path, texts.needsAnother, "caution");
    case "invalid": {
      const words = ended.mistakes.map((one) => texts.mistakes[one]);
      return goTo(c, path, [texts.fixFirst, ...words].join(" "), "caution");
    }
    case "stale": {
      const record = await parts.announcements.find(id);
      if (record === null) return notFoundPage(c);
      const [last] = await historyOf(c, id);
      const words = last
        ? texts.staleBy(
            whoInWords(last),
            c.var.shell.auditWords[last.action] ?? last.action,
            momentInWords(last.at),
          )
        : texts.stale;
      return shownRecord(c, parts, record, words);
    }
  }
}

export async function withRecord(
  c: ConsoleContext,
  { announcements }: AnnouncementParts,
  id: string,
  show: (record: AnnouncementRecord) => Response | Promise<Response>,
): Promise<Response> {
  const record = await announcements.find(id);
  return record === null ? notFoundPage(c) : show(record);
}

/** The state it is in does not allow the step whose page was asked for. */
export function impossible(c: ConsoleContext, { id, status }: AnnouncementRecord): Response {
  return goTo(c, announcementPath(id), texts.notAllowed(texts.states[status]), "caution");
}

import type { AnswerStatus, RequestAt, RequestDone } from "../../../console/requests/port.ts";
import type { Reply } from "../../../conversation/reply.ts";
import { requestDue } from "../../../registry/deadlines.ts";
import {
  answeredNotice,
  forwardedNotice,
  infoNeededNotice,
  mergedNotice,
  refusedNotice,
  reopenedNotice,
} from "../../../registry/notices.ts";
import { mayBecome, type RequestStatus } from "../../../registry/states.ts";
import { mayTalk } from "../../../console/permissions.ts";
import { audit } from "../audit.ts";
import { openKeyOf } from "../commands/requests.ts";
import type { Scope } from "../commands/scope.ts";
import type { Prisma, SupportRequest } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { isSettled } from "../requests.ts";
import { act, type By, type Desk } from "./act.ts";
import { moveRequest, stepsBetween } from "./request-steps.ts";
import { tellAskers } from "./tell-askers.ts";

const DAY_MS = 86_400_000;

/** A request as somebody saw it; null where nobody did, and it is changed as it is. */
interface At {
  id: string;
  revision: number | null;
}

/** Answers a request: the words arrive in the person's own conversation, in the name of staff. */
export function answerRequest(
  desk: Desk,
  by: By,
  at: At,
  text: string,
  to: AnswerStatus | "needs_info",
): Promise<RequestDone> {
  return change(desk, by, at, (scope, request) =>
    lead(scope, request, {
      to,
      words: [text],
      text,
      notice: to === "needs_info" ? infoNeededNotice(request.code, text) : answeredNotice(request.code, text),
      columns: { assignedTo: request.assignedTo ?? by.actor },
    }),
  );
}

/** Another agency goes on with it. */
export function forwardRequest(
  desk: Desk,
  by: By,
  at: At,
  { agency, text }: { agency: string; text: string },
): Promise<RequestDone> {
  return change(desk, by, at, (scope, request) =>
    lead(scope, request, {
      to: "forwarded",
      words: [agency],
      text,
      notice: forwardedNotice(request.code, agency.trim(), text.trim()),
      columns: { agency: agency.trim(), assignedTo: request.assignedTo ?? by.actor },
    }),
  );
}

/** A refusal needs its reason and what it rests on. */
export function refuseRequest(
  desk: Desk,
  by: By,
  at: At,
  { reason, basis }: { reason: string; basis: string },
): Promise<RequestDone> {
  return change(desk, by, at, (scope, request) =>
    lead(scope, request, {
      to: "refused",
      words: [reason, basis],
      text: reason,
      notice: refusedNotice(request.code, reason.trim(), basis.trim()),
      columns: {
        reason: reason.trim(),
        basis: basis.trim(),
        assignedTo: request.assignedTo ?? by.actor,
      },
    }),
  );
}

/** Gives it to somebody; the state changes only where nobody had it. */
export function assignRequest(
  desk: Desk,
  by: By,
  at: At,
  staffId: string,
): Promise<RequestDone | { kind: "not_staff" }> {
  return change(desk, by, at, async (scope, request) => {
    const from = request.status as RequestStatus;
    if (isSettled(from)) return { kind: "not_allowed", from };
    const staff = await scope.tx.staff.findUnique({ where: { id: staffId } });
    if (!staff || !mayTalk(staff)) return { kind: "not_staff" };
    const to = from === "received" ? "assigned" : from;
    await moveRequest(scope, request, to, { assignedTo: staffId });
    await audit(scope, "request.given_to", request.id, { staffId, before: request.assignedTo });
    return { kind: "done", told: false };
  });
}

/** A settled request goes on, within some days and with a new due date. */
export function reopenRequest(
  desk: Desk,
  by: By,
  at: At,
  text: string,
): Promise<RequestDone | { kind: "too_late" } | { kind: "other_open"; code: string }> {
  return change(desk, by, at, async (scope, request) => {
    const { tx, now, calendar, settings } = scope;
    const from = request.status as RequestStatus;
    if (!isSettled(from) || !mayBecome("request", from, "in_progress")) return { kind: "not_allowed", from };
    const settledAt = request.settledAt ?? request.createdAt;
    if (now.getTime() - settledAt.getTime() > settings.reopenDays * DAY_MS) return { kind: "too_late" };
    const openKey = request.enterpriseId === null ? null : openKeyOf(request);
    const other = openKey === null ? null : await tx.supportRequest.findUnique({ where: { openKey } });
    if (other) return { kind: "other_open", code: other.code };
    const dueAt = requestDue(now, calendar, settings);
    return lead(scope, request, {
      to: "in_progress",
      words: [],
      text,
      notice: reopenedNotice(request.code, dueAt, text.trim()),
      columns: { openKey, settledAt: null, dueAt, assignedTo: request.assignedTo ?? by.actor },
      reopens: true,
    });
  });
}

/** The same thing was asked twice: `into` goes on, and its answers reach both who asked. */
export function mergeRequests(desk: Desk, by: By, at: At, into: RequestAt): Promise<RequestDone> {
  return change(desk, by, at, async (scope, request) => {
    const found = await locked(scope, into);
    if (found.request === null) return found.refusal;
    const other = found.request;
    const target = other.status as RequestStatus;
    if (other.id === request.id || isSettled(target)) return { kind: "not_allowed", from: target };
    const merged = await lead(scope, request, {
      to: "merged",
      words: [],
      text: "",
      notice: mergedNotice(request.code, other.code),
      columns: { mergedIntoId: other.id },
    });
    if (merged.kind !== "done") return merged;
    // What was merged into this one before is heard of from the other one as well.
    await scope.tx.supportRequest.updateMany({
      where: { mergedIntoId: request.id },
      data: { mergedIntoId: other.id },
    });
    await scope.tx.supportRequest.update({
      where: { id: other.id },
      data: { revision: { increment: 1 } },
    });
    await audit(scope, "request.took_in", other.id, { merged: request.id });
    return merged;
  });
}

interface Leading {
  to: RequestStatus;
  /** what must not be empty */
  words: readonly string[];
  /** how it stands in the request */
  text: string;
  notice: Reply;
  columns: Prisma.SupportRequestUncheckedUpdateInput;
  /** only `reopenRequest` looks at how long ago it was settled, and gives it a new due date */
  reopens?: true;
}

/** To another state, with an entry in the request and words to whoever asked. */
async function lead(scope: Scope, request: SupportRequest, leading: Leading): Promise<RequestDone> {
  const { tx, now } = scope;
  const { to, text, notice, columns, reopens = false } = leading;
  const from = request.status as RequestStatus;
  if (isSettled(from) !== reopens || stepsBetween(from, to) === null) return { kind: "not_allowed", from };
  if (leading.words.some((words) => words.trim() === "")) return { kind: "no_words" };
  await moveRequest(scope, request, to, columns);
  const status = to === from ? null : to;
  await tx.requestEntry.create({
    data: { id: newId(), requestId: request.id, author: "staff", text: text.trim(), status, at: now },
  });
  const told = await tellAskers(scope, request, notice);
  await audit(scope, "request.answered", request.id, { status: to, told });
  return { kind: "done", told: told > 0 };
}

/** The request, which nobody else changes until the transaction ends; refused where it is no longer as it was seen. */
async function locked(
  { tx }: Scope,
  { id, revision }: At,
): Promise<{ request: SupportRequest } | { request: null; refusal: RequestDone }> {
  await tx.supportRequest.updateMany({ where: { id }, data: { revision: { increment: 0 } } });
  const request = await tx.supportRequest.findUnique({ where: { id } });
  if (request === null) return { request, refusal: { kind: "not_found" } };
  if (revision === null || request.revision === revision) return { request };
  return { request: null, refusal: { kind: "stale", revision: request.revision } };
}

function change<T>(
  desk: Desk,
  by: By,
  at: At,
  work: (scope: Scope, request: SupportRequest) => Promise<T>,
): Promise<T | RequestDone> {
  return act(desk, by, async (scope) => {
    const found = await locked(scope, at);
    return found.request === null ? found.refusal : work(scope, found.request);
  });
}

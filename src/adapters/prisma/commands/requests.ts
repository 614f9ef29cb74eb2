import type { Command, CommandOutcome } from "../../../registry/commands.ts";
import { requestDue } from "../../../registry/deadlines.ts";
import { mayBecome, type RequestStatus } from "../../../registry/states.ts";
import type { RequestView } from "../../../registry/views.ts";
import { audit } from "../audit.ts";
import { freeCode } from "../codes.ts";
import { newId } from "../ids.ts";
import { fileRefs, isSettled } from "../requests.ts";
import { ensureContact, findContact, hasConsent, keepConsents } from "./contacts.ts";
import { ensureEnterprise, ownEqual } from "./enterprises.ts";
import { rememberPerson } from "./register.ts";
import type { Scope, Who } from "./scope.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

const DAY_MS = 86_400_000;

/** Staff who have it open are told that it is another one now. */
const CHANGED = { revision: { increment: 1 } } as const;

/** A request for support. While one of the same kind is open for this enterprise nothing is written: that one is named. */
export async function submitRequest(
  scope: Scope,
  who: Who,
  command: Of<"submit_request">,
): Promise<CommandOutcome> {
  const { tx } = scope;
  const known = await findContact(tx, who);
  if (!(await hasConsent(tx, known, "registration", command.consents))) {
    return { kind: "declined", why: "consent_missing" };
  }
  const own = known === null ? null : await ownEqual(tx, known, command.enterprise);
  const open =
    own === null
      ? null
      : await tx.supportRequest.findUnique({
          where: { openKey: openKeyOf({ enterpriseId: own, kind: command.requestKind }) },
        });
  if (open) return { kind: "request_received", code: open.code, dueAt: open.dueAt, alreadyOpen: true };

  const contactId = await ensureContact(scope, who);
  await keepConsents(scope, who, contactId, command.consents);
  await rememberPerson(scope, contactId, command.submitter);
  const enterpriseId = await ensureEnterprise(scope, contactId, command.enterprise);
  const request = await createRequest(scope, who, {
    kind: command.requestKind,
    contactId,
    enterpriseId,
    openKey: openKeyOf({ enterpriseId, kind: command.requestKind }),
    submitterName: command.submitter.name,
    submitterPhone: command.submitter.phone,
    description: command.description,
    background: command.background,
    fileIds: command.fileIds,
  });
  return { kind: "request_received", ...request, alreadyOpen: false };
}

export async function addToRequest(
  scope: Scope,
  who: Who,
  { requestId, text, fileIds }: Of<"add_to_request">,
): Promise<CommandOutcome> {
  const request = await ownRequest(scope, who, requestId);
  if (!request) return { kind: "declined", why: "not_yours" };
  const from = request.status as RequestStatus;
  if (isSettled(from)) return { kind: "declined", why: "already_settled" };
  // What staff asked for has come.
  const status = from === "needs_info" ? "in_progress" : from;
  await addEntry(scope, who, requestId, { text, fileIds, ...(status === from ? {} : { status }) });
  await scope.tx.supportRequest.update({ where: { id: requestId }, data: { status, ...CHANGED } });
  await audit(scope, "request.added_to", requestId, { status });
  return { kind: "request_changed", code: request.code, status };
}

export async function withdrawRequest(
  scope: Scope,
  who: Who,
  { requestId }: Of<"withdraw_request">,
): Promise<CommandOutcome> {
  const request = await ownRequest(scope, who, requestId);
  if (!request) return { kind: "declined", why: "not_yours" };
  if (!mayBecome("request", request.status as RequestStatus, "withdrawn")) {
    return { kind: "declined", why: "already_settled" };
  }
  await scope.tx.supportRequest.update({
    where: { id: requestId },
    data: { status: "withdrawn", openKey: null, settledAt: scope.now, ...CHANGED },
  });
  await addEntry(scope, who, requestId, { text: "", fileIds: [], status: "withdrawn" });
  await audit(scope, "request.withdrawn", requestId, { from: request.status });
  return { kind: "request_changed", code: request.code, status: "withdrawn" };
}

/** A finished request goes on, within some days and with a new due date. */
export async function reopenRequest(
  scope: Scope,
  who: Who,
  { requestId, text }: Of<"reopen_request">,
): Promise<CommandOutcome> {
  const request = await ownRequest(scope, who, requestId);
  if (!request) return { kind: "declined", why: "not_yours" };
  const from = request.status as RequestStatus;
  if (!isSettled(from) || !mayBecome("request", from, "in_progress")) {
    return { kind: "declined", why: "already_settled" };
  }
  const settledAt = request.settledAt ?? request.createdAt;
  if (scope.now.getTime() - settledAt.getTime() > scope.settings.reopenDays * DAY_MS) {
    return { kind: "declined", why: "too_late" };
  }
  const openKey = request.enterpriseId === null ? null : openKeyOf(request);
  const other = openKey === null ? null : await scope.tx.supportRequest.findUnique({ where: { openKey } });
  if (other) return { kind: "declined", why: "already_settled" };
  await scope.tx.supportRequest.update({
    where: { id: requestId },
    data: {
      status: "in_progress",
      openKey,
      settledAt: null,
      dueAt: requestDue(scope.now, scope.calendar, scope.settings),
      ...CHANGED,
    },
  });
  await addEntry(scope, who, requestId, { text, fileIds: [], status: "in_progress" });
  await audit(scope, "request.reopened", requestId, { from });
  return { kind: "request_changed", code: request.code, status: "in_progress" };
}

export interface NewRequest {
  kind: RequestView["kind"];
  contactId: string;
  enterpriseId: string | null;
  openKey: string | null;
  submitterName: string | null;
  submitterPhone: string | null;
  description: string;
  background: readonly string[];
  fileIds: readonly string[];
}

export async function createRequest(
  scope: Scope,
  who: Who,
  { fileIds, background, ...columns }: NewRequest,
): Promise<{ code: string; dueAt: Date }> {
  const { tx, now } = scope;
  const code = await freeCode(
    "YC",
    scope.randomBytes,
    async (one) => (await tx.supportRequest.count({ where: { code: one } })) > 0,
  );
  const id = newId();
  const dueAt = requestDue(now, scope.calendar, scope.settings);
  await tx.supportRequest.create({
    data: {
      id,
      code,
      ...columns,
      conversationId: who.conversationId,
      background: JSON.stringify(background),
      createdAt: now,
      dueAt,
    },
  });
  await addEntry(scope, who, id, { text: columns.description, fileIds, status: "received" });
  await audit(scope, "request.created", id, { kind: columns.kind });
  return { code, dueAt };
}

export async function addEntry(
  { tx, now }: Scope,
  who: Who,
  requestId: string,
  { text, fileIds, status }: { text: string; fileIds: readonly string[]; status?: RequestStatus },
): Promise<void> {
  const files = await fileRefs(tx, who.conversationId, fileIds);
  await tx.requestEntry.create({
    data: {
      id: newId(),
      requestId,
      author: "person",
      text,
      files: JSON.stringify(files),
      status: status ?? null,
      at: now,
    },
  });
}

async function ownRequest({ tx }: Scope, who: Who, id: string) {
  const contactId = await findContact(tx, who);
  return contactId === null ? null : tx.supportRequest.findFirst({ where: { id, contactId } });
}

/** One open request of a kind for an enterprise. */
export function openKeyOf({ enterpriseId, kind }: { enterpriseId: string | null; kind: string }): string {
  return `${enterpriseId ?? ""}:${kind}`;
}

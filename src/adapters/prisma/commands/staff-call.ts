import type { Command, CommandOutcome } from "../../../registry/commands.ts";
import { mayBecome } from "../../../registry/states.ts";
import { waitingNotice } from "../../../staffroom/notices.ts";
import { audit } from "../audit.ts";
import { dutyAt } from "../duty.ts";
import { changeHold, lockHold } from "../hold.ts";
import { callKey } from "../staff/call-requests.ts";
import { expiry, tellEnded } from "../staff/hold-steps.ts";
import { askingIn } from "../staffroom/asking.ts";
import { tellRooms } from "../staffroom/rooms.ts";
import { roomSettings } from "../staffroom/settings.ts";
import { ensureContact } from "./contacts.ts";
import { addEntry, createRequest } from "./requests.ts";
import type { Scope, Who } from "./scope.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** A question that the documents do not answer becomes a request. */
export async function passOn(
  scope: Scope,
  who: Who,
  { question, reason }: Of<"pass_on">,
): Promise<CommandOutcome> {
  const request = await createRequest(scope, who, {
    kind: "cau_hoi",
    contactId: await ensureContact(scope, who),
    enterpriseId: null,
    openKey: null,
    submitterName: null,
    submitterPhone: null,
    description: question,
    background: [reason],
    fileIds: [],
  });
  return { kind: "passed_on", ...request };
}

/** "gặp cán bộ": one open request a conversation, however often it is said; while somebody is on duty the bot falls silent. */
export async function callStaff(
  scope: Scope,
  who: Who,
  { lastWords, hold }: Of<"call_staff">,
): Promise<CommandOutcome> {
  const openKey = callKey(who.conversationId);
  const open = await scope.tx.supportRequest.findUnique({ where: { openKey } });
  const request =
    open ??
    (await createRequest(scope, who, {
      kind: "gap_can_bo",
      contactId: await ensureContact(scope, who),
      enterpriseId: null,
      openKey,
      submitterName: null,
      submitterPhone: null,
      description: lastWords,
      background: [],
      fileIds: [],
    }));
  const duty = await dutyAt(scope.tx, scope.calendar, scope.now);
  const waits = hold && duty.isThere;
  if (waits) await wait(scope, who, request.code, lastWords);
  return {
    kind: "staff_called",
    code: request.code,
    dueAt: request.dueAt,
    waits,
    nextDutyAt: duty.nextAt,
  };
}

/** From now on the bot is silent, and staff are told. */
async function wait(scope: Scope, { conversationId }: Who, code: string, lastWords: string): Promise<void> {
  const hold = await lockHold(scope.tx, conversationId);
  if (hold === null || !mayBecome("hold", hold.state, "waiting_staff")) return;
  const waiting = { state: "waiting_staff", by: null, expiresAt: expiry(scope), now: scope.now } as const;
  await changeHold(scope.tx, conversationId, waiting);
  await audit(scope, "hold.waiting_staff", conversationId);
  const { forwardWords } = await roomSettings(scope.tx);
  const asking = await askingIn(scope, conversationId);
  const reply = waitingNotice(asking, code, forwardWords ? lastWords : null);
  await tellRooms(scope, { about: conversationId, reply });
}

/** While the bot is switched off: one open request a conversation, to which everything written is added. */
export async function leaveMessage(
  scope: Scope,
  who: Who,
  { text, fileIds }: Of<"leave_message">,
): Promise<CommandOutcome> {
  const openKey = `${who.conversationId}:tam_dung`;
  const open = await scope.tx.supportRequest.findUnique({ where: { openKey } });
  if (open) {
    await addEntry(scope, who, open.id, { text, fileIds });
    await audit(scope, "request.added_to", open.id);
    return { kind: "message_left", code: open.code, dueAt: open.dueAt };
  }
  const request = await createRequest(scope, who, {
    kind: "cau_hoi",
    contactId: await ensureContact(scope, who),
    enterpriseId: null,
    openKey,
    submitterName: null,
    submitterPhone: null,
    description: text,
    background: ["paused"],
    fileIds,
  });
  return { kind: "message_left", ...request };
}

/** The bot answers again; the request stays. */
export async function leaveStaff(scope: Scope, { conversationId }: Who): Promise<CommandOutcome> {
  const hold = await lockHold(scope.tx, conversationId);
  if (hold !== null && mayBecome("hold", hold.state, "bot")) {
    await changeHold(scope.tx, conversationId, { state: "bot", by: null, expiresAt: null, now: scope.now });
    await audit(scope, "hold.bot", conversationId, { from: hold.state });
    await tellEnded(scope, conversationId, "left");
  }
  return { kind: "staff_left" };
}

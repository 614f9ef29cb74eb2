import type { Command, CommandOutcome } from "../../../registry/commands.ts";
import { mayBecome, type HoldState } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { changeHold } from "../hold.ts";
import { ensureContact } from "./contacts.ts";
import { addEntry, createRequest } from "./requests.ts";
import type { Scope, Who } from "./scope.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

const MINUTE_MS = 60_000;

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

/** "gặp cán bộ": one open request a conversation, however often it is said; within working hours the bot falls silent. */
export async function callStaff(
  scope: Scope,
  who: Who,
  { lastWords, hold }: Of<"call_staff">,
): Promise<CommandOutcome> {
  const openKey = `${who.conversationId}:gap_can_bo`;
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
  if (hold && mayBecome("hold", await holdStateOf(scope, who), "waiting_staff")) {
    const expiresAt = new Date(scope.now.getTime() + scope.settings.holdMinutes * MINUTE_MS);
    await changeHold(scope.tx, who.conversationId, { state: "waiting_staff", by: null, expiresAt });
    await audit(scope, "hold.waiting_staff", who.conversationId);
  }
  return { kind: "staff_called", code: request.code, dueAt: request.dueAt };
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
export async function leaveStaff(scope: Scope, who: Who): Promise<CommandOutcome> {
  if (mayBecome("hold", await holdStateOf(scope, who), "bot")) {
    await changeHold(scope.tx, who.conversationId, { state: "bot", by: null, expiresAt: null });
    await audit(scope, "hold.bot", who.conversationId);
  }
  return { kind: "staff_left" };
}

async function holdStateOf({ tx }: Scope, { conversationId }: Who): Promise<HoldState> {
  const { holdState } = await tx.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  return holdState as HoldState;
}

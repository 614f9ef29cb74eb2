import { answeredNotice } from "../../../registry/notices.ts";
import { mayBecome, type ContactStatus, type RequestStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { newId } from "../ids.ts";
import { say } from "../say.ts";
import { act, type By, type Desk, type Done } from "./act.ts";
import { staffSaying } from "./hold-steps.ts";
import { moveRequest } from "./request-steps.ts";

/** Answers a request: the words arrive in the person's own conversation, in the name of staff. */
export function answerRequest(
  desk: Desk,
  by: By,
  requestId: string,
  text: string,
  newStatus: RequestStatus,
): Promise<Done<{ told: boolean }>> {
  return act(desk, by, async (scope) => {
    const { tx, now } = scope;
    const request = await tx.supportRequest.findUnique({ where: { id: requestId } });
    if (!request) return { kind: "not_found" };
    const from = request.status as RequestStatus;
    const assignedTo = request.assignedTo ?? by.actor;
    if (!(await moveRequest(scope, request, newStatus, { assignedTo }))) return { kind: "not_allowed", from };
    const status = newStatus === from ? null : newStatus;
    await tx.requestEntry.create({
      data: { id: newId(), requestId, author: "staff", text, status, at: now },
    });
    const conversation = await tx.conversation.findUnique({ where: { id: request.conversationId } });
    if (conversation) await say(tx, conversation.id, answeredNotice(request.code, text), staffSaying(now));
    await audit(scope, "request.answered", requestId, { status: newStatus, told: conversation !== null });
    return { kind: "done", told: conversation !== null };
  });
}

/** Whether a contact speaks for an enterprise, as staff found out. */
export function verifyContact(
  desk: Desk,
  by: By,
  claim: { enterpriseId: string; contactId: string },
  to: ContactStatus,
): Promise<Done> {
  return act(desk, by, async (scope) => {
    const where = { enterpriseId_contactId: claim };
    const link = await scope.tx.enterpriseContact.findUnique({ where });
    if (!link) return { kind: "not_found" };
    const from = link.status as ContactStatus;
    if (!mayBecome("contact", from, to)) return { kind: "not_allowed", from };
    await scope.tx.enterpriseContact.update({ where, data: { status: to, updatedAt: scope.now } });
    await audit(scope, `contact.${to}`, link.id, { from });
    return { kind: "done" };
  });
}

import type { Scope } from "../commands/scope.ts";
import { newId } from "../ids.ts";
import { moveRequest } from "./request-steps.ts";

/** The open request that "gặp cán bộ" makes, one a conversation. */
export function callKey(conversationId: string): string {
  return `${conversationId}:gap_can_bo`;
}

/** Who talks to the person works on their request. */
export async function assignCall(scope: Scope, conversationId: string, staffId: string): Promise<void> {
  const request = await scope.tx.supportRequest.findUnique({ where: { openKey: callKey(conversationId) } });
  if (request) await moveRequest(scope, request, "in_progress", { assignedTo: staffId });
}

/** The person was talked to: what they asked for has happened. Without a word it has not, and the request stays. */
export async function settleCall(scope: Scope, conversationId: string, since: Date | null): Promise<void> {
  const { tx, now } = scope;
  const request = await tx.supportRequest.findUnique({ where: { openKey: callKey(conversationId) } });
  if (!request || since === null) return;
  const said = await tx.outgoingMessage.count({
    where: { conversationId, author: "staff", createdAt: { gte: since } },
  });
  if (said === 0 || !(await moveRequest(scope, request, "guided"))) return;
  await tx.requestEntry.create({
    data: { id: newId(), requestId: request.id, author: "staff", text: "", status: "guided", at: now },
  });
}

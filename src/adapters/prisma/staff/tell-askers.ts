import type { Reply } from "../../../conversation/reply.ts";
import type { Scope } from "../commands/scope.ts";
import type { SupportRequest } from "../generated/sqlite/client.ts";
import { say } from "../say.ts";
import { staffSaying } from "./hold-steps.ts";

/** In the conversations it was asked in, also those of requests that were joined to it. Returns how many were reached. */
export async function tellAskers(
  { tx, now }: Scope,
  request: Pick<SupportRequest, "id" | "conversationId">,
  reply: Reply,
): Promise<number> {
  const merged = await tx.supportRequest.findMany({
    where: { mergedIntoId: request.id },
    select: { conversationId: true },
  });
  const asked = new Set([request.conversationId, ...merged.map(({ conversationId }) => conversationId)]);
  // Those that were erased meanwhile are not there any more.
  const conversations = await tx.conversation.findMany({
    where: { id: { in: [...asked] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of conversations) await say(tx, id, reply, staffSaying(now));
  return conversations.length;
}

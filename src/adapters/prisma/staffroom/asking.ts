import type { Asking } from "../../../staffroom/notices.ts";
import type { Scope } from "../commands/scope.ts";
import type { Tx } from "../database.ts";

/** A person as staff are told of them. */
export async function askingIn(scope: Scope, conversationId: string): Promise<Asking> {
  return {
    name: await personName(scope.tx, conversationId),
    link: scope.consoleLink(conversationId),
  };
}

/** What they call themselves: to us, or on their platform. */
async function personName(tx: Tx, conversationId: string): Promise<string | null> {
  const { channel, account, chat } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
  });
  const address = await tx.channelAddress.findFirst({
    where: { channel, account, chat, contact: { name: { not: null } } },
    include: { contact: true },
    orderBy: { createdAt: "desc" },
  });
  if (address) return address.contact.name;
  const line = await tx.inboxMessage.findFirst({
    where: { conversationId, senderName: { not: null } },
    orderBy: { seq: "desc" },
  });
  return line?.senderName ?? null;
}

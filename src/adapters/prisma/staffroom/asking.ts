import type { Address } from "../../../conversation/message.ts";
import type { Asking } from "../../../staffroom/notices.ts";
import type { Scope } from "../commands/scope.ts";
import type { Tx } from "../database.ts";

/** A person as staff are told of them. */
export async function askingIn(scope: Scope, conversationId: string): Promise<Asking> {
  const row = await scope.tx.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const names = await personNames(scope.tx, [row]);
  return { name: names.get(conversationId) ?? null, link: scope.consoleLink(conversationId) };
}

/** What people call themselves, by the id of their conversation: to us, or else on their platform. */
export async function personNames(
  tx: Tx,
  rows: readonly (Address & { id: string })[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(await platformNames(tx, rows));
  const addresses = await tx.channelAddress.findMany({
    where: {
      contact: { name: { not: null } },
      OR: rows.map(({ channel, account, chat }) => ({ channel, account, chat })),
    },
    include: { contact: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  const known = new Map(addresses.map((address) => [keyOf(address), address.contact.name]));
  for (const row of rows) {
    const name = known.get(keyOf(row)) ?? null;
    if (name !== null) names.set(row.id, name);
  }
  return names;
}

async function platformNames(
  tx: Tx,
  rows: readonly { id: string }[],
): Promise<readonly (readonly [string, string])[]> {
  const last = await tx.inboxMessage.groupBy({
    by: ["conversationId"],
    where: { conversationId: { in: rows.map(({ id }) => id) }, senderName: { not: null } },
    _max: { seq: true },
  });
  const lines = await tx.inboxMessage.findMany({
    where: { OR: last.map(({ conversationId, _max }) => ({ conversationId, seq: _max.seq ?? 0 })) },
    select: { conversationId: true, senderName: true },
  });
  return lines.map(({ conversationId, senderName }) => [conversationId, senderName ?? ""] as const);
}

function keyOf({ channel, account, chat }: Address): string {
  return JSON.stringify([channel, account, chat]);
}

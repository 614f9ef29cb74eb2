import type { Database } from "./database.ts";

/** A message that nobody tries any more. */
export interface DeadLetter {
  id: string;
  direction: "incoming" | "outgoing";
  status: string;
  channel: string;
  /** when it came, or was to leave */
  at: Date;
  attempts: number;
  why: string;
}

const MOST = 500;

/** What could not be answered, and what was refused, given up or may not have arrived; newest first. */
export async function deadLetters({ client }: Database): Promise<readonly DeadLetter[]> {
  const incoming = await client.inboxMessage.findMany({
    where: { status: "dead" },
    include: { conversation: { select: { channel: true } } },
    orderBy: { receivedAt: "desc" },
    take: MOST,
  });
  const outgoing = await client.outgoingMessage.findMany({
    where: { status: { in: ["dead", "refused", "unknown"] } },
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
  const letters: DeadLetter[] = [
    ...incoming.map(({ id, status, conversation, receivedAt, attempts, lastError }) => ({
      id,
      direction: "incoming" as const,
      status,
      channel: conversation.channel,
      at: receivedAt,
      attempts,
      why: lastError ?? "",
    })),
    ...outgoing.map(({ id, status, channel, createdAt, attempts, lastError }) => ({
      id,
      direction: "outgoing" as const,
      status,
      channel,
      at: createdAt,
      attempts,
      why: lastError ?? "",
    })),
  ];
  return letters.sort((a, b) => b.at.getTime() - a.at.getTime());
}

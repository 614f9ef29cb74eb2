import type { Database } from "../../src/adapters/prisma/client.ts";
import type { Phone } from "./phone.ts";

const LONGEST_MS = 30_000;
const ON_ITS_WAY: ReadonlySet<string> = new Set(["queued", "leased", "sending"]);

/** Resolves when everything that left this telephone is answered, and every answer has gone out. */
export async function answered({ client }: Database, phone: Phone): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  while (Date.now() < until) {
    const conversation = { channel: phone.channel, chat: phone.chat() ?? "" };
    // One after the other: a message is settled together with its replies, so these are there then.
    const settled = await client.inboxMessage.count({
      where: { conversation, status: { not: "pending" } },
    });
    const unsent = await client.outgoingMessage.findMany({
      where: { conversation, status: { not: "sent" } },
    });
    const lost = unsent.find(({ status }) => !ON_ITS_WAY.has(status));
    if (lost) throw new Error(`${phone.channel}: ${lost.status}, ${lost.lastError ?? ""}: ${lost.body}`);
    if (settled >= phone.written && unsent.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${phone.channel}: no answer within ${LONGEST_MS} ms`);
}

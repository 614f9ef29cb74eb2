import type { Database } from "./database.ts";

/** How many messages should have left before then and still wait, by channel. */
export async function overdueMessages(
  { client }: Database,
  before: Date,
): Promise<readonly { channel: string; count: number }[]> {
  const groups = await client.outgoingMessage.groupBy({
    by: ["channel"],
    where: { status: "queued", notBefore: { lt: before } },
    _count: { _all: true },
    orderBy: { channel: "asc" },
  });
  return groups.map(({ channel, _count }) => ({ channel, count: _count._all }));
}

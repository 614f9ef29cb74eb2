import type { Tx } from "../database.ts";

/** What these classes are called, by id. */
export async function titlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const events = await tx.event.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, title: true },
  });
  return new Map(events.map(({ id, title }) => [id, title]));
}

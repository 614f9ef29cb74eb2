import type { Tx } from "./database.ts";

/** Places on the waiting lists, 1 is next: queue numbers say who is first, but those before may have left. */
export async function placesOf(
  tx: Tx,
  waiting: readonly { id: string; eventId: string; waitingPosition: number | null }[],
): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  for (const { id, eventId, waitingPosition } of waiting) {
    if (waitingPosition === null) continue;
    const before = await tx.attendee.count({
      where: { eventId, status: "waiting", waitingPosition: { lt: waitingPosition } },
    });
    places.set(id, before + 1);
  }
  return places;
}

import type { Database } from "../database.ts";

export interface OverdueDataRequest {
  id: string;
  kind: string;
  receivedAt: Date;
  dueAt: Date;
}

/** Requests about one's own data that were not done in time, the oldest first. */
export function overdueDataRequests({ client }: Database, now: Date): Promise<readonly OverdueDataRequest[]> {
  return client.dataRequest.findMany({
    where: { doneAt: null, dueAt: { lt: now } },
    orderBy: { dueAt: "asc" },
    select: { id: true, kind: true, receivedAt: true, dueAt: true },
  });
}

import type { Desk } from "../staff/act.ts";
import { linkSimilar, tellAskers } from "../tell-askers.ts";
import { jobStep } from "./job.ts";

/**
 * Tells those whom the publication could not tell at once: there were many, or they asked while the replicas were
 * still learning of it.
 */
export async function tellLateAskers(desk: Desk, now: Date): Promise<number> {
  const waiting = await desk.database.client.knowledgeItem.findMany({
    where: { status: "published", asked: { some: { gap: "open" } } },
    select: { id: true },
  });
  const fresh = await desk.database.client.knowledgeItem.findMany({
    where: { status: "published", publishedAt: { gte: new Date(now.getTime() - LATELY_MS) } },
    select: { id: true },
  });
  let told = 0;
  for (const id of new Set([...waiting, ...fresh].map((item) => item.id))) {
    told += await jobStep(desk, now, async (scope) => {
      const item = await scope.tx.knowledgeItem.findUnique({ where: { id } });
      if (item?.status !== "published") return 0;
      await linkSimilar(scope, item);
      return tellAskers(scope, item);
    });
  }
  return told;
}

/** For so long somebody may have asked a replica that had not heard of it. */
const LATELY_MS = 5 * 60_000;

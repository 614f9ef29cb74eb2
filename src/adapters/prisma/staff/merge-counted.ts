import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";

/** One enterprise that stays, and one that goes into it. */
export interface Pair {
  keep: string;
  drop: string;
}

/** What counts for more, first. */
const STRONGER: readonly string[] = ["confirmed", "recorded", "voided"];

/** What the targets count is counted once: of two records of the same support the one that says more stays. */
export async function mergeResults(scope: Scope, { keep, drop }: Pair): Promise<void> {
  const { tx } = scope;
  for (const result of await tx.supportResult.findMany({ where: { enterpriseId: drop } })) {
    const { year, kind, standard } = result;
    const same = await tx.supportResult.findUnique({
      where: { enterpriseId_year_kind_standard: { enterpriseId: keep, year, kind, standard } },
    });
    const staying = same && STRONGER.indexOf(same.status) <= STRONGER.indexOf(result.status) ? same : result;
    if (same) {
      const gone = staying.id === same.id ? result : same;
      await tx.supportResult.delete({ where: { id: gone.id } });
      await audit(scope, "result.merged", staying.id, { merged: gone.id, status: gone.status });
    }
    await tx.supportResult.update({
      where: { id: staying.id },
      data: { enterpriseId: keep, revision: { increment: 1 } },
    });
  }
}

/** The same need told twice is one; it is for the larger number of people, and met if either was. */
export async function mergeNeeds({ tx }: Scope, { keep, drop }: Pair): Promise<void> {
  for (const need of await tx.trainingNeed.findMany({ where: { enterpriseId: drop } })) {
    const { source, topic, year } = need;
    const where = { source_enterpriseId_topic_year: { source, enterpriseId: keep, topic, year } };
    const same = await tx.trainingNeed.findUnique({ where });
    if (!same) {
      await tx.trainingNeed.update({ where: { id: need.id }, data: { enterpriseId: keep } });
      continue;
    }
    const people = Math.max(same.people ?? 0, need.people ?? 0);
    const met = same.metAt === null ? need : same;
    await tx.trainingNeed.update({
      where,
      data: { people: people === 0 ? null : people, metAt: met.metAt, metEventId: met.metEventId },
    });
    await tx.trainingNeed.delete({ where: { id: need.id } });
  }
}

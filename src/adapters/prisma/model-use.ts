import { createHmac } from "node:crypto";
import type { ModelBudget } from "../../answer/admission.ts";
import type { Database } from "./client.ts";

export interface ModelUseParts {
  /** questions a day, of one person and of all */
  limits: { person: number; all: number };
  /** makes the digests that people are counted under; the same on every replica */
  secret: string;
  /** what is counted; each kind of call by itself */
  counts: "answers" | "embeddings" | "recordings";
  /** the day in Vietnam, when counting begins anew */
  dayOf: (now: Date) => string;
}

const ALL = { answers: "all", embeddings: "all embeddings", recordings: "all recordings" } as const;

/** Counts what goes to a model, for all replicas together; nobody can be found by what is counted. */
export function createModelUse(
  { client }: Database,
  { limits, counts, secret, dayOf }: ModelUseParts,
): ModelBudget {
  let cleared = "";
  return {
    async take(key, now) {
      const day = dayOf(now);
      if (day !== cleared) {
        await client.modelUse.deleteMany({ where: { day: { lt: day } } });
        cleared = day;
      }
      const who = createHmac("sha256", secret)
        .update(`model-use ${counts}\n${day}\n${key}`)
        .digest("base64url");
      if (!(await countOne(day, who, limits.person))) return "person_spent";
      if (await countOne(day, ALL[counts], limits.all)) return "taken";
      // Nothing was asked for them after all.
      await client.modelUse.updateMany({ where: { day, who }, data: { used: { decrement: 1 } } });
      return "all_spent";
    },
  };

  /** Guarded, so that of several at once none goes over the limit. */
  async function countOne(day: string, who: string, limit: number): Promise<boolean> {
    // Of those who begin a day together one writes the row; all count in it.
    await client.modelUse
      .upsert({ where: { day_who: { day, who } }, create: { day, who }, update: {} })
      .catch(() => undefined);
    const { count } = await client.modelUse.updateMany({
      where: { day, who, used: { lt: limit } },
      data: { used: { increment: 1 } },
    });
    return count === 1;
  }
}

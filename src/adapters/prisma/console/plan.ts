import { PLAN_11 } from "../../../registry/plan.ts";
import type { Database } from "../database.ts";
import { newId } from "../ids.ts";

/** Plan 11 with its targets, at the first use of them: what staff change later stays. */
export async function ensureShippedPlan({ client }: Database): Promise<void> {
  const { targets, ...columns } = PLAN_11;
  const { number } = columns;
  if ((await client.plan.findUnique({ where: { number }, select: { id: true } })) !== null) return;
  // One write: two replicas that begin together leave one plan, with one set of targets.
  await client.plan.upsert({
    where: { number },
    create: { id: newId(), ...columns, targets: { create: targets.map((one) => ({ id: newId(), ...one })) } },
    update: {},
  });
}

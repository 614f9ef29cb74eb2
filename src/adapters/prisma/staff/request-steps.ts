import { mayBecome, type RequestStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import type { Prisma, SupportRequest } from "../generated/sqlite/client.ts";
import { isSettled } from "../requests.ts";

/** An answer takes a request over and works on it, if nobody did before. */
const ON_THE_WAY: readonly RequestStatus[] = ["assigned", "in_progress"];

/** States on the way, the last included; null where there is no way. Staying is no step. */
export function stepsBetween(from: RequestStatus, to: RequestStatus): readonly RequestStatus[] | null {
  if (from === to) return isSettled(from) ? null : [];
  for (let skipped = ON_THE_WAY.length; skipped >= 0; skipped -= 1) {
    const steps = [...ON_THE_WAY.slice(skipped).filter((step) => step !== to), to];
    const isWay = steps.every((step, at) => mayBecome("request", steps[at - 1] ?? from, step));
    if (isWay) return steps;
  }
  return null;
}

/** Leads a request to another state, every step in the audit. False where there is no way. */
export async function moveRequest(
  scope: Scope,
  request: SupportRequest,
  to: RequestStatus,
  changes: Prisma.SupportRequestUncheckedUpdateInput = {},
): Promise<boolean> {
  const from = request.status as RequestStatus;
  const steps = stepsBetween(from, to);
  if (steps === null) return false;
  await scope.tx.supportRequest.update({
    where: { id: request.id },
    data: {
      status: to,
      revision: { increment: 1 },
      ...(isSettled(to) ? { openKey: null, settledAt: scope.now } : {}),
      ...changes,
    },
  });
  for (const step of steps) await audit(scope, `request.${step}`, request.id, { from });
  return true;
}

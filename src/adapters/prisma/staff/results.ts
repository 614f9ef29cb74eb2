import type { Recorded, ResultActions, ResultChange, ResultDetails } from "../../../console/results/port.ts";
import { mayBecome, type ResultStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import { findResult } from "../console/results.ts";
import type { Tx } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "./act.ts";

/** What came of it inside the transaction; a conflict is shown with what is stored after it. */
type Ended = { kind: "done" | "not_found" | "conflict" | "not_allowed" } | { kind: "duplicate"; id: string };

/** What the plan's targets count; every step in the audit. */
export function createResultActions(desk: Desk): ResultActions {
  return {
    record: (by, enterpriseId, requestId, details) =>
      act(desk, by, (scope) => record(scope, by, enterpriseId, requestId, details)),

    async edit(by, id, revision, details) {
      const ended = await act(desk, by, async (scope): Promise<Ended> => {
        const { tx } = scope;
        const row = await tx.supportResult.findUnique({ where: { id } });
        if (row === null) return { kind: "not_found" };
        if (row.status !== "recorded") return { kind: "not_allowed" };
        const same = await sameResult(tx, row.enterpriseId, details);
        if (same !== null && same.id !== id) return { kind: "duplicate", id: same.id };
        return change(scope, id, revision, columnsOf(details), "result.edited");
      });
      return ended.kind === "duplicate" ? ended : shown(id, ended.kind);
    },

    confirm: (by, id, revision) => move(by, id, revision, "confirmed", { confirmedBy: by.actor }),

    void: (by, id, revision, reason) => move(by, id, revision, "voided", { reason }),
  };

  async function move(
    by: By,
    id: string,
    revision: number,
    to: ResultStatus,
    data: Prisma.SupportResultUncheckedUpdateManyInput,
  ): Promise<ResultChange> {
    const ended = await act(desk, by, async (scope): Promise<Ended> => {
      const row = await scope.tx.supportResult.findUnique({ where: { id } });
      if (row === null) return { kind: "not_found" };
      if (!mayBecome("result", row.status as ResultStatus, to)) return { kind: "not_allowed" };
      return change(scope, id, revision, { ...data, status: to }, `result.${to}`);
    });
    return ended.kind === "duplicate" ? { kind: "not_allowed" } : shown(id, ended.kind);
  }

  async function shown(id: string, kind: Exclude<Ended["kind"], "duplicate">): Promise<ResultChange> {
    if (kind !== "conflict") return { kind };
    const current = await findResult(desk.database.client, id);
    return current === null ? { kind: "not_found" } : { kind, current };
  }
}

async function record(
  scope: Scope,
  by: By,
  enterpriseId: string,
  requestId: string | null,
  details: ResultDetails,
): Promise<Recorded> {
  const { tx, now } = scope;
  if ((await tx.enterprise.count({ where: { id: enterpriseId } })) === 0) return { kind: "not_found" };
  const same = await sameResult(tx, enterpriseId, details);
  if (same !== null && !mayBecome("result", same.status as ResultStatus, "recorded"))
    return { kind: "duplicate", id: same.id };
  const id = same?.id ?? newId();
  const columns = {
    ...columnsOf(details),
    enterpriseId,
    requestId,
    status: "recorded",
    reason: null,
    recordedBy: by.actor,
    confirmedBy: null,
  };
  if (same === null) await tx.supportResult.create({ data: { id, ...columns, createdAt: now } });
  else await tx.supportResult.update({ where: { id }, data: { ...columns, revision: { increment: 1 } } });
  await audit(scope, "result.recorded", id, { year: details.year, kind: details.kind, again: same !== null });
  return { kind: "recorded", id };
}

/** Only what nobody changed since it was opened. */
async function change(
  scope: Scope,
  id: string,
  revision: number,
  data: Prisma.SupportResultUncheckedUpdateManyInput,
  action: string,
): Promise<Ended> {
  const { count } = await scope.tx.supportResult.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) return { kind: "conflict" };
  await audit(scope, action, id);
  return { kind: "done" };
}

function sameResult(tx: Tx, enterpriseId: string, { year, kind, standard }: ResultDetails) {
  return tx.supportResult.findFirst({
    where: { enterpriseId, year, kind, standard },
    select: { id: true, status: true },
  });
}

function columnsOf({ amounts, ...details }: ResultDetails) {
  return { ...details, amounts: JSON.stringify(amounts) };
}

import type { AccountState, Standing as AnyStanding, State } from "../../conversation/standing.ts";
import type { Quota, QuotaStatus } from "./quota.ts";
import { texts } from "./texts.ts";

type Side = "receiving" | "sending" | "storing" | "webhook";

export type Status = AccountState & QuotaStatus;

/** How one bot stands. */
export type Standing = AnyStanding<Side>;

/** With what its plan has to do with it. */
export function statusOf(standing: Standing, quota: Quota): Status {
  const counts = quota.status();
  return { ...standing.status(overPlan(counts, quota.isUsedUp())), ...counts };
}

function overPlan({ month, messages, users }: QuotaStatus, usedUp: boolean): { state: State; why: string }[] {
  const over: { state: State; why: string }[] = [];
  if (usedUp && messages.limit !== null)
    over.push({ state: "waiting", why: texts.standing.quotaUsed(messages.limit, month) });
  // Zalo decides whom it lets through; whoever can write gets an answer.
  if (users.used !== null && users.limit !== null && users.used > users.limit)
    over.push({ state: "ok", why: texts.standing.manyUsers(users.used, users.limit) });
  return over;
}

import { texts } from "./texts.ts";
import type { Quota, QuotaStatus } from "./quota.ts";
import { OperatorError } from "../../errors.ts";

/** waiting: it goes on by itself; stopped: somebody has to change something */
type State = "ok" | "waiting" | "stopped";

export interface Status extends QuotaStatus {
  account: string;
  state: State;
  /** for staff, in Vietnamese; null when all is well */
  why: string | null;
}

type Side = "receiving" | "sending" | "storing" | "webhook";

/** How one bot stands. What is wrong is told to the log once, when it begins. */
export interface Standing {
  set(side: Side, state: Exclude<State, "ok">, why: string): void;
  well(side: Side): void;
  status(): Status;
}

export function createStanding(account: string, quota: Quota, onError: (error: unknown) => void): Standing {
  const troubles = new Map<Side, { state: Exclude<State, "ok">; why: string }>();
  troubles.set("receiving", { state: "waiting", why: texts.standing.connecting });
  return {
    set(side, state, why) {
      if (troubles.get(side)?.why === why) return;
      troubles.set(side, { state, why });
      onError(new OperatorError(`Zalo Bot ${account}: ${why}`));
    },
    well(side) {
      troubles.delete(side);
    },
    status() {
      const counts = quota.status();
      const present = [...troubles.values(), ...overPlan(counts, quota.isUsedUp())];
      const why = [...new Set(present.map((trouble) => trouble.why))].join(" ");
      return {
        account,
        state: worst(present.map(({ state }) => state)),
        why: why === "" ? null : why,
        ...counts,
      };
    },
  };
}

function worst(states: readonly State[]): State {
  return states.includes("stopped") ? "stopped" : states.includes("waiting") ? "waiting" : "ok";
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

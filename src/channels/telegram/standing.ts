import { texts } from "./texts.ts";

/** waiting: it goes on by itself; stopped: somebody has to change something */
type State = "ok" | "waiting" | "stopped";

export interface Status {
  account: string;
  state: State;
  /** for staff, in Vietnamese; null when all is well */
  why: string | null;
}

type Side = "receiving" | "storing" | "webhook";

/** How one bot stands. What is wrong is told to the log once, when it begins. */
export interface Standing {
  set(side: Side, state: Exclude<State, "ok">, why: string): void;
  well(side: Side): void;
  /** nothing is tried until somebody has changed something */
  isStopped(): boolean;
  status(): Status;
}

export function createStanding(account: string, tell: (what: string) => void): Standing {
  const troubles = new Map<Side, { state: Exclude<State, "ok">; why: string }>();
  troubles.set("receiving", { state: "waiting", why: texts.standing.connecting });
  return {
    set(side, state, why) {
      if (troubles.get(side)?.why === why) return;
      troubles.set(side, { state, why });
      tell(why);
    },
    well(side) {
      troubles.delete(side);
    },
    isStopped: () => [...troubles.values()].some(({ state }) => state === "stopped"),
    status() {
      const present = [...troubles.values()];
      const why = [...new Set(present.map((trouble) => trouble.why))].join(" ");
      return {
        account,
        state: present.some(({ state }) => state === "stopped")
          ? "stopped"
          : present.length > 0
            ? "waiting"
            : "ok",
        why: why === "" ? null : why,
      };
    },
  };
}

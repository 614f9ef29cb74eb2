import { OperatorError } from "../errors.ts";
import { texts } from "./texts.ts";

/** waiting: it goes on by itself; stopped: somebody has to change something */
export type State = "ok" | "waiting" | "stopped";

/** How one account of a channel stands; what `/readyz`, the log and staff are told. */
export interface AccountState {
  account: string;
  state: State;
  /** in Vietnamese: what is wrong, and what to do about it; null when all is well */
  why: string | null;
  /** since when it is so */
  since: Date;
  /** another replica has the account, and this one takes over when that one is gone */
  isStandby: boolean;
  /** the last thing that was wrong, also when it is over by now */
  lastTrouble: { why: string; at: Date } | null;
}

interface Trouble {
  state: Exclude<State, "ok">;
  why: string;
  isStandby?: boolean;
}

/** Keeps how one account stands, by the sides that can be in trouble: receiving, a webhook, … */
export interface Standing<Side extends string> {
  /** Something is wrong. Told to the log once, when it begins. */
  set(side: Side, state: Exclude<State, "ok">, why: string): void;
  /** A wait that is nothing wrong, such as for a first connection; the log is not told. */
  pass(side: Side, why: string): void;
  /** Another replica has the account (`holder`), or it is not known which (null). */
  standBy(side: Side, holder: string | null): void;
  well(...sides: readonly Side[]): void;
  /** nothing is tried until somebody has changed something */
  isStopped(): boolean;
  /** `also`: what is wrong besides, known to the caller alone */
  status(also?: readonly { state: State; why: string }[]): AccountState;
}

export interface StandingParts {
  channel: string;
  account: string;
  now: () => Date;
  /** told one line a trouble: channel, account, state, why */
  onError: (error: unknown) => void;
}

export function createStanding<Side extends string>(parts: StandingParts): Standing<Side> {
  const { channel, account, now, onError } = parts;
  const troubles = new Map<Side, Trouble>();
  let lastTrouble: AccountState["lastTrouble"] = null;
  let since = { said: "", at: now() };

  return {
    set(side, state, why) {
      const isKnown = [...troubles.values()].some((one) => one.state === state && one.why === why);
      troubles.set(side, { state, why });
      if (isKnown) return;
      lastTrouble = { why, at: now() };
      onError(new OperatorError(`${channel} ${account}: ${state}: ${why}`));
    },
    pass(side, why) {
      troubles.set(side, { state: "waiting", why });
    },
    standBy(side, holder) {
      const why = holder === null ? texts.standing.holderUnknown : texts.standing.elsewhere(holder);
      troubles.set(side, { state: "waiting", why, isStandby: holder !== null });
    },
    well(...sides) {
      for (const side of sides) troubles.delete(side);
    },
    isStopped: () => [...troubles.values()].some(({ state }) => state === "stopped"),
    status(also = []) {
      const present = [...troubles.values(), ...also];
      const state = worstOf(present.map((one) => one.state));
      const why = [...new Set(present.map((one) => one.why))].join(" ");
      const said = `${state} ${why}`;
      if (said !== since.said) since = { said, at: now() };
      return {
        account,
        state,
        why: why === "" ? null : why,
        since: since.at,
        isStandby: [...troubles.values()].some(({ isStandby }) => isStandby === true),
        lastTrouble,
      };
    },
  };
}

function worstOf(states: readonly State[]): State {
  return states.includes("stopped") ? "stopped" : states.includes("waiting") ? "waiting" : "ok";
}

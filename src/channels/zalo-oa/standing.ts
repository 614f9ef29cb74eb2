import { createStanding as createAnyStanding, type AccountState } from "../../conversation/standing.ts";
import { CHANNEL } from "./settings.ts";
import { texts } from "./texts.ts";

/** What can be wrong with an account. */
type Trouble = keyof typeof texts.trouble;

/** Nothing can be sent until an administrator acts. */
const STOPPING: ReadonlySet<Trouble> = new Set([
  "no_tokens",
  "tokens_unreadable",
  "reauthorize",
  "interrupted",
  "admin",
]);

/** How one account stands; a trouble is reported once, when it begins. */
export interface Standing {
  /** `code`: what Zalo calls it, for whoever looks it up */
  begins(trouble: Trouble, code?: string): void;
  ends(...troubles: readonly Trouble[]): void;
  status(): AccountState;
}

interface StandingParts {
  account: string;
  now: () => Date;
  onError: (error: unknown) => void;
}

export function createStanding(parts: StandingParts): Standing {
  const standing = createAnyStanding<Trouble>({ channel: CHANNEL, ...parts });
  return {
    begins(trouble, code = "") {
      const why = [texts.trouble[trouble], adminTask(code), code && `[${code}]`].filter(Boolean).join(" ");
      standing.set(trouble, STOPPING.has(trouble) ? "stopped" : "waiting", why);
    },
    ends(...ended) {
      standing.well(...ended);
    },
    status: () => standing.status(),
  };
}

/** What an administrator has to do, where Zalo's number says it. */
function adminTask(code: string): string {
  return Object.entries(texts.adminTasks).find(([number]) => number === code)?.[1] ?? "";
}

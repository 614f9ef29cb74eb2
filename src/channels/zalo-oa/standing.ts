import { texts } from "./texts.ts";
import { OperatorError } from "../../errors.ts";

/** What can be wrong with an account. */
type Trouble = keyof typeof texts.trouble;

export interface Status {
  account: string;
  /** trouble: something waits or may be wrong; down: nothing can be sent until an administrator acts */
  state: "ok" | "trouble" | "down";
  /** for staff, in Vietnamese; empty when all is well */
  why: string;
}

const DOWN: ReadonlySet<Trouble> = new Set([
  "no_tokens",
  "tokens_unreadable",
  "reauthorize",
  "interrupted",
  "admin",
]);

/** How one account stands; a trouble is reported once, when it begins. */
export interface Standing {
  begins(trouble: Trouble, code?: string): void;
  ends(...troubles: readonly Trouble[]): void;
  status(): Status;
}

export function createStanding(account: string, onError: (error: unknown) => void): Standing {
  const troubles = new Map<Trouble, string>();
  return {
    begins(trouble, code = "") {
      if (troubles.get(trouble) === code) return;
      troubles.set(trouble, code);
      onError(new OperatorError(`zalo-oa ${account}: ${[trouble, code].filter(Boolean).join(" ")}`));
    },
    ends(...ended) {
      for (const trouble of ended) troubles.delete(trouble);
    },
    status() {
      const present = [...troubles];
      const worst = present.some(([trouble]) => DOWN.has(trouble)) ? "down" : "trouble";
      return {
        account,
        state: present.length === 0 ? "ok" : worst,
        why: present
          .map(([trouble, code]) => texts.trouble[trouble] + (code === "" ? "" : ` [${code}]`))
          .join(" "),
      };
    },
  };
}

import type { Breaker } from "./breaker.ts";
import { failed, type ModelFailure } from "./model.ts";

/** How often a day something may go to a server, for one person and for all. Kept for all replicas together. */
export interface ModelBudget {
  /** Counts one more where both limits leave room. */
  take(key: string, now: Date): Promise<"taken" | "person_spent" | "all_spent">;
}

interface AdmissionParts {
  budget: ModelBudget;
  now: () => Date;
  /** told when the day's share of all is used up; one person's limit is no trouble of the server */
  onOutcome: (trouble: "all_spent") => void;
  onError: (error: unknown) => void;
}

/** Whether something of this person may go to a server at all: why not, or null. Never throws. */
export async function admit(
  { budget, now, onOutcome, onError }: AdmissionParts,
  breaker: Breaker,
  key: string,
): Promise<ModelFailure | null> {
  if (!breaker.isClosed()) return failed("resting");
  try {
    const taken = await budget.take(key, now());
    if (taken === "taken") return null;
    if (taken === "all_spent") onOutcome(taken);
    return failed(taken);
  } catch (error) {
    onError(error);
    return failed("resting");
  }
}

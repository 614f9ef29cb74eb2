import type { Desk } from "../staff/act.ts";
import type { Scope } from "../commands/scope.ts";
import { registryParts } from "../registry-parts.ts";
import { inTransaction } from "../transaction.ts";

/** Something done again and again, by one replica at a time. */
export interface Job {
  name: string;
  /** milliseconds between two runs */
  every: number;
  /** Safe to run twice. Returns how many things it changed. */
  run(now: Date): Promise<number>;
}

/** One change of a job, in its own transaction. */
export function jobStep<T>(
  { database, ...given }: Desk,
  now: Date,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  return inTransaction(database, (tx) => work({ ...registryParts(given), tx, now, actor: "job" }));
}

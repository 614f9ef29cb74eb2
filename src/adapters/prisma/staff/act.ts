import type { By } from "../../../console/by.ts";
import { registryParts, type GivenParts } from "../registry-parts.ts";
import type { Scope } from "../commands/scope.ts";
import type { Database } from "../database.ts";
import { inTransaction } from "../transaction.ts";

/** What staff work with. */
export interface Desk extends GivenParts {
  database: Database;
}

export type { By };

/** How an action of staff ended. */
export type Done<T = object> =
  | ({ kind: "done" } & T)
  | { kind: "not_found" }
  /** the state it is in does not allow it */
  | { kind: "not_allowed"; from: string };

/** One action of staff: the change and its audit entry in one transaction. */
export function act<T>(desk: Desk, { actor, now }: By, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { database, ...given } = desk;
  return inTransaction(database, (tx) => work({ ...registryParts(given), tx, now, actor: `staff:${actor}` }));
}

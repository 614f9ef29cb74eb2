import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Tx } from "./database.ts";

/** How long a transaction may wait for its turn, and how long it may take. */
export const PATIENCE = { maxWait: 20_000, timeout: 20_000 };

const ATTEMPTS = 6;

/** What passes when it is tried again, as Prisma names it for every database. */
const PASSING: ReadonlySet<string> = new Set([
  // Two wanted to make the same row: the second look finds what the first one made.
  "P2002",
  // the database was locked for long
  "P1008",
  // no turn within the patience above, or rolled back because it took too long: a crowd, not a fault
  "P2028",
  // a deadlock, or somebody else changed the same rows
  "P2034",
]);

/**
 * Everything `work` does is stored, or nothing is. It may run several times, so it must change nothing but the database.
 * Inside, only `tx` may be used: on SQLite another query would wait for this transaction for ever.
 */
export async function inTransaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.client.$transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !PASSING.has(codeOf(error))) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

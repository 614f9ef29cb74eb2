import { setTimeout as sleep } from "node:timers/promises";
import { sqltag as sql } from "@prisma/client/runtime/client";
import type { Database } from "./database.ts";

const PATIENCE_MS = 3_000;

/** Tells whether the database answers within a few seconds. However many ask, it is asked once at a time. */
export function createProbe({ client }: Database, patienceMs = PATIENCE_MS): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null;
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return Promise.race([asking, sleep(patienceMs, false, { ref: false })]);
  };

  async function ask(): Promise<boolean> {
    try {
      await client.$queryRaw(sql`SELECT 1`);
      return true;
    } catch {
      return false;
    }
  }
}

import type { DatabasePlace } from "./database.ts";
import type { DatabaseHealth } from "./migrate.ts";

/** Looks at the database before anything opens it, because opening brings it up to date. Never throws. */
export async function inspectDatabase(place: DatabasePlace): Promise<DatabaseHealth> {
  try {
    if ("dataFolder" in place) {
      const { inspectSqlite } = await import("./sqlite.ts");
      return await inspectSqlite(place.dataFolder);
    }
    const { inspectPostgresql } = await import("./postgresql.ts");
    return await inspectPostgresql(place.url);
  } catch (error) {
    return { kind: "unreachable", why: error instanceof Error ? error.message : String(error) };
  }
}

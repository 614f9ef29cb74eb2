import type { Database, DatabasePlace } from "./database.ts";

export {
  DatabaseError,
  type Client,
  type Database,
  type DatabaseKind,
  type DatabasePlace,
  type Tx,
} from "./database.ts";

/**
 * Opens the database and brings it up to date. Loads only what that database needs.
 * @throws {DatabaseError} with a sentence for the operator
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if ("dataFolder" in place) {
    const { openSqlite } = await import("./sqlite.ts");
    return openSqlite(place.dataFolder);
  }
  const { openPostgresql } = await import("./postgresql.ts");
  return openPostgresql(place.url);
}

import { createHash } from "node:crypto";
import { DatabaseError } from "./database.ts";
import { newId } from "./ids.ts";

export interface Migration {
  name: string;
  sql: string;
}

/** Where everything happens, in one transaction. */
export interface MigrationConnection {
  /** how the database calls a moment */
  instantType: string;
  /** Waits until no other process migrates; `history` makes the table of migrations where there is none. */
  begin(history: string): Promise<void>;
  /** several statements in one text */
  run(script: string): Promise<void>;
  /** on SQLite as before the transaction */
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Prisma's own table, so that its tools read the history as well. */
const historyTable = (instantType: string): string => `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" ${instantType},
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" ${instantType},
    "started_at" ${instantType} NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  );`;

/**
 * Applies what is missing, all of it or nothing. Safe for several processes that start at once.
 * @throws {DatabaseError} when the database was made by a newer program, or by migrations that were changed since
 */
export async function migrate(
  connection: MigrationConnection,
  migrations: readonly Migration[],
): Promise<void> {
  await connection.begin(historyTable(connection.instantType));
  try {
    const applied = await appliedMigrations(connection);
    refuseForeignHistory(applied, migrations);
    for (const migration of migrations.filter(({ name }) => !applied.has(name))) {
      await connection.run(migration.sql);
      await connection.run(noteOf(migration));
    }
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  }
}

/** How a database is found, without changing anything in it. */
export type DatabaseHealth =
  | { kind: "ready" }
  /** no file yet; the first start makes it */
  | { kind: "absent" }
  | { kind: "unreachable"; why: string }
  /** the next start brings it up to date */
  | { kind: "behind"; missing: number }
  /** made by a newer program, or by migrations that were changed since */
  | { kind: "foreign"; why: string };

/** What `migrate` would do, without doing it. */
export async function historyState(
  connection: Pick<MigrationConnection, "rows">,
  migrations: readonly Migration[],
): Promise<DatabaseHealth> {
  try {
    const applied = await appliedMigrations(connection);
    refuseForeignHistory(applied, migrations);
    const missing = migrations.filter(({ name }) => !applied.has(name)).length;
    return missing === 0 ? { kind: "ready" } : { kind: "behind", missing };
  } catch (error) {
    if (error instanceof DatabaseError) return { kind: "foreign", why: error.message };
    if (error instanceof Error && NO_HISTORY.test(error.message))
      return { kind: "behind", missing: migrations.length };
    throw error;
  }
}

/** How the databases say that the table is not there. */
const NO_HISTORY = /no such table|relation .* does not exist/;

async function appliedMigrations(
  connection: Pick<MigrationConnection, "rows">,
): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.rows(
    `SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  return new Map(rows.map((row) => [String(row["migration_name"]), String(row["checksum"])]));
}

function refuseForeignHistory(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, checksum(migration)]));
  for (const [name, sum] of applied) {
    if (!known.has(name))
      throw new DatabaseError(
        `The database is newer than this program: it has the migration ${name}, which is not known here. ` +
          "Start the newer program, or restore the copy made before it was first started.",
      );
    if (known.get(name) !== sum)
      throw new DatabaseError(
        `The migration ${name} was changed after it had been applied to this database. ` +
          "Restore its file; changes go into a new migration.",
      );
  }
}

/** Names and checksums are our own and hold no quotes. */
function noteOf(migration: Migration): string {
  return `
    INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
    VALUES ('${newId()}', '${checksum(migration)}', CURRENT_TIMESTAMP, '${migration.name}', 1);`;
}

/** As Prisma counts it. */
function checksum({ sql }: Migration): string {
  return createHash("sha256").update(sql).digest("hex");
}

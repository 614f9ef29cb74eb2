import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { DatabaseError, type Database } from "./database.ts";
import { PrismaClient } from "./generated/sqlite/client.ts";
import { migrations } from "./generated/sqlite-migrations.ts";
import { historyState, migrate, type DatabaseHealth, type MigrationConnection } from "./migrate.ts";
import { OneConnectionLibSql } from "./sqlite-connection.ts";
import { rowsIn } from "./sqlite-file.ts";
import { PATIENCE } from "./transaction.ts";

/** Replicas that start together wait for each other's migrations. */
const START_PATIENCE_MS = 60_000;

export async function openSqlite(dataFolder: string): Promise<Database> {
  const file = join(dataFolder, "nscl.db");
  await prepare(dataFolder, file);
  const client = new PrismaClient({
    adapter: new OneConnectionLibSql(file),
    transactionOptions: PATIENCE,
  });
  return { client, kind: "sqlite", close: () => client.$disconnect() };
}

/** Makes the file, and brings it up to date. */
async function prepare(dataFolder: string, file: string): Promise<void> {
  const connection = openFile(dataFolder, file);
  try {
    // Kept in the file: readers and a writer do not wait for each other. Every commit is synced (synchronous=FULL is
    // what each connection starts with), so that nothing acknowledged is lost with the power.
    connection.exec("PRAGMA journal_mode = WAL");
    await migrate(migrationConnection(connection, file), migrations);
  } finally {
    connection.close();
  }
}

/** @throws when it cannot be read */
export async function inspectSqlite(dataFolder: string): Promise<DatabaseHealth> {
  const file = join(dataFolder, "nscl.db");
  if (!existsSync(file)) return { kind: "absent" };
  return historyState({ rows: (sql) => Promise.resolve(rowsIn(file, sql)) }, migrations);
}

function openFile(dataFolder: string, file: string): Libsql.Database {
  try {
    mkdirSync(dataFolder, { recursive: true });
    return new Libsql(file, { timeout: START_PATIENCE_MS });
  } catch (error) {
    throw new DatabaseError(
      `${file}: cannot be opened (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** Fails where a row points to nothing: this connection must not ask, since what it asks would keep it open. */
const NO_BROKEN_REFERENCES = `
  CREATE TEMP TABLE "broken_reference" ("table" TEXT CHECK (FALSE));
  INSERT INTO "broken_reference" SELECT "table" FROM pragma_foreign_key_check;
  DROP TABLE "broken_reference";`;

/** `connection` only executes, so that it lets the file go as soon as it is closed. */
export function migrationConnection(connection: Libsql.Database, file: string): MigrationConnection {
  return {
    instantType: "DATETIME",
    // Foreign keys are off while tables are rebuilt: dropping the old table would empty those that point to it.
    begin: (history) => {
      connection.exec("PRAGMA foreign_keys = OFF");
      connection.exec(history);
      connection.exec("BEGIN IMMEDIATE");
      return Promise.resolve();
    },
    run: (script) => {
      connection.exec(script);
      return Promise.resolve();
    },
    rows: (sql) => Promise.resolve(rowsIn(file, sql)),
    commit: () => {
      try {
        connection.exec(NO_BROKEN_REFERENCES);
      } catch (error) {
        if (!isBrokenReference(error)) throw error;
        throw new DatabaseError("a migration left rows that point to nothing; it was undone");
      }
      connection.exec("COMMIT");
      return Promise.resolve();
    },
    rollback: () => {
      if (connection.inTransaction) connection.exec("ROLLBACK");
      return Promise.resolve();
    },
  };
}

function isBrokenReference(error: unknown): boolean {
  return error instanceof Error && error.message.includes("CHECK constraint failed");
}

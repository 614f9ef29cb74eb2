import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { DatabaseError, type Client, type Database } from "./database.ts";
import { PrismaClient } from "./generated/postgresql/client.ts";
import { migrations } from "./generated/postgresql-migrations.ts";
import { historyState, migrate, type DatabaseHealth, type MigrationConnection } from "./migrate.ts";
import { PATIENCE } from "./transaction.ts";

/** Connections of one process; several replicas share what the server allows (100 by default). */
const CONNECTIONS = 10;

/** Any number that no other program on the server uses for its own lock. */
const MIGRATION_LOCK = 6_278_190_451;

export async function openPostgresql(url: string): Promise<Database> {
  await prepare(url);
  const adapter = new PrismaPg({ connectionString: url, max: CONNECTIONS });
  const client = new PrismaClient({ adapter, transactionOptions: PATIENCE });
  return {
    // The one place where the two clients are taken for one: both are generated from the same models.
    client: client as unknown as Client,
    kind: "postgresql",
    close: () => client.$disconnect(),
  };
}

const INSPECTION_PATIENCE_MS = 10_000;

/** @throws when the server cannot be reached */
export async function inspectPostgresql(url: string): Promise<DatabaseHealth> {
  const connection = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: INSPECTION_PATIENCE_MS,
    query_timeout: INSPECTION_PATIENCE_MS,
  });
  await connection.connect();
  try {
    return await historyState(migrationConnection(connection), migrations);
  } finally {
    await connection.end();
  }
}

async function prepare(url: string): Promise<void> {
  const connection = new pg.Client({ connectionString: url });
  try {
    await connection.connect();
  } catch (error) {
    throw new DatabaseError(`DATABASE_URL: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    await migrate(migrationConnection(connection), migrations);
  } finally {
    await connection.end();
  }
}

export function migrationConnection(connection: pg.Client): MigrationConnection {
  return {
    instantType: "TIMESTAMPTZ",
    begin: async (history) => {
      await connection.query("BEGIN");
      await connection.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      await connection.query(history);
    },
    run: async (script) => {
      await connection.query(script);
    },
    rows: async (sql) => (await connection.query<Record<string, unknown>>(sql)).rows,
    commit: async () => {
      await connection.query("COMMIT");
    },
    rollback: async () => {
      await connection.query("ROLLBACK");
    },
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type Libsql from "libsql";
import { attachFile, detachFile, FILE_SCHEMA } from "./sqlite-file.ts";

const LONGEST_WAIT_FOR_LOCK_MS = 15_000;

/** Prepared statements are kept: their memory is the driver's, and the garbage collector does not hurry for it. */
const STATEMENTS_KEPT = 200;

type LibSqlClient = ReturnType<PrismaLibSql["createClient"]>;

interface Statement {
  sql: string;
  args: readonly unknown[];
}

type Prepared = (args: readonly unknown[]) => Result;

interface Result {
  columns: readonly string[];
  columnTypes: readonly string[];
  rows: readonly (readonly unknown[])[];
  rowsAffected: number;
}

/**
 * Prisma's adapter over one connection that stays open. Its usual client opens another after every transaction and
 * leaves the old one to the garbage collector; begins transactions without the write lock, so that one that reads first
 * and writes later fails as soon as another process wrote in between; and waits for locks by blocking the process.
 * The adapter lets nothing else run on the connection while a transaction is open.
 */
export class OneConnectionLibSql extends PrismaLibSql {
  readonly #file: string;

  constructor(file: string) {
    super({ url: `file:${file}` });
    this.#file = file;
  }

  override createClient(): LibSqlClient {
    return new OneConnection(this.#file) as unknown as LibSqlClient;
  }

  /** Prisma writes the schema before each table; without this it would be "main". */
  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    const info = adapter.getConnectionInfo?.() ?? { supportsRelationJoins: false };
    adapter.getConnectionInfo = () => ({ ...info, schemaName: FILE_SCHEMA });
    return adapter;
  }
}

/** What the adapter asks of a client and of a transaction. */
class OneConnection {
  readonly #connection: Libsql.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(file: string) {
    this.#connection = attachFile(file);
  }

  /** A statement that found the database locked is run again itself: left behind, it would hinder every commit. */
  async execute({ sql, args }: Statement): Promise<Result> {
    const prepared = await whenUnlocked(() => this.#prepare(sql));
    return whenUnlocked(() => prepared(args));
  }

  async transaction(): Promise<unknown> {
    const connection = this.#connection;
    await whenUnlocked(() => connection.exec("BEGIN IMMEDIATE"));
    return {
      execute: ({ sql, args }: Statement) => promised(() => this.#prepare(sql)(args)),
      commit: () =>
        promised(() => {
          try {
            connection.exec("COMMIT");
          } finally {
            if (connection.inTransaction) connection.exec("ROLLBACK");
          }
        }),
      rollback: () => promised(() => connection.exec("ROLLBACK")),
    };
  }

  close(): void {
    this.#prepared.clear();
    detachFile(this.#connection);
  }

  /** The statement used longest ago makes room for a new one. */
  #prepare(sql: string): Prepared {
    const prepared = this.#prepared.get(sql) ?? prepare(this.#connection, sql);
    this.#prepared.delete(sql);
    this.#prepared.set(sql, prepared);
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size > STATEMENTS_KEPT && oldest !== undefined) this.#prepared.delete(oldest);
    return prepared;
  }
}

function prepare(connection: Libsql.Database, sql: string): Prepared {
  const statement = connection.prepare(sql).safeIntegers(true);
  if (!returnsRows(statement))
    return (args) => ({
      columns: [],
      columnTypes: [],
      rows: [],
      rowsAffected: statement.run(...bound(args)).changes,
    });
  const described = statement.columns();
  const columns = described.map(({ name }) => name);
  const columnTypes = described.map(({ type }) => type ?? "");
  return (args) => {
    const rows = statement.all(...bound(args)) as unknown[][];
    return { columns, columnTypes, rows: rows.map((row) => row.map(fromSqlite)), rowsAffected: 0 };
  };
}

function returnsRows(statement: Libsql.Statement): boolean {
  try {
    statement.raw(true);
    return true;
  } catch {
    return false;
  }
}

/** The driver takes one list. */
function bound(args: readonly unknown[]): unknown[] {
  return [args.map((value) => (typeof value === "boolean" ? Number(value) : value))];
}

function fromSqlite(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (value instanceof Uint8Array) return new Uint8Array(value).buffer;
  return value;
}

/** What is thrown becomes a rejected promise. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/** Tries again while another process writes. */
async function whenUnlocked<T>(attempt: () => T): Promise<T> {
  const deadline = Date.now() + LONGEST_WAIT_FOR_LOCK_MS;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isLocked(error) || Date.now() > deadline) throw error;
      await sleep(1 + Math.random() * 8);
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

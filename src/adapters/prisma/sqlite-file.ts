import Libsql from "libsql";

/** What the file is called on a connection of `attachFile`. Names of tables alone find it too. */
export const FILE_SCHEMA = "file";

/** Attaching reads the file, which another process may just be mending or leaving. */
const LONGEST_WAIT_TO_ATTACH_MS = 15_000;

/**
 * A connection to nothing, with the file attached. libsql keeps what a connection was opened on until the garbage
 * collector has taken every statement prepared on it (libsql-js, issue 228), however long after `close`. By then another
 * process may have the database: a late close takes its locks, or its log. What is attached can be let go at once.
 */
export function attachFile(file: string): Libsql.Database {
  const connection = new Libsql(":memory:", { timeout: LONGEST_WAIT_TO_ATTACH_MS });
  connection.exec(`ATTACH '${file.replaceAll("'", "''")}' AS ${FILE_SCHEMA}`);
  // From here on a lock is an error at once: waiting for it here would hold up the whole process.
  connection.exec("PRAGMA busy_timeout = 0");
  return connection;
}

/** The file is closed when this returns; an open transaction is undone. */
export function detachFile(connection: Libsql.Database): void {
  if (connection.inTransaction) connection.exec("ROLLBACK");
  connection.exec(`DETACH ${FILE_SCHEMA}`);
  connection.close();
}

/** Rows of a file that another connection has; that connection need not prepare anything, and can be closed. */
export function rowsIn(file: string, sql: string): Record<string, unknown>[] {
  const connection = attachFile(file);
  try {
    return connection.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    detachFile(connection);
  }
}

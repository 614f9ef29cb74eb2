import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import pg from "pg";
import type { DatabasePlace } from "../../src/adapters/prisma/client.ts";

export type Row = Record<string, unknown>;

/** Runs each query on the database as it lies there, whether its process lives or was just killed. */
export async function rowsOf(
  place: DatabasePlace,
  queries: readonly string[],
): Promise<readonly (readonly Row[])[]> {
  return "url" in place ? fromServer(place.url, queries) : fromFile(place.dataFolder, queries);
}

async function fromServer(url: string, queries: readonly string[]): Promise<readonly (readonly Row[])[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: (readonly Row[])[] = [];
    for (const query of queries) found.push((await client.query<Row>(query)).rows);
    return found;
  } finally {
    await client.end();
  }
}

/** A copy is opened: the file itself stays as the killed process left it, and the next start has to mend it. */
function fromFile(folder: string, queries: readonly string[]): readonly (readonly Row[])[] {
  const copy = mkdtempSync(join(tmpdir(), "nscl-chaos-look-"));
  try {
    for (const name of ["nscl.db", "nscl.db-wal"]) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    }
    const connection = new Libsql(join(copy, "nscl.db"));
    try {
      return queries.map((query) => connection.prepare(query).all() as Row[]);
    } finally {
      connection.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

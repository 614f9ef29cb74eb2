import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { DatabaseKind, DatabasePlace } from "../../src/adapters/prisma/client.ts";

const SCRIPT = fileURLToPath(new URL("open-classes.ts", import.meta.url));

/** A database of its own for one run. */
export interface ChaosPlace {
  place: DatabasePlace;
  remove: () => Promise<void>;
}

/** An empty, migrated database with two open classes. */
export async function makePlace(kind: DatabaseKind, postgresUrl: string, now: Date): Promise<ChaosPlace> {
  const made = kind === "sqlite" ? inFolder() : await onServer(postgresUrl);
  await openClasses(made.place, now);
  return made;
}

function inFolder(): ChaosPlace {
  const dataFolder = mkdtempSync(join(tmpdir(), "nscl-chaos-"));
  return {
    place: { dataFolder },
    remove: () => {
      rmSync(dataFolder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

async function onServer(serverUrl: string): Promise<ChaosPlace> {
  const name = `chaos_${process.pid}_${Date.now().toString(36)}`;
  await tell(serverUrl, `CREATE DATABASE "${name}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    place: { url: url.href },
    remove: () => tell(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

async function tell(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * In a process of its own: SQLite's locks belong to a process, and whoever copies a database file that it has open
 * itself (rows.ts does) gives them up. A connection that the garbage collector closes after that takes the log of the
 * service with it, and what was in it.
 */
async function openClasses(place: DatabasePlace, now: Date): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", SCRIPT, JSON.stringify(place), now.toISOString()],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error("the database could not be prepared");
}

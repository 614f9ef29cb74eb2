import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDatabase, type DatabaseKind, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { LARGE_CLASS, SMALL_CLASS } from "./plots.ts";

/** A database of its own for one run. */
export interface ChaosPlace {
  place: DatabasePlace;
  remove: () => Promise<void>;
}

const DAY_MS = 86_400_000;
const CAPACITY: Readonly<Record<string, number>> = { [LARGE_CLASS]: 100_000, [SMALL_CLASS]: 6 };

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

async function openClasses(place: DatabasePlace, now: Date): Promise<void> {
  const database = await openDatabase(place);
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS);
  try {
    for (const keyword of [LARGE_CLASS, SMALL_CLASS]) {
      await database.client.event.create({
        data: {
          id: `class-${keyword}`,
          keyword,
          title: `Lớp thử ${keyword}`,
          status: "open",
          capacity: CAPACITY[keyword] ?? 0,
          opensAt: day(-1),
          closesAt: day(20),
          createdAt: day(-1),
          updatedAt: day(-1),
          sessions: {
            create: { id: `session-${keyword}`, startsAt: day(30), endsAt: day(31), place: "Quảng Ngãi" },
          },
        },
      });
    }
  } finally {
    await database.close();
  }
}

import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from "vitest";
import {
  openDatabase,
  type Database,
  type DatabaseKind,
  type DatabasePlace,
} from "../../src/adapters/prisma/client.ts";
import { dropDatabase, onServer, reachable, templateName } from "./postgres.ts";

/** An empty, migrated database, new for every test. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** where it is, for processes that open it themselves */
  readonly place: DatabasePlace;
  readonly database: Database;
  /** A second client of the same database, as another replica would have; closed after the test. */
  another(): Promise<Database>;
  /** another database, into which no migration went yet */
  blank(): Promise<DatabasePlace>;
}

/** Makes copies of one migrated database. */
interface Maker {
  prepare: () => Promise<void>;
  copy: () => Promise<DatabasePlace>;
  blank: () => Promise<DatabasePlace>;
  remove: (place: DatabasePlace) => Promise<void>;
  end: () => Promise<void>;
}

/** Runs a suite on SQLite and on PostgreSQL; the second is skipped where there is no server. */
export function eachDatabase(name: string, suite: (given: TestDatabase) => void): void {
  describe(`${name} on SQLite`, () => {
    suite(withHooks("sqlite", sqliteMaker()));
  });
  const postgres = inject("postgres");
  describe.skipIf("missing" in postgres)(`${name} on PostgreSQL`, () => {
    suite(withHooks("postgresql", postgresMaker("missing" in postgres ? "" : postgres.url)));
  });
}

/** One SQLite database for all tests of a file, for what is the same on every database. */
export function oneDatabase(): { readonly database: Database } {
  const maker = sqliteMaker();
  let database: Database | null = null;
  beforeAll(async () => {
    await maker.prepare();
    database = await openDatabase(await maker.copy());
  });
  afterAll(async () => {
    await database?.close();
    await maker.end();
  });
  return {
    get database() {
      if (database === null) throw new Error("the database is there only while tests run");
      return database;
    },
  };
}

function withHooks(kind: DatabaseKind, maker: Maker): TestDatabase {
  let place: DatabasePlace | null = null;
  let blanks: DatabasePlace[] = [];
  let open: Database[] = [];

  beforeAll(maker.prepare);
  beforeEach(async () => {
    place = await maker.copy();
    open = [await openDatabase(place)];
    blanks = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((database) => database.close()));
    if (place !== null) await maker.remove(place);
    await Promise.all(blanks.map(maker.remove));
  });
  afterAll(maker.end);

  const present = <T>(value: T | null | undefined): T => {
    if (value === null || value === undefined)
      throw new Error("the database is there only while a test runs");
    return value;
  };
  return {
    kind,
    get place() {
      return present(place);
    },
    get database() {
      return present(open[0]);
    },
    async another() {
      const database = await openDatabase(present(place));
      open.push(database);
      return database;
    },
    async blank() {
      const made = await maker.blank();
      blanks.push(made);
      return made;
    },
  };
}

function sqliteMaker(): Maker {
  const root = mkdtempSync(join(tmpdir(), "nscl-sqlite-"));
  const template = join(inject("templates"), "nscl.db");
  let copies = 0;
  const folder = (): string => {
    copies += 1;
    return join(root, String(copies));
  };
  return {
    prepare: async () => {
      // Once a run. Two files that begin together both make it, and one of the two stays.
      if (existsSync(template)) return;
      const made = folder();
      await (await openDatabase({ dataFolder: made })).close();
      renameSync(join(made, "nscl.db"), template);
    },
    blank: () => Promise.resolve({ dataFolder: folder() }),
    copy: () => {
      const dataFolder = folder();
      mkdirSync(dataFolder);
      copyFileSync(template, join(dataFolder, "nscl.db"));
      return Promise.resolve({ dataFolder });
    },
    remove: (place) => {
      if ("dataFolder" in place) rmSync(place.dataFolder, { recursive: true, force: true });
      return Promise.resolve();
    },
    end: () => {
      rmSync(root, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

function postgresMaker(serverUrl: string): Maker {
  const run = templateName(inject("templates"));
  const file = `${run}_${randomUUID().slice(0, 8)}`;
  let copies = 0;
  const urlOf = (name: string): string => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  const create = async (how: string): Promise<DatabasePlace> => {
    copies += 1;
    const name = `${file}_${copies}`;
    await onServer(serverUrl, `CREATE DATABASE "${name}" ${how}`);
    return { url: urlOf(name) };
  };
  return {
    prepare: async () => {
      await reachable(serverUrl);
      await migratedOnce(serverUrl, run, async () => {
        await (await openDatabase({ url: urlOf(run) })).close();
      });
    },
    copy: () => create(`TEMPLATE "${run}"`),
    blank: () => create(""),
    remove: async (place) => {
      if ("url" in place) await dropDatabase(serverUrl, new URL(place.url).pathname.slice(1));
    },
    end: () => Promise.resolve(),
  };
}

/** Makes the template of this run, unless another file made it; who comes meanwhile waits. */
async function migratedOnce(serverUrl: string, name: string, migrate: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Held until this connection ends.
    await client.query("SELECT pg_advisory_lock(1)");
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount !== 0) return;
    await client.query(`CREATE DATABASE "${name}"`);
    await migrate();
  } finally {
    await client.end();
  }
}

import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
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
import { reachable } from "./postgres.ts";

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
  const template = join(root, "template");
  let copies = 0;
  const folder = (): string => {
    copies += 1;
    return join(root, String(copies));
  };
  return {
    prepare: async () => {
      await (await openDatabase({ dataFolder: template })).close();
    },
    blank: () => Promise.resolve({ dataFolder: folder() }),
    copy: () => {
      const dataFolder = folder();
      mkdirSync(dataFolder);
      copyFileSync(join(template, "nscl.db"), join(dataFolder, "nscl.db"));
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
  const template = `template_${Math.random().toString(36).slice(2)}`;
  let copies = 0;
  const urlOf = (name: string): string => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  const create = async (how: string): Promise<DatabasePlace> => {
    copies += 1;
    const name = `${template}_${copies}`;
    await onServer(serverUrl, `CREATE DATABASE "${name}" ${how}`);
    return { url: urlOf(name) };
  };
  return {
    prepare: async () => {
      await reachable(serverUrl);
      await onServer(serverUrl, `CREATE DATABASE "${template}"`);
      await (await openDatabase({ url: urlOf(template) })).close();
    },
    copy: () => create(`TEMPLATE "${template}"`),
    blank: () => create(""),
    remove: async (place) => {
      if ("url" in place) await dropDatabase(serverUrl, new URL(place.url).pathname.slice(1));
    },
    end: () => dropDatabase(serverUrl, template),
  };
}

function dropDatabase(serverUrl: string, name: string): Promise<void> {
  return onServer(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

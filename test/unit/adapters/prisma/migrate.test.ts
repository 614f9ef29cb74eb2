import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import Libsql from "libsql";
import pg from "pg";
import { sqlBetween } from "../../../../prisma/schema-engine.js";
import { MIGRATED_MODELS, MODELS, schemaOf } from "../../../../prisma/schemas.js";
import { DatabaseError, openDatabase, type DatabasePlace } from "../../../../src/adapters/prisma/client.ts";
import {
  migrate,
  type Migration,
  type MigrationConnection,
} from "../../../../src/adapters/prisma/migrate.ts";
import * as postgresql from "../../../../src/adapters/prisma/postgresql.ts";
import * as sqlite from "../../../../src/adapters/prisma/sqlite.ts";
import { shapeOf } from "../../../support/database-shape.ts";
import { eachDatabase } from "../../../support/database.ts";
import { ended, runScript } from "../../../support/run-script.ts";

/** Does something on a connection as migrations have it. */
async function onConnection<T>(
  place: DatabasePlace,
  work: (one: MigrationConnection) => Promise<T>,
): Promise<T> {
  if ("url" in place) {
    const connection = new pg.Client({ connectionString: place.url });
    await connection.connect();
    return work(postgresql.migrationConnection(connection)).finally(() => connection.end());
  }
  mkdirSync(place.dataFolder, { recursive: true });
  const file = join(place.dataFolder, "nscl.db");
  const connection = new Libsql(file);
  return work(sqlite.migrationConnection(connection, file)).finally(() => connection.close());
}

eachDatabase("migrations", (given) => {
  const tryMigrations = (...migrations: readonly Migration[]) =>
    onConnection(given.place, (connection) => migrate(connection, migrations));
  const ownHistory = () => given.database.client.$executeRawUnsafe(`DELETE FROM "_prisma_migrations"`);

  /** What a database is like that is made of these models at once. */
  const shapeOfModels = async (schema: string) =>
    onConnection(await given.blank(), async (connection) => {
      await connection.run((await sqlBetween(null, schema)) ?? "");
      return shapeOf(given.kind, connection);
    });
  const shapeOfMigrated = () => onConnection(given.place, (connection) => shapeOf(given.kind, connection));

  it("lead to the models: after a change run npm run migrations:write -- name_of_the_change", async () => {
    const migrated = await shapeOfMigrated();
    expect(migrated.length).toBeGreaterThan(100);
    expect(migrated).toEqual(await shapeOfModels(schemaOf(given.kind)));
    expect(await sqlBetween(schemaOf(given.kind, MIGRATED_MODELS), schemaOf(given.kind, MODELS))).toBeNull();
  });

  it("are noticed when they lag behind the models", async () => {
    const grown = schemaOf(given.kind).replace("externalId     String", "externalId     String?");
    expect(await shapeOfMigrated()).not.toEqual(await shapeOfModels(grown));
    expect(await sqlBetween(schemaOf(given.kind, MIGRATED_MODELS), grown)).toContain("InboxMessage");
  });

  it("are applied once by four processes that start at once on an empty database", async () => {
    const place = await given.blank();
    const children = Array.from({ length: 4 }, () =>
      runScript("accept-endlessly.ts", JSON.stringify(place), "3"),
    );
    for (const { code, stderr } of await Promise.all(children.map(async (child) => ended(await child))))
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const database = await openDatabase(place);
    const applied = await database.client.$queryRawUnsafe<{ migration_name: string }[]>(
      `SELECT "migration_name" FROM "_prisma_migrations"`,
    );
    const messages = await database.client.inboxMessage.count();
    await database.close();
    const names = applied.map((row) => row.migration_name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    expect(messages).toBe(3);
  });

  it("refuse a database that a newer program made", async () => {
    await given.database.client.$executeRawUnsafe(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'y', '99991231_future')`,
    );
    const opening = openDatabase(given.place);
    await expect(opening).rejects.toThrow(DatabaseError);
    await expect(opening).rejects.toThrow(/newer than this program.*99991231_future/s);
  });

  it("refuse a history that was changed after it was applied", async () => {
    await given.database.client.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "checksum" = 'other'`);
    await expect(openDatabase(given.place)).rejects.toThrow(/was changed after it had been applied/);
  });

  it("leave nothing behind when one of them fails, and go on when it is mended", async () => {
    await ownHistory();
    const first = { name: "1_first", sql: `CREATE TABLE "first" ("id" TEXT PRIMARY KEY);` };
    const second = { name: "2_second", sql: `CREATE TABLE "second" ("id" TEXT PRIMARY KEY); NONSENSE;` };
    await expect(tryMigrations(first, second)).rejects.toThrow(/NONSENSE/);
    const mended = { ...second, sql: second.sql.replace("NONSENSE;", "") };
    await tryMigrations(first, mended);
    await tryMigrations(first, mended);
    expect(await given.database.client.$queryRawUnsafe(`SELECT * FROM "second"`)).toEqual([]);
  });
});

it("SQLite keeps the rows that point to a table which a migration builds anew", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "nscl-migrate-"));
  const start = {
    name: "1_start",
    sql: `
      CREATE TABLE "parent" ("id" TEXT PRIMARY KEY);
      CREATE TABLE "child" ("id" TEXT PRIMARY KEY, "parent" TEXT REFERENCES "parent" ("id") ON DELETE CASCADE);
      INSERT INTO "parent" VALUES ('p');
      INSERT INTO "child" VALUES ('c', 'p');`,
  };
  const rebuild = (copied: string) => ({
    name: "2_rebuild",
    sql: `
      CREATE TABLE "new_parent" ("id" TEXT PRIMARY KEY, "name" TEXT);
      INSERT INTO "new_parent" ("id") ${copied};
      DROP TABLE "parent";
      ALTER TABLE "new_parent" RENAME TO "parent";`,
  });
  try {
    await onConnection({ dataFolder }, async (connection) => {
      const losing = rebuild(`SELECT "id" FROM "parent" WHERE "id" = 'other'`);
      await expect(migrate(connection, [start, losing])).rejects.toThrow(/point to nothing/);
      await migrate(connection, [start, rebuild(`SELECT "id" FROM "parent"`)]);
      expect(await connection.rows(`SELECT * FROM "child"`)).toEqual([{ id: "c", parent: "p" }]);
    });
  } finally {
    rmSync(dataFolder, { recursive: true });
  }
});

it("says in words why a server cannot be reached", async () => {
  const opening = openDatabase({ url: "postgresql://nobody@127.0.0.1:1/none" });
  await expect(opening).rejects.toThrow(DatabaseError);
  await expect(opening).rejects.toThrow(/^DATABASE_URL: .*ECONNREFUSED/);
});

it("says in words why a folder cannot be used", async () => {
  const opening = openDatabase({ dataFolder: "/dev/null/data" });
  await expect(opening).rejects.toThrow(/^\/dev\/null\/data\/nscl\.db: cannot be opened/);
});

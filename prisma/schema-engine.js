// Prisma's schema engine as WebAssembly: no binary is downloaded, and no server is needed to write SQL for one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const EMPTY = "-- This is an empty migration.";

/**
 * SQL that leads from one schema to another, both as whole texts; null where there is nothing to do.
 * `from` null: from an empty database.
 */
export async function sqlBetween(from, to) {
  start();
  const engine = await engineBindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", to]] },
    () => undefined,
    // The engine wants a database at its side; for comparing two texts any will do.
    bindMigrationAwareSqlAdapterFactory(new PrismaLibSql({ url: ":memory:" })),
  );
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? "").trim();
    return sql === EMPTY || sql === "" ? null : `${sql}\n`;
  } finally {
    engine.free();
  }
}

function datamodel(content) {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

let started = false;

function start() {
  if (started) return;
  started = true;
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const module = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": engineBindings });
  engineBindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

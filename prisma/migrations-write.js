// npm run migrations:write -- name: writes what the models changed since the last migration, for both databases.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "./generate.js";
import { sqlBetween } from "./schema-engine.js";
import { KINDS, MIGRATED_MODELS, MODELS, migrationsFolder, schemaOf } from "./schemas.js";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("usage: npm run migrations:write -- name_of_the_change");
  process.exit(1);
}

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const first = !existsSync(MIGRATED_MODELS);
let written = 0;
for (const kind of KINDS) {
  const sql = await sqlBetween(first ? null : schemaOf(kind, MIGRATED_MODELS), schemaOf(kind));
  if (sql === null) continue;
  const folder = join(migrationsFolder(kind), `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(`written: ${folder}`);
  written += 1;
}
if (written === 0) console.log("the models are as the migrations leave them; nothing to write");
copyFileSync(MODELS, MIGRATED_MODELS);
generate();

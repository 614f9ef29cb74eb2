// Writes src/adapters/prisma/generated: the two Prisma clients and both migration histories as modules, so that the
// bundle carries them. Does nothing when what they are made of is unchanged.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { KINDS, migrationsFolder, schemaOf } from "./schemas.js";

const OUTPUT = fileURLToPath(new URL("../src/adapters/prisma/generated", import.meta.url));
const DIGEST = join(OUTPUT, "digest.txt");
const require = createRequire(import.meta.url);

export function generate() {
  const histories = Object.fromEntries(KINDS.map((kind) => [kind, readHistory(kind)]));
  const digest = digestOf(histories);
  if (existsSync(DIGEST) && readFileSync(DIGEST, "utf8") === digest) return;

  mkdirSync(OUTPUT, { recursive: true });
  rmSync(DIGEST, { force: true });
  for (const kind of KINDS) {
    const schema = join(OUTPUT, `${kind}.prisma`);
    writeFileSync(schema, schemaOf(kind));
    generateClient(schema);
    writeFileSync(join(OUTPUT, `${kind}-migrations.ts`), historyModule(histories[kind]));
  }
  writeFileSync(DIGEST, digest);
}

function readHistory(kind) {
  const folder = migrationsFolder(kind);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

function digestOf(histories) {
  const hash = createHash("sha256");
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(require("prisma/package.json").version);
  for (const kind of KINDS) hash.update(schemaOf(kind));
  hash.update(JSON.stringify(histories));
  return hash.digest("hex");
}

/** `generate` needs no schema engine, but looks for one and would download it: any file that exists will do. */
function generateClient(schema) {
  const cli = join(dirname(require.resolve("prisma/package.json")), "build/index.js");
  const done = spawnSync(process.execPath, [cli, "generate", "--schema", schema], {
    encoding: "utf8",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (done.status !== 0) throw new Error(`prisma generate failed\n${done.stdout}${done.stderr}`);
}

function historyModule(history) {
  return [
    "/* eslint-disable */",
    "// Written by prisma/generate.js.",
    "export const migrations: readonly { name: string; sql: string }[] = ",
    `${JSON.stringify(history, null, 2)};`,
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) generate();

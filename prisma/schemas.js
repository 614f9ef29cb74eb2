// The two schemas, made of one set of models: one for SQLite, one for PostgreSQL.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const KINDS = /** @type {const} */ (["sqlite", "postgresql"]);

const here = fileURLToPath(new URL(".", import.meta.url));

/** The models as they are now. */
export const MODELS = join(here, "models.prisma");

/** The models as the newest migrations leave them; kept by migrations-write.js. */
export const MIGRATED_MODELS = join(here, "models.migrated.prisma");

export function migrationsFolder(kind) {
  return join(here, kind, "migrations");
}

/** A whole schema: the head of that kind and the models of that file. */
export function schemaOf(kind, models = MODELS) {
  return `${readFileSync(join(here, kind, "head.prisma"), "utf8")}\n${readFileSync(models, "utf8")}`;
}

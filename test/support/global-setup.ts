import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { dropDatabase, reachable, startPostgres, templateName } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** a PostgreSQL server for this run, or why there is none */
    postgres: { url: string } | { missing: string };
    /** a folder of this run, where the migrated databases are that tests copy */
    templates: string;
  }
}

/** Before all tests: the database clients fit the models, and a PostgreSQL server starts where there is one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../prisma/generate.js", import.meta.url))], {
    stdio: "inherit",
  });
  const templates = mkdtempSync(join(tmpdir(), "nscl-templates-"));
  project.provide("templates", templates);
  const server = await startPostgres();
  if (typeof server === "string") {
    if (process.env["NSCL_REQUIRE_POSTGRES"] === "1") throw new Error(server);
    console.warn(`PostgreSQL tests are skipped: ${server}`);
    project.provide("postgres", { missing: server });
    return () => rm(templates, { recursive: true, force: true });
  }
  project.provide("postgres", { url: server.url });
  return async () => {
    await rm(templates, { recursive: true, force: true });
    // A short run may be over before the server has started.
    try {
      await reachable(server.url);
      await dropDatabase(server.url, templateName(templates));
    } finally {
      await server.stop();
    }
  };
}

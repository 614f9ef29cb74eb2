import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** a PostgreSQL server for this run, or why there is none */
    postgres: { url: string } | { missing: string };
  }
}

/** Before all tests: the database clients fit the models, and a PostgreSQL server starts where there is one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../prisma/generate.js", import.meta.url))], {
    stdio: "inherit",
  });
  const server = await startPostgres();
  if (typeof server === "string") {
    if (process.env["NSCL_REQUIRE_POSTGRES"] === "1") throw new Error(server);
    console.warn(`PostgreSQL tests are skipped: ${server}`);
    project.provide("postgres", { missing: server });
    return () => Promise.resolve();
  }
  project.provide("postgres", { url: server.url });
  return () => server.stop();
}

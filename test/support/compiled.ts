import { build } from "esbuild";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOptions } from "../../bundle.js";

// Under the repository, so that what a bundle cannot hold is found in its node_modules, and knowledge/ above it.
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/nscl-bot-tests/", import.meta.url));

const made = new Map<string, Promise<string>>();

/**
 * A program of ours as one that Node starts at once: a test that starts it a dozen times pays for its TypeScript once.
 * @param file of the repository, such as `src/main.ts`
 * @returns the path of what to start
 */
export function compiled(file: string): Promise<string> {
  const known = made.get(file) ?? bundle(file);
  made.set(file, known);
  return known;
}

async function bundle(file: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const outdir = mkdtempSync(CACHE);
  process.once("exit", () => {
    rmSync(outdir, { recursive: true, force: true });
  });
  await build({
    ...bundleOptions,
    entryPoints: [fileURLToPath(new URL(`../../${file}`, import.meta.url))],
    outdir,
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
  return join(outdir, `${basename(file, ".ts")}.mjs`);
}

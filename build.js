// Writes the database clients, bundles the entry points into dist/ and builds the search index, so that a start only loads.
import { readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { bundleOptions } from "./bundle.js";
import { generate } from "./prisma/generate.js";

let esbuild;
try {
  esbuild = await import("esbuild");
} catch (error) {
  console.error(`nscl-bot: cannot build, esbuild is not installed (${error.message})`);
  process.exit(1);
}

generate();
rmSync("dist", { recursive: true, force: true });
await esbuild.build({
  ...bundleOptions,
  entryPoints: [
    "src/main.ts",
    ...readdirSync("src/cli")
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `src/cli/${name}`),
  ],
  outdir: "dist",
  sourcemap: true,
  logLevel: "warning",
});

const index = spawnSync(process.execPath, ["dist/build-index.js"], { stdio: "inherit" });
process.exit(index.status ?? 1);

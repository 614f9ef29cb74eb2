// Bundles the entry points into dist/ and builds the search index, so that a start only loads.
import { readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";

let esbuild;
try {
  esbuild = await import("esbuild");
} catch (error) {
  console.error(`nscl-bot: cannot build, esbuild is not installed (${error.message})`);
  process.exit(1);
}

rmSync("dist", { recursive: true, force: true });
await esbuild.build({
  entryPoints: [
    "src/main.ts",
    ...readdirSync("src/cli")
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `src/cli/${name}`),
  ],
  outdir: "dist",
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  loader: { ".css": "text", ".svg": "text" },
  sourcemap: true,
  minifySyntax: true,
  logLevel: "warning",
  // Some bundled packages are CommonJS and call require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

const index = spawnSync(process.execPath, ["dist/build-index.js"], { stdio: "inherit" });
process.exit(index.status ?? 1);

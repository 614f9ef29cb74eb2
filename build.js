// Writes the database clients, bundles the entry points into dist/ and builds the search index, so that a start only loads.
import { readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
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
  // SQLite comes as a compiled package for each platform, which a bundle cannot hold.
  external: ["libsql"],
  // The adapter's own clients are not used (src/adapters/prisma/sqlite-connection.ts): the smallest of them will do.
  alias: { "@libsql/client": "@libsql/client/sqlite3" },
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

// How TypeScript becomes what Node runs: the same for the service (build.js) and for the processes that tests start.

/** @type {import("esbuild").BuildOptions & { platform: "node", format: "esm" }} */
export const bundleOptions = {
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  // SQLite and hnswlib come as compiled packages, which a bundle cannot hold; LangChain's store looks for hnswlib itself.
  external: ["libsql", "hnswlib-node", "@langchain/community"],
  // The adapter's own clients are not used (src/adapters/prisma/sqlite-connection.ts): the smallest of them will do.
  alias: { "@libsql/client": "@libsql/client/sqlite3" },
  loader: { ".css": "text", ".svg": "text" },
  minifySyntax: true,
  // node-fetch, by which grammY calls Telegram, knows an AbortSignal by the name of its class.
  keepNames: true,
  // Some bundled packages are CommonJS and call require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

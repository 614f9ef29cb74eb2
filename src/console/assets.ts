import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Hono } from "hono";
import { asset, CSS, JAVASCRIPT, serveAsset, SVG, versioned } from "../web-kit/asset.ts";
import { icon } from "../web-kit/icon.ts";
import { CONSOLE } from "./routes.ts";
import { consoleScript } from "./script.ts";
import { consoleStyles } from "./styles.ts";
import type { ConsoleEnv } from "./visit.ts";

/** As its package ships it: nothing comes from elsewhere. */
function readHtmx(): string {
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve("htmx.org/dist/htmx.min.js"), "utf8");
}

const assets = {
  styles: asset(`${CONSOLE}/tep/styles.css`, CSS, consoleStyles),
  htmx: asset(`${CONSOLE}/tep/htmx.js`, JAVASCRIPT, readHtmx()),
  script: asset(`${CONSOLE}/tep/console.js`, JAVASCRIPT, consoleScript),
  icon: asset(`${CONSOLE}/tep/icon.svg`, SVG, icon),
} as const;

export const consoleAssets = {
  styles: versioned(assets.styles),
  htmx: versioned(assets.htmx),
  script: versioned(assets.script),
  icon: versioned(assets.icon),
} as const;

/** Paths that say nothing about anybody and need no session. */
export const ASSET_PATHS: readonly string[] = Object.values(assets).map(({ path }) => path);

export function serveConsoleAssets(app: Hono<ConsoleEnv>): void {
  for (const one of Object.values(assets)) app.get(one.path, (c) => serveAsset(c, one));
}

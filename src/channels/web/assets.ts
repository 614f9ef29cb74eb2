import { createHash } from "node:crypto";
import type { Context, Hono } from "hono";
import { chatScript } from "./client/chat-script.ts";
import { widgetScript } from "./client/widget-script.ts";
import { chatStyles } from "./chat-styles.ts";
import { icon } from "./icon.ts";
import { styles } from "./styles.ts";

interface Asset {
  path: string;
  type: string;
  body: string;
  digest: string;
}

const JAVASCRIPT = "text/javascript; charset=utf-8";

/** What other sites name in their pages, so its address never changes. */
export const WIDGET_SCRIPT = "/nhung.js";

const assets = {
  styles: asset("/styles.css", "text/css; charset=utf-8", `${styles}${chatStyles}`),
  chat: asset("/chat.js", JAVASCRIPT, chatScript),
  icon: asset("/icon.svg", "image/svg+xml", icon),
} as const;

/** Addresses that change with the content, so that a browser may keep it for good. */
export const assetUrls = {
  styles: versioned(assets.styles),
  chat: versioned(assets.chat),
  icon: versioned(assets.icon),
} as const;

export function serveAssets(app: Hono, widgetOrigins: readonly string[]): void {
  const widget = asset(WIDGET_SCRIPT, JAVASCRIPT, widgetScript(widgetOrigins));
  for (const one of [...Object.values(assets), widget]) app.get(one.path, (c) => serve(c, one));
}

function serve(c: Context, { type, body, digest }: Asset): Response {
  const etag = `"${digest}"`;
  c.header("ETag", etag);
  c.header(
    "Cache-Control",
    c.req.query("v") === digest ? "public, max-age=31536000, immutable" : "public, no-cache",
  );
  if (c.req.header("If-None-Match")?.includes(etag)) return c.body(null, 304);
  c.header("Content-Type", type);
  return c.body(body);
}

function asset(path: string, type: string, body: string): Asset {
  return { path, type, body, digest: createHash("sha256").update(body).digest("base64url").slice(0, 16) };
}

function versioned({ path, digest }: Asset): string {
  return `${path}?v=${digest}`;
}

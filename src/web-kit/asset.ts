import { createHash } from "node:crypto";
import type { Context } from "hono";

/** A file of the service itself, held in memory. */
export interface Asset {
  path: string;
  type: string;
  body: string;
  digest: string;
}

export const JAVASCRIPT = "text/javascript; charset=utf-8";
export const CSS = "text/css; charset=utf-8";
export const SVG = "image/svg+xml";

export function serveAsset(c: Context, { type, body, digest }: Asset): Response {
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

export function asset(path: string, type: string, body: string): Asset {
  return { path, type, body, digest: createHash("sha256").update(body).digest("base64url").slice(0, 16) };
}

/** An address that changes with the content, so that a browser may keep it for good. */
export function versioned({ path, digest }: Asset): string {
  return `${path}?v=${digest}`;
}

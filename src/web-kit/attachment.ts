import type { Context } from "hono";

/** Always saved, never shown: what somebody sent up must not run as a page of ours. */
export function sendAttachment(c: Context, name: string, mediaType: string, content: Uint8Array): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  c.header("Content-Type", mediaType);
  c.header("Content-Disposition", `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
  c.header("Cache-Control", "private, no-store");
  return c.body(new Uint8Array(content));
}

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";

/** The field of every form, and the header of every request that htmx makes. */
export const CSRF_FIELD = "_ma_trang";
export const CSRF_HEADER = "X-Console-Token";

/** A token that only pages of this session know. */
export function csrfToken(secret: string, sessionToken: string): string {
  return createHmac("sha256", secret).update(`csrf:${sessionToken}`).digest("base64url");
}

export function isSameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether a page of ours sent it. Browsers say so themselves with every POST; whoever says nothing is refused.
 */
export function comesFromOwnPage(c: Context): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin";
  const origin = c.req.header("Origin");
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === (c.req.header("Host") ?? new URL(c.req.url).host);
}

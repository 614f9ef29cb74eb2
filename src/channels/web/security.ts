import type { MiddlewareHandler } from "hono";
import { contentPolicy } from "../../web-kit/content-policy.ts";
import { WIDGET_SCRIPT } from "./assets.ts";
import { EMBEDDED } from "./links.ts";

/**
 * Only the chat for frames may be framed, and only by the sites that were named; only the script that makes the frame
 * may be fetched by other sites.
 */
export function securityHeaders(widgetOrigins: readonly string[]): MiddlewareHandler {
  const ours = contentPolicy(["'none'"], false);
  const framed = contentPolicy(widgetOrigins.length > 0 ? [...widgetOrigins] : ["'none'"], true);
  const shared = contentPolicy(["'none'"], true);
  return (c, next) => {
    if (c.req.path === EMBEDDED) return framed(c, next);
    return c.req.path === WIDGET_SCRIPT ? shared(c, next) : ours(c, next);
  };
}

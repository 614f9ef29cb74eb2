import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { WIDGET_SCRIPT } from "./assets.ts";
import { EMBEDDED } from "./links.ts";

/**
 * Everything comes from our own origin and nothing is inline, so the policy can forbid the rest. Only the chat for
 * frames may be framed, and only by the sites that were named; only the script that makes the frame may be fetched by
 * other sites.
 */
export function securityHeaders(widgetOrigins: readonly string[]): MiddlewareHandler {
  const ours = policy(["'none'"], false);
  const framed = policy(widgetOrigins.length > 0 ? [...widgetOrigins] : ["'none'"], true);
  const shared = policy(["'none'"], true);
  return (c, next) => {
    if (c.req.path === EMBEDDED) return framed(c, next);
    return c.req.path === WIDGET_SCRIPT ? shared(c, next) : ours(c, next);
  };
}

function policy(frameAncestors: string[], forOthers: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors,
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    // A conversation may stand in an address: it must not leave with a link.
    referrerPolicy: "same-origin",
    // The old header cannot name sites, so where frames are allowed the policy above speaks alone.
    xFrameOptions: frameAncestors[0] === "'none'" ? "DENY" : false,
    crossOriginResourcePolicy: forOthers ? "cross-origin" : "same-origin",
    // Whether the whole domain is HTTPS only is for the proxy in front to say.
    strictTransportSecurity: false,
  });
}

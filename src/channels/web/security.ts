import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** Everything comes from our own origin and nothing is inline, so the policy can forbid the rest. */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    // A question stands in the address: it must not leave with a link.
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    // Whether the whole domain is HTTPS only is for the proxy in front to say.
    strictTransportSecurity: false,
  });
}

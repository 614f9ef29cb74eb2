import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * Everything comes from our own origin and nothing is inline, so the policy can forbid the rest.
 * @param frameAncestors who may show the page in a frame
 * @param forOthers other sites may fetch it, too
 */
export function contentPolicy(frameAncestors: string[], forOthers: boolean): MiddlewareHandler {
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

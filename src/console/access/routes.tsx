import type { Feature } from "../feature.ts";
import type { Access, Links } from "./port.ts";
import { linkRoutes } from "./link-routes.tsx";
import { profileRoutes } from "./profile-routes.tsx";
import { secondFactorRoutes } from "./second-factor-routes.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";

/** Signing in and out, one-time links, and what everybody sets for themselves. */
export function accessFeature(parts: { access: Access; links: Links }): Feature {
  return {
    routes(routes) {
      signInRoutes(routes, parts.access);
      linkRoutes(routes, parts);
      profileRoutes(routes, parts.access);
      secondFactorRoutes(routes, parts.access);
    },
  };
}

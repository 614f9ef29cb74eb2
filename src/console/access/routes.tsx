import type { Feature } from "../feature.ts";
import type { Access, Links } from "./port.ts";
import { linkRoutes } from "./link-routes.tsx";
import { profileRoutes } from "./profile-routes.tsx";
import { SECOND_FACTOR, secondFactorRoutes } from "./second-factor-routes.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";
import { accessTexts } from "./texts.ts";

/** Signing in and out, one-time links, and what everybody sets for themselves. */
export function accessFeature(parts: { access: Access; links: Links }): Feature {
  return {
    auditWords: accessTexts.audit,
    notices: [
      {
        needs: "profile.own",
        notices: (member) =>
          Promise.resolve(
            member.hasSecondFactor
              ? []
              : [
                  <>
                    {accessTexts.noSecondFactor} <a href={SECOND_FACTOR}>{accessTexts.turnOn}</a>
                  </>,
                ],
          ),
      },
    ],
    routes(routes) {
      signInRoutes(routes, parts);
      linkRoutes(routes, parts);
      profileRoutes(routes, parts.access);
      secondFactorRoutes(routes, parts.access);
    },
  };
}

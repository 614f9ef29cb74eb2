import type { Feature } from "../feature.ts";
import { addAttendanceRoutes } from "./attendance-routes.tsx";
import { addChangeRoutes } from "./change-routes.tsx";
import { addClassRoutes } from "./class-routes.tsx";
import { addRegistrationRoutes } from "./registration-routes.tsx";
import { CLASSES } from "./paths.ts";
import type { ClassesParts } from "./port.ts";
import { classTexts as texts } from "./texts.ts";

const EVERY_LINE = { page: 1, perPage: 10_000, sort: "luc", descending: true, words: "" };

/** Classes and events from the first draft to the certificate. */
export function classesFeature(parts: ClassesParts): Feature {
  const { classes } = parts;
  return {
    nav: [{ label: texts.title, href: CLASSES, needs: "classes.see", group: "daily" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "classes.see",
        tiles: async (_member, now) => {
          const { lines } = await classes.list(EVERY_LINE, { status: "", year: "" });
          const open = lines.filter(({ status }) => status === "open").length;
          const drafts = lines.filter(({ status }) => status === "draft").length;
          const unmarked = lines.filter(
            ({ status, startsAt }) =>
              (status === "open" || status === "closed") && startsAt !== null && startsAt < now,
          ).length;
          return [
            { label: texts.tileOpen, value: open, href: `${CLASSES}?tinh_trang=open` },
            ...(drafts > 0
              ? [
                  {
                    label: texts.tileDrafts,
                    value: drafts,
                    href: `${CLASSES}?tinh_trang=draft`,
                    tone: "waiting" as const,
                  },
                ]
              : []),
            ...(unmarked > 0
              ? [
                  {
                    label: texts.tileUnmarked,
                    value: unmarked,
                    href: `${CLASSES}?tinh_trang=closed`,
                    tone: "late" as const,
                  },
                ]
              : []),
          ];
        },
      },
    ],
    routes(routes) {
      // "/lop/mau" before "/lop/:id"
      addChangeRoutes(routes, parts);
      addClassRoutes(routes, parts);
      addRegistrationRoutes(routes, parts);
      addAttendanceRoutes(routes, parts);
    },
  };
}

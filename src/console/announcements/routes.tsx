import type { Communes } from "../../registry/communes.ts";
import { statesOf } from "../../registry/states.ts";
import type { Feature, Tile } from "../feature.ts";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { showPart } from "../kit/page.tsx";
import { readListQuery } from "../kit/read-list-query.ts";
import type { ConsoleContext } from "../visit.ts";
import { approveRoutes, sendRoutes } from "./approval-routes.tsx";
import { areasOf } from "./areas.ts";
import { composeRoutes } from "./compose-routes.tsx";
import { ANNOUNCEMENT_FILE } from "./list-files.ts";
import { listPage } from "./list-view.tsx";
import { ANNOUNCEMENTS } from "./paths.ts";
import { peopleRoutes } from "./people-routes.tsx";
import type { Announcements } from "./port.ts";
import { ProgressView } from "./progress-view.tsx";
import { shownRecord } from "./seen-pages.tsx";
import { stepRoutes } from "./step-routes.tsx";
import { announcementTexts as texts } from "./texts.ts";

/** What staff tell many people at once: written, approved by somebody else, sent once to each, and followed. */
export function announcementsFeature(given: { announcements: Announcements; communes: Communes }): Feature {
  const { announcements } = given;
  const parts = { announcements, areas: areasOf(given.communes) };
  return {
    nav: [
      {
        label: texts.title,
        href: ANNOUNCEMENTS,
        needs: "announcements.see",
        group: "daily",
        waits: {
          needs: "announcements.approve",
          count: async () => (await announcements.counts()).submitted,
          words: texts.waits,
        },
      },
    ],
    auditWords: texts.audit,
    tiles: [
      { needs: "announcements.approve", tiles: () => tileOf("submitted", texts.tile, "waiting") },
      { needs: "announcements.see", tiles: () => tileOf("sending", texts.tileSending, "quiet") },
      { needs: "announcements.see", tiles: () => tileOf("paused", texts.tilePaused, "late") },
    ],
    routes(routes) {
      routes.page(ANNOUNCEMENTS, "announcements.see", async (c) => {
        const { query, status } = asked(c);
        return listPage(c, { query, status, ...(await announcements.list(query, status)) });
      });

      routes.download(sheetPath(ANNOUNCEMENTS), "announcements.see", (c) => {
        const { query, status } = asked(c);
        return sendList(
          c,
          ANNOUNCEMENT_FILE,
          async (window) => (await announcements.list({ ...query, ...window }, status)).lines,
        );
      });

      // "/thong-bao/moi" before "/thong-bao/:id"
      composeRoutes(routes, parts);

      routes.page(`${ANNOUNCEMENTS}/:id`, "announcements.see", async (c) => {
        const record = await announcements.find(c.req.param("id"));
        return record === null ? notFoundPage(c) : shownRecord(c, parts, record);
      });

      routes.part(`${ANNOUNCEMENTS}/:id/tien-do`, "announcements.see", async (c) => {
        const id = c.req.param("id");
        const progress = await announcements.progress(id, c.var.shell.now());
        if (progress === null) return c.body(null, 404);
        // It went on meanwhile: what may be done with it is another matter now.
        if (c.req.query("tinh_trang") !== progress.status) c.header("HX-Refresh", "true");
        return showPart(c, <ProgressView c={c} id={id} progress={progress} />);
      });

      approveRoutes(routes, parts);
      sendRoutes(routes, parts);
      stepRoutes(routes, parts);
      peopleRoutes(routes, parts);
    },
  };

  async function tileOf(
    status: keyof Awaited<ReturnType<Announcements["counts"]>>,
    label: string,
    tone: NonNullable<Tile["tone"]>,
  ): Promise<readonly Tile[]> {
    const { [status]: value } = await announcements.counts();
    return value === 0 ? [] : [{ label, value, href: `${ANNOUNCEMENTS}?tinh_trang=${status}`, tone }];
  }
}

function asked(c: ConsoleContext) {
  const query = readListQuery(c, { sorts: ["sua"], usual: "-sua" });
  return {
    query,
    status: statesOf("announcement").find((one) => one === c.req.query("tinh_trang")) ?? null,
  };
}

import { statesOf } from "../../registry/states.ts";
import { byOf } from "../by.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readListQuery } from "../kit/read-list-query.ts";
import { announcementPath, type Routes } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { callFile, peopleFile } from "./list-files.ts";
import { ANNOUNCEMENTS } from "./paths.ts";
import { callPage, peoplePage } from "./people-view.tsx";
import type { AnnouncementParts } from "./seen-pages.tsx";
import { announcementTexts as texts } from "./texts.ts";

const PEOPLE = `${ANNOUNCEMENTS}/:id/nguoi-nhan` as const;
const CALLS = `${ANNOUNCEMENTS}/:id/goi-dien` as const;
const RESEND = `${PEOPLE}/:dong/gui-lai` as const;

/** Who got it and who did not. The port writes down each look. */
export function peopleRoutes(routes: Routes, { announcements }: AnnouncementParts): void {
  routes.page(PEOPLE, "announcements.people", async (c) => {
    const about = await announcements.find(c.req.param("id"));
    if (about === null) return notFoundPage(c);
    const { query, status } = asked(c);
    const found = await announcements.deliveries(byOf(c), about.id, status, query);
    return peoplePage(c, { about, query, status, ...found });
  });

  routes.download(sheetPath(PEOPLE), "announcements.people", async (c) => {
    const about = await announcements.find(c.req.param("id"));
    if (about === null) return notFoundPage(c);
    const { status } = asked(c);
    const by = byOf(c);
    return sendList(
      c,
      peopleFile(about.id),
      async (window) => (await announcements.deliveries(by, about.id, status, window)).lines,
    );
  });

  routes.page(CALLS, "announcements.people", async (c) => {
    const about = await announcements.find(c.req.param("id"));
    if (about === null) return notFoundPage(c);
    return callPage(c, { about, lines: await announcements.callList(byOf(c), about.id) });
  });

  routes.download(sheetPath(CALLS), "announcements.people", async (c) => {
    const about = await announcements.find(c.req.param("id"));
    if (about === null) return notFoundPage(c);
    return sendList(c, callFile(about.id), windowed(await announcements.callList(byOf(c), about.id)));
  });

  routes.page(RESEND, "announcements.approve", (c) => {
    const list = announcementPath(c.req.param("id"), "nguoi-nhan");
    return confirmPage(c, {
      title: texts.resend,
      words: <p>{texts.resendLead}</p>,
      action: `${list}/${encodeURIComponent(c.req.param("dong"))}/gui-lai`,
      button: texts.resend,
      cancel: `${list}?tinh_trang=unknown`,
    });
  });

  routes.change(RESEND, "announcements.approve", async (c) => {
    const { kind } = await announcements.resend(byOf(c), c.req.param("dong"));
    if (kind === "not_found") return notFoundPage(c);
    const list = announcementPath(c.req.param("id"), "nguoi-nhan");
    return goTo(c, list, texts.resendEnded[kind], kind === "done" ? "good" : "caution");
  });
}

function asked(c: ConsoleContext) {
  const query = readListQuery(c, { sorts: ["thu_tu"], usual: "thu_tu" });
  return { query, status: statesOf("delivery").find((one) => one === c.req.query("tinh_trang")) ?? null };
}

import { statesOf } from "../../registry/states.ts";
import { byOf } from "../by.ts";
import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import type { ConsoleContext } from "../visit.ts";
import { CLAIMS, claimsPage } from "./claims-view.tsx";
import { CLAIM_FILE, QUEUE_FILE } from "./list-files.ts";
import type { EnterpriseDesk, Settled } from "./port.ts";
import { QUEUE, queuePage } from "./queue-view.tsx";
import { identityTexts as texts } from "./texts.ts";

const NEEDS = "enterprises.verify";
const STATES = statesOf("contact");
const ONE = { page: 1, perPage: 1 };

/** Records that may be one enterprise, and people who say to speak for one. */
export function identitiesFeature(desk: EnterpriseDesk): Feature {
  return {
    nav: [
      { label: texts.claims, href: CLAIMS, needs: NEEDS, group: "daily" },
      { label: texts.queue, href: QUEUE, needs: NEEDS, group: "daily" },
    ],
    auditWords: texts.audit,
    tiles: [
      {
        needs: NEEDS,
        tiles: async () => {
          const { total } = await desk.candidates(ONE);
          return total === 0 ? [] : [{ label: texts.tileQueue, value: total, href: QUEUE, tone: "waiting" }];
        },
      },
    ],
    routes(routes) {
      routes.page(QUEUE, NEEDS, async (c) => {
        const query = { ...readListQuery(c, { sorts: [], usual: "" }), perPage: 10 };
        return queuePage(c, { query, ...(await desk.candidates(query)) });
      });

      routes.download(sheetPath(QUEUE), NEEDS, (c) =>
        sendList(c, QUEUE_FILE, async (window) => (await desk.candidates(window)).candidates),
      );

      routes.change(`${QUEUE}/:id/gop`, NEEDS, async (c) => {
        const id = c.req.param("id");
        const form = await readForm(c);
        const keep = form.text("giu");
        if (keep === "") return goTo(c, QUEUE, texts.keepMissing, "caution");
        if (c.req.query("chac") === "co") {
          return settled(c, await desk.merge(byOf(c), id, keep), texts.merged);
        }
        return confirmPage(c, {
          title: texts.mergeTitle,
          words: <p>{texts.mergeWords}</p>,
          action: `${QUEUE}/${id}/gop?chac=co`,
          button: texts.mergeButton,
          cancel: QUEUE,
          danger: true,
          form,
        });
      });

      routes.change(`${QUEUE}/:id/khac`, NEEDS, async (c) =>
        settled(c, await desk.different(byOf(c), c.req.param("id")), texts.keptApart),
      );

      routes.page(CLAIMS, NEEDS, async (c) => {
        const { query, filter } = askedClaims(c);
        return claimsPage(c, { query, status: filter.status, ...(await desk.claims(filter, query)) });
      });

      routes.download(sheetPath(CLAIMS), NEEDS, (c) => {
        const { filter } = askedClaims(c);
        return sendList(c, CLAIM_FILE, async (window) => (await desk.claims(filter, window)).claims);
      });

      routes.change(CLAIMS, NEEDS, async (c) => {
        const form = await readForm(c);
        const to = STATES.find((one) => one === form.text("thanh"));
        if (to === undefined) return notFoundPage(c);
        const claim = { enterpriseId: form.text("co_so"), contactId: form.text("nguoi") };
        const decided = await desk.decide(byOf(c), claim, to);
        switch (decided.kind) {
          case "done":
            return goTo(c, CLAIMS, texts.decided);
          case "not_found":
            return notFoundPage(c);
          case "not_allowed":
            return goTo(c, CLAIMS, texts.notAllowed, "caution");
        }
      });
    },
  };
}

function askedClaims(c: ConsoleContext) {
  const query = readListQuery(c, { sorts: [], usual: "" });
  const asked = c.req.query("tinh_trang") ?? "";
  const status = STATES.find((one) => one === asked) ?? ("claimed" as const);
  return { query, filter: { status, words: query.words } };
}

function settled(c: ConsoleContext, { kind }: Settled, words: string) {
  switch (kind) {
    case "done":
      return goTo(c, QUEUE, words);
    case "not_found":
      return notFoundPage(c);
    case "settled_already":
      return goTo(c, QUEUE, texts.settledAlready, "caution");
  }
}

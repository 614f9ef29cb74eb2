import type { GapState } from "../../registry/gaps.ts";
import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readListQuery } from "../kit/read-list-query.ts";
import { GAPS } from "../paths.ts";
import { GAP_STATES } from "../question-words.ts";
import { byOf } from "../by.ts";
import type { ConsoleContext } from "../visit.ts";
import { GAP_FILE, gapQuestionFile } from "./list-files.ts";
import type { Gaps } from "./port.ts";
import { gapTexts as texts } from "./texts.ts";
import { groupPage, listPage } from "./views.tsx";

const DAY_MS = 86_400_000;

/** What the knowledge lacks: questions in groups, to be answered or dismissed. */
export function gapsFeature(gaps: Gaps): Feature {
  return {
    nav: [{ label: texts.title, href: GAPS, needs: "gaps.see", group: "daily" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "gaps.see",
        tiles: async () => {
          const open = await gaps.open();
          return open === 0 ? [] : [{ label: texts.tile, value: open, href: GAPS, tone: "waiting" }];
        },
      },
    ],
    routes(routes) {
      routes.page(GAPS, "gaps.see", async (c) => {
        const query = readListQuery(c, { sorts: [], usual: "-so-lan" });
        const { state, period, since } = narrowedBy(c);
        const groups = await gaps.list({ state, since });
        return listPage(c, { query, state, period, groups });
      });

      routes.download(sheetPath(GAPS), "gaps.see", async (c) =>
        sendList(c, GAP_FILE, windowed(await gaps.list(narrowedBy(c)))),
      );

      routes.page(`${GAPS}/:id`, "gaps.see", async (c) => {
        const found = await gaps.find(c.req.param("id"));
        return found === null ? notFoundPage(c) : groupPage(c, found);
      });

      routes.download(sheetPath(`${GAPS}/:id/cau-hoi`), "gaps.see", async (c) => {
        const found = await gaps.find(c.req.param("id"));
        if (found === null) return notFoundPage(c);
        return sendList(c, gapQuestionFile(found.group), windowed(found.group.questions));
      });

      routes.page(`${GAPS}/:id/bo-qua`, "gaps.dismiss", async (c) => {
        const found = await gaps.find(c.req.param("id"));
        if (found?.state !== "open") return notFoundPage(c);
        const path = `${GAPS}/${found.group.key}`;
        return confirmPage(c, {
          title: texts.dismiss,
          words: (
            <>
              <blockquote>{found.group.samples[0]}</blockquote>
              <p>{texts.dismissWords(found.group.count)}</p>
            </>
          ),
          action: `${path}/bo-qua`,
          button: texts.dismiss,
          cancel: path,
          danger: true,
        });
      });

      routes.change(`${GAPS}/:id/bo-qua`, "gaps.dismiss", async (c) => {
        const found = await gaps.find(c.req.param("id"));
        if (found === null) return notFoundPage(c);
        const { dismissed } = await gaps.dismiss(
          byOf(c),
          found.group.questions.map(({ id }) => id),
        );
        return goTo(c, GAPS, texts.dismissed(dismissed));
      });
    },
  };
}

function narrowedBy(c: ConsoleContext) {
  const asked = c.req.query("tinh_trang") ?? "";
  const state = asked in GAP_STATES ? (asked as GapState) : ("open" as const);
  const days = c.req.query("thoi_gian") ?? "";
  if (!(days in texts.periods)) return { state, period: "", since: null };
  return { state, period: days, since: new Date(c.var.shell.now().getTime() - Number(days) * DAY_MS) };
}

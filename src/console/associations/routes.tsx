import { yearOf } from "../../registry/report/period.ts";
import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { isoDay } from "../kit/when.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { associationPage, createPage, listPage, uploadsPage } from "./association-views.tsx";
import { ASSOCIATION_FILE, inviteeFile, needFile, UPLOAD_FILE } from "./list-files.ts";
import { demandPage, inviteesPage, needsPage } from "./need-views.tsx";
import { ASSOCIATIONS, needFilterOf, NEEDS, needsAddress } from "./needs-query.ts";
import type { Associations } from "./port.ts";
import { associationTexts as texts } from "./texts.ts";

const LONGEST_NAME = 150;

/** What associations told of, as the Department sees it: who they are, what is asked for where, what was met. */
export function associationsFeature(associations: Associations): Feature {
  const queryOf = (c: ConsoleContext) => readListQuery(c, { sorts: ["ten"], usual: "ten" });
  return {
    nav: [
      { label: texts.demand, href: NEEDS, needs: "associations.see", group: "figures" },
      { label: texts.title, href: ASSOCIATIONS, needs: "associations.see", group: "figures" },
    ],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "associations.see",
        tiles: async (_member, now) => {
          const year = yearOf(isoDay(now));
          const { total } = await associations.demand({ ...NOT_NARROWED, year });
          const value = total.needs - total.met;
          const href = needsAddress(`${NEEDS}/danh-sach`, { year, met: "chua" });
          return value === 0 ? [] : [{ label: texts.unmetTile, value, href }];
        },
      },
    ],
    routes(routes) {
      routes.page(ASSOCIATIONS, "associations.see", async (c) => listPage(c, await associations.list()));
      routes.download(sheetPath(ASSOCIATIONS), "associations.see", async (c) =>
        sendList(c, ASSOCIATION_FILE, windowed(await associations.list())),
      );
      routes.page(`${ASSOCIATIONS}/moi`, "associations.manage", (c) => createPage(c));
      routes.change(`${ASSOCIATIONS}/moi`, "associations.manage", async (c) => {
        const name = (await readForm(c)).text("ten");
        if (name === "" || name.length > LONGEST_NAME) return createPage(c, name, texts.nameMissing);
        const made = await associations.create(byOf(c), name);
        return made.kind === "created"
          ? goTo(c, `${ASSOCIATIONS}/${made.id}`, texts.created)
          : createPage(c, name, texts.nameTaken);
      });
      routes.page(`${ASSOCIATIONS}/lan-gui`, "associations.see", async (c) => {
        const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
        return uploadsPage(c, { query, ...(await associations.uploads("", query)) });
      });
      routes.download(sheetPath(`${ASSOCIATIONS}/lan-gui`), "associations.see", (c) => uploadsSent(c, ""));
      routes.download(sheetPath(`${ASSOCIATIONS}/:id/lan-gui`), "associations.see", (c) =>
        uploadsSent(c, c.req.param("id")),
      );
      routes.page(`${ASSOCIATIONS}/:id`, "associations.see", async (c) => {
        const id = c.req.param("id");
        const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
        const [association, uploads] = await Promise.all([
          associations.find(id),
          associations.uploads(id, query),
        ]);
        return association === null
          ? notFoundPage(c)
          : associationPage(c, { association, query, ...uploads });
      });

      routes.page(NEEDS, "associations.see", async (c) => {
        const filter = needFilterOf(c);
        const [demand, choices] = await Promise.all([
          associations.demand(filter),
          associations.choices(filter.year),
        ]);
        return demandPage(c, { filter, demand, choices });
      });
      routes.page(`${NEEDS}/danh-sach`, "associations.see", (c) => needsListed(c));
      routes.download(sheetPath(`${NEEDS}/danh-sach`), "associations.see", (c) => {
        const [query, filter] = [queryOf(c), needFilterOf(c)];
        return sendList(
          c,
          needFile(filter.year),
          async (window) => (await associations.needs(filter, { ...query, ...window })).needs,
        );
      });
      routes.change(`${NEEDS}/dap-ung`, "associations.manage", async (c) => {
        const form = await readForm(c);
        const ids = form.texts("nhu_cau");
        const back = needsAddress(`${NEEDS}/danh-sach`, needFilterOf(c));
        if (ids.length === 0) return goTo(c, back, texts.nothingTicked, "caution");
        if (form.text("viec") === "bo") {
          return goTo(c, back, texts.unmarked((await associations.markUnmet(byOf(c), ids)).count));
        }
        const marked = await associations.markMet(byOf(c), ids, form.text("lop"));
        return marked.kind === "done"
          ? goTo(c, back, texts.marked(marked.count))
          : needsListed(c, { ticked: ids, mistake: texts.classMissing });
      });

      routes.page(`${NEEDS}/moi`, "enterprises.people", async (c) => {
        const filter = needFilterOf(c);
        const invitees = await associations.invitees(filter);
        const { audit, now } = c.var.shell;
        await audit.exported(memberOf(c), "invitees.looked_at", String(filter.year), invitees.length, now());
        return inviteesPage(c, { filter, invitees });
      });
      routes.download(sheetPath(`${NEEDS}/moi`), "enterprises.people", async (c) => {
        const filter = needFilterOf(c);
        return sendList(c, inviteeFile(filter.year), windowed(await associations.invitees(filter)));
      });
    },
  };

  function uploadsSent(c: ConsoleContext, associationId: string) {
    const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
    const file = associationId === "" ? UPLOAD_FILE : { ...UPLOAD_FILE, about: associationId };
    return sendList(
      c,
      file,
      async (window) => (await associations.uploads(associationId, { ...query, ...window })).uploads,
    );
  }

  async function needsListed(
    c: ConsoleContext,
    again: { ticked: readonly string[]; mistake?: string } = { ticked: [] },
  ) {
    const filter = needFilterOf(c);
    const query = queryOf(c);
    const [found, choices] = await Promise.all([
      associations.needs(filter, query),
      associations.choices(filter.year),
    ]);
    return needsPage(c, { filter, query, choices, ...found, ...again });
  }
}

const NOT_NARROWED = { topic: "", area: "", quarter: "", met: "", source: "" };

function byOf(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

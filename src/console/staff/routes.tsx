import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import { conflictPage } from "../kit/conflict.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { consoleTexts } from "../texts.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { readDetails, readInvitation } from "./form.ts";
import { STAFF_FILE } from "./list-file.ts";
import type { Hindrance, StaffActions, StaffDetails, StaffList, StaffRecord } from "./port.ts";
import { staffTexts as texts } from "./texts.ts";
import { invitePage, linkPage, listPage, memberPage, STAFF } from "./views.tsx";

/** Who may open the console: invited, changed, disabled and recovered by admins. */
export function staffFeature({ list, actions }: { list: StaffList; actions: StaffActions }): Feature {
  return {
    nav: [{ label: texts.title, href: STAFF, needs: "staff.see", group: "office" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "staff.manage",
        tiles: async () => {
          const { invited } = await list.counts();
          return invited === 0
            ? []
            : [
                {
                  label: texts.invitedTile,
                  value: invited,
                  href: `${STAFF}?tinh_trang=invited`,
                  tone: "waiting",
                },
              ];
        },
      },
    ],
    notices: [
      {
        needs: "staff.manage",
        notices: async () => ((await list.counts()).admins > 1 ? [] : [texts.onlyAdmin]),
      },
    ],
    routes(routes) {
      routes.page(STAFF, "staff.see", async (c) => {
        const { query, filter } = asked(c);
        return listPage(c, { query, filter, ...(await list.list(query, filter)) });
      });

      routes.download(sheetPath(STAFF), "staff.see", (c) => {
        const { query, filter } = asked(c);
        return sendList(
          c,
          STAFF_FILE,
          async (window) => (await list.list({ ...query, ...window }, filter)).lines,
        );
      });

      routes.page(`${STAFF}/moi`, "staff.manage", async (c) =>
        invitePage(c, {
          associations: await list.associations(),
          preset: { role: c.req.query("vai_tro") ?? "", associationId: c.req.query("hiep_hoi") ?? "" },
        }),
      );

      routes.change(`${STAFF}/moi`, "staff.manage", async (c) => {
        const associations = await list.associations();
        const form = await readForm(c);
        const read = readInvitation(form, associations);
        if (read.kind === "wrong") return invitePage(c, { associations, form, mistakes: read.mistakes });
        const invited = await actions.invite(memberOf(c), read.email, read.details);
        if (invited.kind === "email_taken")
          return invitePage(c, { associations, form, mistakes: { email: texts.emailTaken } });
        return linkPage(c, read.details.name, invited.link);
      });

      routes.page(`${STAFF}/:id`, "staff.manage", async (c) => {
        const member = await list.find(c.req.param("id"));
        if (member === null) return notFoundPage(c);
        return memberPage(c, { member, associations: await list.associations() });
      });

      routes.change(`${STAFF}/:id`, "staff.manage", async (c) => {
        const id = c.req.param("id");
        const [member, associations] = await Promise.all([list.find(id), list.associations()]);
        if (member === null) return notFoundPage(c);
        const form = await readForm(c);
        const read = readDetails(form, associations);
        if (read.kind === "wrong")
          return memberPage(c, { member, associations, form, mistakes: read.mistakes });
        const edited = await actions.edit(memberOf(c), id, form.revision(), read.details);
        switch (edited.kind) {
          case "saved":
            return goTo(c, `${STAFF}/${id}`, texts.saved);
          case "conflict":
            return conflictPage(c, {
              form,
              fields: compared(edited.current, read.details, associations),
              revision: edited.current.revision,
              current: `${STAFF}/${id}`,
            });
          case "not_found":
          case "last_admin":
          case "oneself":
            return hindered(c, id, edited);
        }
      });

      routes.page(`${STAFF}/:id/ngung`, "staff.manage", async (c) => {
        const member = await list.find(c.req.param("id"));
        if (member === null) return notFoundPage(c);
        return confirmPage(c, {
          title: texts.disable,
          words: <p>{texts.disableWords(member.name)}</p>,
          action: `${STAFF}/${member.id}/ngung`,
          button: texts.disable,
          cancel: `${STAFF}/${member.id}`,
          danger: true,
        });
      });

      routes.change(`${STAFF}/:id/ngung`, "staff.manage", async (c) => {
        const id = c.req.param("id");
        const ended = await actions.disable(memberOf(c), id);
        return ended.kind === "done" ? goTo(c, `${STAFF}/${id}`, texts.disabled) : hindered(c, id, ended);
      });

      routes.change(`${STAFF}/:id/dung-lai`, "staff.manage", async (c) => {
        const id = c.req.param("id");
        const ended = await actions.enable(memberOf(c), id);
        return ended.kind === "done" ? goTo(c, `${STAFF}/${id}`, texts.enabled) : hindered(c, id, ended);
      });

      routes.change(`${STAFF}/:id/khoi-phuc`, "staff.manage", async (c) => {
        const id = c.req.param("id");
        const member = await list.find(id);
        if (member === null) return notFoundPage(c);
        const secondFactor = (await readForm(c)).text("pham_vi") === "ca_hai";
        const made = await actions.recover(memberOf(c), id, secondFactor);
        return made.kind === "made" ? linkPage(c, member.name, made.link) : hindered(c, id, made);
      });
    },
  };
}

function hindered(c: ConsoleContext, id: string, { kind }: Hindrance) {
  switch (kind) {
    case "not_found":
      return notFoundPage(c);
    case "last_admin":
      return goTo(c, `${STAFF}/${id}`, texts.lastAdmin, "caution");
    case "oneself":
      return goTo(c, `${STAFF}/${id}`, texts.oneself, "caution");
  }
}

function compared(
  current: StaffRecord,
  typed: StaffDetails,
  associations: readonly { id: string; name: string }[],
) {
  const nameOf = (id: string | null) =>
    associations.find((one) => one.id === id)?.name ?? texts.noAssociation;
  return [
    { label: texts.name, theirs: current.name, yours: typed.name },
    { label: texts.role, theirs: consoleTexts.roles[current.role], yours: consoleTexts.roles[typed.role] },
    { label: texts.association, theirs: nameOf(current.associationId), yours: nameOf(typed.associationId) },
  ];
}

function asked(c: ConsoleContext) {
  const query = readListQuery(c, { sorts: ["ten", "vai-tro", "gan-nhat"], usual: "ten" });
  return { query, filter: { role: c.req.query("vai_tro") ?? "", state: c.req.query("tinh_trang") ?? "" } };
}

import type { Communes } from "../../registry/communes.ts";
import type { EnterpriseProfile } from "../../registry/enterprise-profile.ts";
import { readEnterpriseName } from "../../registry/names.ts";
import { readTaxId } from "../../registry/tax-id.ts";
import { ENTERPRISE_KINDS, type EnterpriseDetails, type EnterpriseKind } from "../../registry/views.ts";
import type { Feature } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { goTo } from "../kit/flash.tsx";
import type { Mistakes } from "../kit/form.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { ENTERPRISE_FILE } from "./list-file.ts";
import { profileInWords, readProfile } from "./profile.tsx";
import type { EnterpriseRecords } from "./records-port.ts";
import { enterpriseTexts as texts } from "./texts.ts";
import { ENTERPRISES } from "../paths.ts";
import { editPage, listPage, phonePage, recordPage } from "./views.tsx";

interface EnterpriseParts {
  records: EnterpriseRecords;
  communes: Communes;
}

/** Enterprises and who speaks for them. Phone numbers are shown one at a time, and each look is written down. */
export function enterprisesFeature({ records, communes }: EnterpriseParts): Feature {
  const queryOf = (c: ConsoleContext) => readListQuery(c, { sorts: ["ten", "luc"], usual: "ten" });
  const kindOf = (c: ConsoleContext) => (c.req.query("loai") ?? "").slice(0, 40);
  return {
    nav: [{ label: texts.title, href: ENTERPRISES, needs: "enterprises.see", group: "daily" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(ENTERPRISES, "enterprises.see", async (c) => {
        const query = queryOf(c);
        const kind = kindOf(c);
        return listPage(c, { query, kind, ...(await records.list(kind, query)) });
      });
      routes.download(sheetPath(ENTERPRISES), "enterprises.people", (c) => {
        const [query, kind] = [queryOf(c), kindOf(c)];
        return sendList(
          c,
          ENTERPRISE_FILE,
          async (window) => (await records.list(kind, { ...query, ...window })).lines,
        );
      });
      routes.page(`${ENTERPRISES}/:id`, "enterprises.see", async (c) => {
        const record = await records.find(c.req.param("id"));
        return record === null ? notFoundPage(c) : recordPage(c, record);
      });
      routes.page(`${ENTERPRISES}/:id/sua`, "enterprises.edit", async (c) => {
        const record = await records.find(c.req.param("id"));
        return record === null ? notFoundPage(c) : editPage(c, { record, sectors: await records.sectors() });
      });
      routes.change(`${ENTERPRISES}/:id/sua`, "enterprises.edit", async (c) => {
        const id = c.req.param("id");
        const record = await records.find(id);
        if (record === null) return notFoundPage(c);
        const form = await readForm(c);
        const read = readDetails(form, communes);
        if (read.kind === "wrong") {
          return editPage(c, { record, sectors: await records.sectors(), form, mistakes: read.mistakes });
        }
        const by = { actor: memberOf(c).id, now: c.var.shell.now() };
        const edited = await records.edit(by, id, form.revision(), read.details);
        if (edited.kind === "saved") return goTo(c, `${ENTERPRISES}/${id}`, texts.saved);
        if (edited.kind === "not_found") return notFoundPage(c);
        const { current } = edited;
        const { details } = read;
        const fields = [
          { label: texts.name, theirs: current.name, yours: details.name },
          {
            label: texts.kind,
            theirs: ENTERPRISE_KINDS[current.kind],
            yours: ENTERPRISE_KINDS[details.kind],
          },
          { label: texts.taxId, theirs: current.taxId ?? "", yours: details.taxId ?? "" },
          { label: texts.commune, theirs: current.communeText, yours: details.communeText },
          ...profileInWords(details).map(([label, yours], at) => ({
            ...{ label, yours },
            theirs: profileInWords(current)[at]?.[1] ?? "",
          })),
        ];
        const there = `${ENTERPRISES}/${id}`;
        return conflictPage(c, { form, fields, revision: current.revision, current: there });
      });
      routes.change(`${ENTERPRISES}/:id/nguoi/:contact/so`, "enterprises.people", async (c) => {
        const id = c.req.param("id");
        const by = { actor: memberOf(c).id, now: c.var.shell.now() };
        const phone = await records.phoneOf(by, id, c.req.param("contact"));
        return phone === null ? notFoundPage(c) : phonePage(c, id, phone);
      });
      routes.change(`${ENTERPRISES}/:id/nguoi/:contact/xac-minh`, "enterprises.edit", async (c) => {
        const enterpriseId = c.req.param("id");
        const to = (await readForm(c)).text("thanh") === "verified" ? "verified" : "revoked";
        const by = { actor: memberOf(c).id, now: c.var.shell.now() };
        const claim = { enterpriseId, contactId: c.req.param("contact") };
        const ended = await records.verify(by, claim, to);
        if (ended.kind === "not_found") return notFoundPage(c);
        const there = `${ENTERPRISES}/${enterpriseId}`;
        return ended.kind === "done"
          ? goTo(c, there, texts.changed)
          : goTo(c, there, texts.notAllowed, "caution");
      });
    },
  };
}

function readDetails(
  form: SentForm,
  communes: Communes,
): { kind: "right"; details: EnterpriseDetails & EnterpriseProfile } | { kind: "wrong"; mistakes: Mistakes } {
  const name = readEnterpriseName(form.text("ten"));
  const kind = (Object.keys(ENTERPRISE_KINDS) as EnterpriseKind[]).find((one) => one === form.text("loai"));
  const taxId = form.text("ma_so_thue") === "" ? null : readTaxId(form.text("ma_so_thue"));
  const communeText = form.text("xa");
  const commune = communes.find(communeText);
  const { profile, mistakes: ofProfile } = readProfile(form);
  const mistakes = {
    ...(name.kind === "mistake" ? { ten: name.text } : {}),
    ...(kind === undefined ? { loai: texts.kindMissing } : {}),
    ...(taxId?.kind === "unreadable" ? { ma_so_thue: taxId.mistake } : {}),
    ...(communeText !== "" && commune.kind !== "found" ? { xa: texts.communeUnknown } : {}),
    ...ofProfile,
  };
  if (name.kind === "mistake" || kind === undefined || Object.keys(mistakes).length > 0) {
    return { kind: "wrong", mistakes };
  }
  return {
    kind: "right",
    details: {
      ...{ kind, name: name.name, communeText, ...profile },
      taxId: taxId !== null && "taxId" in taxId ? taxId.taxId : null,
      communeCode: commune.kind === "found" ? commune.commune.code : null,
    },
  };
}

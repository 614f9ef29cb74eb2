import type { ItemWords } from "../../registry/knowledge-items.ts";
import { mayBecome, statesOf } from "../../registry/states.ts";
import type { Feature } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { isoDay } from "../kit/when.ts";
import { GAPS, ITEMS } from "../paths.ts";
import { byOf } from "../by.ts";
import type { ConsoleContext } from "../visit.ts";
import { compared } from "./compared.ts";
import { formPage } from "./form-view.tsx";
import { ITEM_FILE } from "./list-file.ts";
import { mistakesOf, readWords } from "./form.ts";
import type { ItemDone, ItemRecord, Items, Sources } from "./port.ts";
import { stepRoutes, whyNot } from "./step-routes.tsx";
import { itemTexts as texts } from "./texts.ts";
import { itemPage, listPage } from "./views.tsx";

const NO_WORDS: ItemWords = {
  question: "",
  variants: [],
  answer: "",
  document: "",
  documentTitle: "",
  section: "",
  validFrom: null,
  expiresOn: null,
};

/** Answers that staff write with their source, and that somebody else of them publishes. */
export function knowledgeFeature({ items, sources }: { items: Items; sources: Sources }): Feature {
  const { documents } = sources;
  return {
    nav: [{ label: texts.title, href: ITEMS, needs: "knowledge.see", group: "daily" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "knowledge.publish",
        tiles: async () => {
          const { submitted } = await items.counts();
          const href = `${ITEMS}?tinh_trang=submitted`;
          return submitted === 0 ? [] : [{ label: texts.tile, value: submitted, href, tone: "waiting" }];
        },
      },
    ],
    routes(routes) {
      routes.page(ITEMS, "knowledge.see", async (c) => {
        const { query, status } = asked(c);
        return listPage(c, { query, status, ...(await items.list(query, status)) });
      });

      routes.download(sheetPath(ITEMS), "knowledge.see", (c) => {
        const { query, status } = asked(c);
        return sendList(
          c,
          ITEM_FILE,
          async (window) => (await items.list({ ...query, ...window }, status)).lines,
        );
      });

      routes.page(`${ITEMS}/moi`, "knowledge.write", async (c) => newPage(c));

      routes.change(`${ITEMS}/moi`, "knowledge.write", async (c) => {
        const form = await readForm(c);
        const { words, mistakes } = read(c, form);
        if (Object.keys(mistakes).length > 0) return newPage(c, { form, mistakes });
        const by = byOf(c);
        const { id, revision } = await items.draft(by, words, form.texts("tra_loi_cho"));
        return saved(c, form, { kind: "done", revision }, id);
      });

      routes.page(`${ITEMS}/:id`, "knowledge.see", async (c) => {
        const [item, onePerson] = await Promise.all([
          items.find(c.req.param("id"), c.var.shell.now()),
          items.onePerson(),
        ]);
        return item === null ? notFoundPage(c) : itemPage(c, { item, onePerson });
      });

      routes.page(`${ITEMS}/:id/sua`, "knowledge.write", async (c) => {
        const item = await items.find(c.req.param("id"), c.var.shell.now());
        if (item === null) return notFoundPage(c);
        return mayBeEdited(item) ? editPage(c, item) : goTo(c, `${ITEMS}/${item.id}`, texts.notAllowed, "caution");
      });

      routes.change(`${ITEMS}/:id/sua`, "knowledge.write", async (c) => {
        const id = c.req.param("id");
        const item = await items.find(id, c.var.shell.now());
        if (item === null) return notFoundPage(c);
        const form = await readForm(c);
        const { words, mistakes } = read(c, form);
        if (Object.keys(mistakes).length > 0) return editPage(c, item, { form, mistakes });
        const edited = await items.edit(byOf(c), { id, revision: form.revision() }, words);
        if (edited.kind !== "stale") return saved(c, form, edited, id);
        const current = (await items.find(id, c.var.shell.now())) ?? item;
        return conflictPage(c, {
          form,
          fields: compared(current.words, words),
          revision: current.revision,
          current: `${ITEMS}/${id}`,
        });
      });

      stepRoutes(routes, items);

    },
  };

  function read(c: ConsoleContext, form: SentForm) {
    const words = readWords(form, sources);
    const purpose = form.text("viec") === "trinh" ? "submit" : "draft";
    return { words, mistakes: mistakesOf(words, isoDay(c.var.shell.now()), purpose) };
  }

  async function newPage(c: ConsoleContext, back: Pick<Parameters<typeof formPage>[1], "form" | "mistakes"> = {}) {
    const asked = c.req.query("cau") ?? back.form?.text("cau") ?? "";
    const questions = asked === "" ? [] : await items.like(asked);
    const [first, ...more] = [...new Set(questions.map(({ question }) => question))];
    return formPage(c, {
      title: texts.write,
      action: asked === "" ? `${ITEMS}/moi` : `${ITEMS}/moi?cau=${encodeURIComponent(asked)}`,
      cancel: asked === "" ? ITEMS : `${GAPS}/${asked}`,
      documents,
      words: { ...NO_WORDS, question: first ?? "", variants: more },
      revision: null,
      questions,
      ...back,
    });
  }

  function editPage(
    c: ConsoleContext,
    item: ItemRecord,
    back: Pick<Parameters<typeof formPage>[1], "form" | "mistakes"> = {},
  ) {
    return formPage(c, {
      title: texts.edit,
      action: `${ITEMS}/${item.id}/sua`,
      cancel: `${ITEMS}/${item.id}`,
      documents,
      words: item.words,
      revision: back.form?.revision() ?? item.revision,
      ...(item.status === "draft" ? {} : { note: texts.editedIsDraft }),
      ...back,
    });
  }

  /** Saved; submitted, too, where that was asked for. */
  async function saved(c: ConsoleContext, form: SentForm, ended: ItemDone, id: string) {
    const path = `${ITEMS}/${id}`;
    if (ended.kind !== "done") return whyNot(c, id, ended);
    if (form.text("viec") !== "trinh") return goTo(c, path, texts.savedDraft);
    const submitted = await items.submit(byOf(c), { id, revision: ended.revision });
    return submitted.kind === "done" ? goTo(c, path, texts.submitted) : whyNot(c, id, submitted);
  }
}

function asked(c: ConsoleContext) {
  const query = readListQuery(c, { sorts: ["sua"], usual: "-sua" });
  return { query, status: statesOf("knowledge").find((one) => one === c.req.query("tinh_trang")) ?? null };
}

function mayBeEdited({ status }: ItemRecord): boolean {
  return status === "draft" || mayBecome("knowledge", status, "draft");
}

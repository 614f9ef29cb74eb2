import { goTo } from "../kit/flash.tsx";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import { ITEMS } from "../paths.ts";
import type { Routes } from "../routes.ts";
import { byOf } from "../by.ts";
import type { ConsoleContext } from "../visit.ts";
import type { ItemDone, Items, Seen } from "./port.ts";
import { itemTexts as texts } from "./texts.ts";

/** An answer from one state to the next. */
export function stepRoutes(routes: Routes, items: Items): void {
  routes.change(`${ITEMS}/:id/trinh`, "knowledge.write", async (c) => {
    const seen = await seenOf(c, c.req.param("id"));
    const ended = await items.submit(byOf(c), seen);
    return ended.kind === "done" ? to(c, seen, texts.submitted) : whyNot(c, seen.id, ended);
  });

  routes.change(`${ITEMS}/:id/tra-lai`, "knowledge.publish", async (c) => {
    const seen = await seenOf(c, c.req.param("id"));
    const ended = await items.giveBack(byOf(c), seen);
    return ended.kind === "done" ? to(c, seen, texts.givenBack) : whyNot(c, seen.id, ended);
  });

  routes.change(`${ITEMS}/:id/phat-hanh`, "knowledge.publish", async (c) => {
    const seen = await seenOf(c, c.req.param("id"));
    const ended = await items.publish(byOf(c), seen);
    return ended.kind === "done" ? to(c, seen, texts.published(ended.told)) : whyNot(c, seen.id, ended);
  });

  routes.page(`${ITEMS}/:id/rut`, "knowledge.write", async (c) => {
    const item = await items.find(c.req.param("id"), c.var.shell.now());
    if (item === null) return notFoundPage(c);
    const path = `${ITEMS}/${item.id}`;
    return confirmPage(c, {
      title: texts.withdraw,
      words: (
        <>
          <blockquote>{item.words.question || texts.missing}</blockquote>
          <p>{texts.withdrawWords}</p>
        </>
      ),
      action: `${path}/rut`,
      button: texts.withdraw,
      cancel: path,
      danger: true,
      revision: item.revision,
    });
  });

  routes.change(`${ITEMS}/:id/rut`, "knowledge.write", async (c) => {
    const seen = await seenOf(c, c.req.param("id"));
    const ended = await items.withdraw(byOf(c), seen);
    return ended.kind === "done" ? to(c, seen, texts.withdrawn) : whyNot(c, seen.id, ended);
  });
}

/** Back to the answer with the reason why nothing happened. */
export function whyNot(c: ConsoleContext, id: string, ended: Exclude<ItemDone, { kind: "done" }>) {
  const path = `${ITEMS}/${id}`;
  switch (ended.kind) {
    case "not_found":
      return notFoundPage(c);
    case "not_allowed":
      return goTo(c, path, texts.notAllowed, "caution");
    case "stale":
      return goTo(c, path, texts.stale, "caution");
    case "needs_another_person":
      return goTo(c, path, texts.needsAnother, "caution");
    case "invalid": {
      const words = ended.mistakes.map((one) => texts.mistakes[one]);
      return goTo(c, path, [texts.fixFirst, ...words].join(" "), "caution");
    }
  }
}

async function seenOf(c: ConsoleContext, id: string): Promise<Seen> {
  return { id, revision: (await readForm(c)).revision() };
}

function to(c: ConsoleContext, { id }: Seen, words: string) {
  return goTo(c, `${ITEMS}/${id}`, words);
}

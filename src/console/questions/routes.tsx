import type { Feature } from "../feature.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readListQuery } from "../kit/read-list-query.ts";
import { QUESTIONS } from "../paths.ts";
import { byOf } from "../by.ts";
import type { ConsoleContext } from "../visit.ts";
import type { QuestionFilter, Questions } from "./port.ts";
import { questionTexts as texts } from "./texts.ts";
import { listPage, questionPage } from "./views.tsx";

/** Every question asked, and how its answer came about. */
export function questionsFeature(questions: Questions): Feature {
  return {
    nav: [{ label: texts.title, href: QUESTIONS, needs: "questions.see", group: "daily" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(QUESTIONS, "questions.see", async (c) => {
        const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
        const filter = filterOf(c);
        const [found, topics] = await Promise.all([questions.list(query, filter), questions.topics()]);
        return listPage(c, { query, filter, topics, ...found });
      });

      routes.page(`${QUESTIONS}/:id`, "questions.see", async (c) => {
        const question = await questions.look(byOf(c), c.req.param("id"));
        return question === null ? notFoundPage(c) : questionPage(c, question);
      });
    },
  };
}

function filterOf(c: ConsoleContext): QuestionFilter {
  const read = (name: string) => (c.req.query(name) ?? "").trim().slice(0, 100);
  return {
    outcome: read("ket_qua"),
    topic: read("linh_vuc"),
    channel: read("kenh"),
    rating: read("danh_gia"),
    day: read("ngay"),
  };
}

import type { Feature } from "../feature.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { QUESTIONS } from "../paths.ts";
import { byOf } from "../by.ts";
import type { ConsoleContext } from "../visit.ts";
import { QUESTION_FILE } from "./list-file.ts";
import type { QuestionFilter, Questions } from "./port.ts";
import { questionTexts as texts } from "./texts.ts";
import { listPage, questionPage } from "./views.tsx";

const ORDER = { sorts: ["luc"], usual: "-luc" };

/** Every question asked, and how its answer came about. */
export function questionsFeature(questions: Questions): Feature {
  return {
    nav: [{ label: texts.title, href: QUESTIONS, needs: "questions.see", group: "daily" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(QUESTIONS, "questions.see", async (c) => {
        const query = readListQuery(c, ORDER);
        const filter = filterOf(c);
        const [found, topics] = await Promise.all([questions.list(query, filter), questions.topics()]);
        return listPage(c, { query, filter, topics, ...found });
      });

      routes.download(sheetPath(QUESTIONS), "questions.see", (c) => {
        const [query, filter] = [readListQuery(c, ORDER), filterOf(c)];
        return sendList(
          c,
          QUESTION_FILE,
          async (window) => (await questions.list({ ...query, ...window }, filter)).lines,
        );
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

import { totalOf } from "../../registry/money.ts";
import { partInWords, RESULT_STATES } from "../../registry/report/words.ts";
import type { ListFile } from "../kit/list-export.ts";
import { kitTexts } from "../kit/texts.ts";
import type { ResultRecord } from "./port.ts";
import { resultTexts as texts } from "./texts.ts";

export const RESULT_FILE: ListFile<ResultRecord> = {
  what: "results.exported",
  title: texts.title,
  fileName: "ket-qua-ho-tro",
  columns: [
    { kind: "text", header: texts.enterprise, width: 38, value: ({ enterprise }) => enterprise.name },
    { kind: "number", header: texts.year, value: ({ year }) => year },
    { kind: "text", header: texts.kind, value: ({ kind }) => partInWords("nhom", kind) },
    { kind: "text", header: texts.standard, value: ({ standard }) => standard },
    { kind: "day", header: texts.started, value: ({ startedAt }) => startedAt },
    { kind: "day", header: texts.finished, value: ({ finishedAt }) => finishedAt },
    { kind: "text", header: texts.contract, value: ({ contract }) => contract },
    { kind: "money", header: kitTexts.money, value: ({ amounts }) => totalOf(amounts) },
    { kind: "text", header: texts.evidence, value: ({ evidence }) => evidence },
    { kind: "text", header: texts.status, value: ({ status }) => RESULT_STATES[status] },
  ],
};

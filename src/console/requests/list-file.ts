import { KINDS_IN_WORDS } from "../../dialogue/support/request-texts.ts";
import type { ListFile } from "../kit/list-export.ts";
import { REQUEST_STATES } from "../words.ts";
import type { RequestLine } from "./port.ts";
import { requestTexts as texts } from "./texts.ts";

export const REQUEST_FILE: ListFile<RequestLine> = {
  what: "requests.exported",
  title: texts.title,
  fileName: "yeu-cau",
  columns: [
    { kind: "text", header: texts.code, width: 12, value: ({ code }) => code },
    { kind: "text", header: texts.kind, width: 36, value: ({ kind }) => KINDS_IN_WORDS[kind] },
    { kind: "text", header: texts.status, value: ({ status }) => REQUEST_STATES[status] },
    { kind: "text", header: texts.enterprise, width: 36, value: ({ enterprise }) => enterprise },
    { kind: "text", header: texts.submitter, value: ({ submitter }) => submitter },
    { kind: "text", header: texts.assignedTo, value: ({ assignedTo }) => assignedTo?.name ?? null },
    { kind: "moment", header: texts.createdAt, value: ({ createdAt }) => createdAt },
    { kind: "day", header: texts.dueAt, value: ({ dueAt }) => dueAt },
    { kind: "moment", header: texts.settledAt, value: ({ settledAt }) => settledAt },
    {
      kind: "text",
      header: texts.overdue,
      width: 10,
      value: ({ isOverdue }) => (isOverdue ? texts.yes : null),
    },
  ],
};

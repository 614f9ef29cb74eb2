import type { ListFile } from "../kit/list-export.ts";
import type { Breach, DataRequestLine, Look } from "./port.ts";
import { dataTexts as texts } from "./texts.ts";

export const DATA_REQUEST_FILE: ListFile<DataRequestLine> = {
  what: "data_requests.exported",
  title: texts.title,
  fileName: "yeu-cau-du-lieu",
  columns: [
    { kind: "text", header: texts.kind, value: ({ kind }) => texts.kinds[kind] },
    { kind: "moment", header: texts.receivedAt, value: ({ receivedAt }) => receivedAt },
    { kind: "moment", header: texts.answerDue, value: ({ answerDue }) => answerDue },
    { kind: "moment", header: texts.answeredAt, value: ({ answeredAt }) => answeredAt },
    { kind: "moment", header: texts.dueAt, value: ({ dueAt }) => dueAt },
    { kind: "moment", header: texts.doneAt, value: ({ doneAt }) => doneAt },
    { kind: "text", header: texts.assignedTo, value: ({ assignedTo }) => assignedTo },
  ],
};

export const BREACH_FILE: ListFile<Breach> = {
  what: "breaches.exported",
  title: texts.breaches,
  fileName: "so-vi-pham",
  columns: [
    { kind: "moment", header: texts.discoveredAt, value: ({ discoveredAt }) => discoveredAt },
    { kind: "moment", header: texts.occurredAt, value: ({ occurredAt }) => occurredAt },
    { kind: "text", header: texts.description, width: 60, value: ({ description }) => description },
    { kind: "text", header: texts.dataKinds, value: ({ dataKinds }) => dataKinds },
    { kind: "number", header: texts.people, value: ({ people }) => people },
    { kind: "text", header: texts.consequences, width: 40, value: ({ consequences }) => consequences },
    { kind: "text", header: texts.measures, width: 40, value: ({ measures }) => measures },
    { kind: "moment", header: texts.reportedAt, value: ({ reportedAt }) => reportedAt },
    { kind: "moment", header: texts.closedAt, value: ({ closedAt }) => closedAt },
    { kind: "text", header: texts.recordedBy, value: ({ recordedBy }) => recordedBy },
  ],
};

const WORDS: Readonly<Record<string, string>> = texts.audit;

export const LOOK_FILE: ListFile<Look> = {
  what: "access_log.exported",
  title: texts.log,
  fileName: "ai-xem-du-lieu",
  columns: [
    { kind: "moment", header: texts.when, value: ({ at }) => at },
    { kind: "text", header: texts.by, value: ({ who }) => who ?? texts.former },
    { kind: "text", header: texts.what, value: ({ action }) => WORDS[action] ?? action },
    { kind: "text", header: texts.subject, width: 40, value: ({ subject }) => subject },
    { kind: "number", header: texts.rows, value: ({ rows }) => rows },
  ],
};

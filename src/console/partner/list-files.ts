import { NEED_TOPICS } from "../../registry/need-topics.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { OwnNeed, UploadLine, UploadRecord } from "./port.ts";
import { partnerTexts as texts } from "./texts.ts";

export const OWN_UPLOAD_FILE: ListFile<UploadLine> = {
  what: "own_uploads.exported",
  title: texts.uploads,
  fileName: "cac-lan-gui",
  columns: [
    { kind: "moment", header: texts.when, value: ({ at }) => at },
    { kind: "text", header: texts.fileName, width: 36, value: ({ fileName }) => fileName },
    { kind: "number", header: texts.rowsTaken, value: ({ rowsTaken }) => rowsTaken },
    { kind: "number", header: texts.rowsRefused, value: ({ rowsRefused }) => rowsRefused },
    { kind: "text", header: texts.by, value: ({ uploadedBy }) => uploadedBy },
  ],
};

export function refusedFile({ id }: UploadRecord): ListFile<UploadRecord["refused"][number]> {
  return {
    what: "refused_rows.exported",
    about: id,
    title: texts.refusedTitle,
    fileName: "dong-bi-tra-lai",
    columns: [
      { kind: "number", header: texts.line, value: ({ line }) => line },
      { kind: "text", header: texts.reasons, width: 70, value: ({ reasons }) => reasons.join("; ") },
    ],
  };
}

export const OWN_NEED_FILE: ListFile<OwnNeed> = {
  what: "own_needs.exported",
  title: texts.needs,
  fileName: "nhu-cau-hoi-vien",
  columns: [
    { kind: "text", header: texts.enterprise, width: 38, value: ({ enterprise }) => enterprise },
    { kind: "text", header: texts.commune, value: ({ commune }) => commune },
    { kind: "text", header: texts.topic, width: 36, value: ({ topic }) => NEED_TOPICS[topic] },
    { kind: "number", header: texts.year, value: ({ year }) => year },
    { kind: "number", header: texts.quarter, value: ({ quarter }) => quarter },
    { kind: "number", header: texts.people, value: ({ people }) => people },
    { kind: "text", header: texts.metByClass, width: 36, value: ({ metBy }) => metBy },
    { kind: "day", header: texts.metOn, value: ({ metAt }) => metAt },
  ],
};

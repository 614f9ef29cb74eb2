import { needTopicInWords } from "../../registry/need-topics.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { AssociationLine, Invitee, NeedLine, Upload } from "./port.ts";
import { associationTexts as texts } from "./texts.ts";

export const ASSOCIATION_FILE: ListFile<AssociationLine> = {
  what: "associations.exported",
  title: texts.title,
  fileName: "hiep-hoi",
  columns: [
    { kind: "text", header: texts.name, width: 44, value: ({ name }) => name },
    { kind: "number", header: texts.officers, value: ({ officers }) => officers },
    { kind: "number", header: texts.uploads, value: ({ uploads }) => uploads },
    { kind: "number", header: texts.needs, value: ({ needs }) => needs },
    { kind: "number", header: texts.met, value: ({ met }) => met },
    { kind: "moment", header: texts.lastUpload, value: ({ lastUpload }) => lastUpload },
  ],
};

export const UPLOAD_FILE: ListFile<Upload> = {
  what: "uploads.exported",
  title: texts.uploads,
  fileName: "cac-lan-gui",
  columns: [
    { kind: "moment", header: texts.uploadedAt, value: ({ at }) => at },
    { kind: "text", header: texts.title, width: 44, value: ({ association }) => association },
    { kind: "text", header: texts.uploadedFile, width: 36, value: ({ fileName }) => fileName },
    { kind: "number", header: texts.rowsTaken, value: ({ rowsTaken }) => rowsTaken },
    { kind: "number", header: texts.rowsRefused, value: ({ rowsRefused }) => rowsRefused },
    { kind: "text", header: texts.uploadedBy, value: ({ uploadedBy }) => uploadedBy },
  ],
};

export function needFile(year: number): ListFile<NeedLine> {
  return {
    what: "needs.exported",
    about: String(year),
    title: texts.needs,
    fileName: `nhu-cau-tap-huan-${year}`,
    columns: [
      { kind: "text", header: texts.enterprise, width: 38, value: ({ enterprise }) => enterprise },
      { kind: "text", header: texts.commune, value: ({ commune }) => commune },
      { kind: "text", header: texts.area, value: ({ area }) => area },
      { kind: "text", header: texts.topic, width: 36, value: ({ topic }) => needTopicInWords(topic) },
      { kind: "number", header: texts.year, value: (need) => need.year },
      { kind: "number", header: texts.quarter, value: ({ quarter }) => quarter },
      { kind: "number", header: texts.people, value: ({ people }) => people },
      { kind: "text", header: texts.source, value: ({ source }) => source },
      { kind: "text", header: texts.metBy, width: 36, value: ({ metBy }) => metBy },
      { kind: "day", header: texts.metAt, value: ({ metAt }) => metAt },
    ],
  };
}

export function inviteeFile(year: number): ListFile<Invitee> {
  return {
    what: "invitees.exported",
    about: String(year),
    title: texts.invitees,
    fileName: `danh-sach-moi-${year}`,
    columns: [
      { kind: "text", header: texts.enterprise, width: 38, value: ({ enterprise }) => enterprise },
      { kind: "text", header: texts.commune, value: ({ commune }) => commune },
      { kind: "text", header: texts.topic, width: 36, value: ({ topic }) => needTopicInWords(topic) },
      { kind: "text", header: texts.person, value: ({ name }) => name },
      { kind: "text", header: texts.phone, width: 16, value: ({ phone }) => phone },
      { kind: "text", header: texts.channels, value: ({ channels }) => channels.join(", ") },
    ],
  };
}

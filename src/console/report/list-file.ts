import { periodInWords } from "../../registry/report/period.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { ReportLine } from "./port.ts";
import { reportTexts as texts } from "./texts.ts";

export const REPORT_LIST: ListFile<ReportLine> = {
  what: "reports.exported",
  title: texts.title,
  fileName: "bao-cao",
  columns: [
    { kind: "text", header: texts.period, value: ({ period }) => periodInWords(period) },
    { kind: "text", header: texts.title, value: ({ version }) => texts.version(version) },
    { kind: "moment", header: texts.frozen, value: ({ frozenAt }) => frozenAt },
    { kind: "text", header: texts.frozenBy, value: ({ frozenBy }) => frozenBy },
  ],
};

import { PILOT_STATES } from "../../registry/report/words.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { PilotRecord } from "./port.ts";
import { pilotTexts as texts } from "./texts.ts";

export const PILOT_FILE: ListFile<PilotRecord> = {
  what: "pilots.exported",
  title: texts.title,
  fileName: "mo-hinh-diem",
  columns: [
    { kind: "text", header: texts.enterprise, width: 38, value: ({ enterprise }) => enterprise.name },
    { kind: "text", header: texts.name, width: 38, value: ({ title }) => title },
    { kind: "number", header: texts.year, value: ({ year }) => year },
    { kind: "text", header: texts.standard, value: ({ standard }) => standard },
    { kind: "text", header: texts.evidence, value: ({ evidence }) => evidence },
    { kind: "number", header: texts.inspectionCount, value: ({ inspections }) => inspections.length },
    { kind: "text", header: texts.status, value: ({ status }) => PILOT_STATES[status] },
  ],
};

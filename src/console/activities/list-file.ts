import { totalOf } from "../../registry/money.ts";
import { ACTIVITY_STATES, WORK_ITEMS } from "../../registry/plan.ts";
import type { ListFile } from "../kit/list-export.ts";
import { kitTexts } from "../kit/texts.ts";
import type { ActivityRecord } from "./port.ts";
import { activityTexts as texts } from "./texts.ts";

export const ACTIVITY_FILE: ListFile<ActivityRecord> = {
  what: "activities.exported",
  title: texts.title,
  fileName: "hoat-dong",
  columns: [
    { kind: "text", header: texts.item, width: 40, value: ({ item }) => WORK_ITEMS[item] },
    { kind: "text", header: texts.name, width: 40, value: ({ title }) => title },
    { kind: "number", header: texts.year, value: ({ year }) => year },
    { kind: "text", header: texts.leadBy, value: ({ lead }) => lead },
    { kind: "text", header: texts.status, value: ({ status }) => ACTIVITY_STATES[status] },
    { kind: "money", header: kitTexts.money, value: ({ costs }) => totalOf(costs) },
    { kind: "text", header: texts.evidence, value: ({ evidence }) => evidence },
    { kind: "text", header: texts.note, value: ({ note }) => note },
  ],
};

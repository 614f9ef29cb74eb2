import { METRICS } from "../../registry/plan.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { PlanRecord } from "./port.ts";
import { targetTexts as texts } from "./texts.ts";

type TargetLine = PlanRecord["targets"][number] & Pick<PlanRecord, "number">;

export const TARGET_FILE: ListFile<TargetLine> = {
  what: "targets.exported",
  title: texts.title,
  fileName: "chi-tieu",
  columns: [
    { kind: "text", header: texts.plan, value: ({ number }) => number },
    { kind: "text", header: texts.metric, width: 44, value: ({ metric }) => METRICS[metric] },
    { kind: "number", header: texts.year, value: ({ year }) => year },
    { kind: "number", header: texts.value, value: ({ value }) => value },
  ],
};

/** Of all plans, a line each. */
export function targetLines(plans: readonly PlanRecord[]): readonly TargetLine[] {
  return plans.flatMap(({ number, targets }) => targets.map((target) => ({ ...target, number })));
}

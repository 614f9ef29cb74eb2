import { CUMULATIVE, METRICS, type Metric } from "../plan.ts";
import type { ReportFacts } from "./facts.ts";
import { figureOf, type FigureRef } from "./figure-rows.ts";
import { wholeYear, yearBefore, yearOf, type Period } from "./period.ts";
import type { Table } from "./table.ts";

/** Plans that set nothing for a year have no target in it: none is made up. */
const NO_TARGET = "chưa có chỉ tiêu";

export interface TargetLine {
  label: string;
  ref: FigureRef;
  value: number;
  before: number;
  /** null: no plan says so */
  target: { value: number; year: number } | null;
}

const LINES: readonly { metric: Metric | null; label: string; ref: FigureRef }[] = [
  { metric: null, label: "Lớp đã tổ chức", ref: { set: "classes" } },
  ...(["supported_enterprises", "pilot_models"] as const).flatMap((metric) => {
    const set = metric === "supported_enterprises" ? ("supported" as const) : ("pilots" as const);
    return [
      { metric, label: `${METRICS[metric]}: riêng doanh nghiệp`, ref: scoped(set, "doanh_nghiep") },
      { metric, label: `${METRICS[metric]}: cả hợp tác xã`, ref: scoped(set, "ca_htx") },
    ];
  }),
];

function scoped(set: FigureRef["set"], la: string): FigureRef {
  return { set, theo: "pham_vi", la };
}

/** Figures that plans set targets for, beside those of a year before. */
export function targetLines(facts: ReportFacts, period: Period): readonly TargetLine[] {
  const before = yearBefore(period);
  return LINES.map(({ metric, label, ref }) => ({
    label,
    ref,
    value: figureOf(ref, facts, period),
    before: figureOf(ref, facts, before),
    target: metric === null ? null : targetOf(metric, facts, period),
  }));
}

/**
 * Targets are set for years: another span has none. What is added up over a plan is measured by its next target, which
 * may be that of a later year.
 */
function targetOf(metric: Metric, { targets }: ReportFacts, period: Period): TargetLine["target"] {
  const year = wholeYear(period);
  if (year === null) return null;
  const fitting = targets
    .filter((one) => one.metric === metric)
    .filter((one) =>
      CUMULATIVE[metric] ? yearOf(one.planStartsOn) <= year && year <= one.year : one.year === year,
    )
    .sort((a, b) => a.year - b.year);
  return fitting[0] ?? null;
}

/** "30", "10 (đến năm 2025)", "chưa có chỉ tiêu" */
export function targetInWords(target: TargetLine["target"], { endsOn }: Period): string {
  if (target === null) return NO_TARGET;
  const value = target.value.toLocaleString("vi-VN");
  return target.year === yearOf(endsOn) ? value : `${value} (đến năm ${target.year})`;
}

export function targetTable(facts: ReportFacts, period: Period): Table {
  const lines = targetLines(facts, period);
  return {
    title: "Chỉ tiêu",
    columns: [
      { header: "Chỉ tiêu", kind: "text" },
      { header: "Trong kỳ", kind: "number" },
      { header: "Mức đặt ra", kind: "text" },
      { header: "Cùng kỳ năm trước", kind: "number" },
    ],
    rows: lines.map(({ label, value, target, before }) => [
      label,
      value,
      targetInWords(target, period),
      before,
    ]),
    figures: lines.map(({ ref }) => ({ 1: ref })),
  };
}

import type { ReportFacts } from "./facts.ts";
import { figureOf, partsOf, type FigureRef, type FigureSet } from "./figure-rows.ts";
import { yearBefore, type Period } from "./period.ts";
import type { Table } from "./table.ts";
import { partInWords } from "./words.ts";

export const NAMED_BARS = { names: 0, lengths: 1 } as const;

export function text(header: string) {
  return { header, kind: "text" as const };
}

export function number(header: string) {
  return { header, kind: "number" as const };
}

/** Figures under each other, with those of a year before beside them. */
export function figureTable(
  title: string,
  facts: ReportFacts,
  period: Period,
  figures: readonly (readonly [label: string, ref: FigureRef])[],
): Table {
  const before = yearBefore(period);
  return {
    title,
    columns: [text("Mục"), number("Trong kỳ"), number("Cùng kỳ năm trước")],
    rows: figures.map(([label, ref]) => [label, figureOf(ref, facts, period), figureOf(ref, facts, before)]),
    figures: figures.map(([, ref]) => ({ 1: ref })),
  };
}

/** A figure in its parts. */
export function partTable(
  title: string,
  set: FigureSet,
  theo: string,
  facts: ReportFacts,
  period: Period,
  within: Pick<FigureRef, "theo" | "la"> = {},
): Table {
  const parts = partsOf(set, theo, facts, period, within);
  const narrowed = (la: string): FigureRef =>
    within.theo === undefined || within.la === undefined
      ? { set, theo, la }
      : { set, theo: `${within.theo}|${theo}`, la: `${within.la}|${la}` };
  return {
    title,
    columns: [text("Mục"), number("Số lượng")],
    rows: parts.map(({ la, count }) => [partInWords(theo, la), count]),
    figures: parts.map(({ la }) => ({ 1: narrowed(la) })),
  };
}

import { ANNEX_ITEMS } from "../plan.ts";
import { MONEY_SOURCE_KEYS } from "../money.ts";
import type { ReportFacts } from "./facts.ts";
import { figureOf, type FigureRef } from "./figure-rows.ts";
import { holds, yearOf, type Period } from "./period.ts";
import { figureTable, text } from "./section-tables.ts";
import type { Table } from "./table.ts";
import { partInWords } from "./words.ts";

/** What the office did, and what it cost. */

export function communicationSection(facts: ReportFacts, period: Period) {
  return {
    title: "Tuyên truyền, khen thưởng, hợp tác",
    tables: [
      figureTable(
        "Số hoạt động",
        facts,
        period,
        (["tuyen_truyen", "khen_thuong", "4", "5"] as const).map((item) => [
          partInWords("viec", item),
          { set: "activities", theo: "viec", la: item },
        ]),
      ),
      activityTable("Các hoạt động", facts, period, ["tuyen_truyen", "khen_thuong", "4", "5"]),
    ],
    notes: [],
  };
}

export function annexSection(facts: ReportFacts, period: Period) {
  return {
    title: "Sáu việc của phụ lục",
    tables: [
      figureTable(
        "Số hoạt động theo việc",
        facts,
        period,
        Object.entries(ANNEX_ITEMS).map(([item, label]) => [
          `${item}. ${label}`,
          { set: "activities", theo: "viec", la: item },
        ]),
      ),
      activityTable("Tình trạng, chủ trì, minh chứng", facts, period, Object.keys(ANNEX_ITEMS)),
    ],
    notes: ["Phụ lục ghi ngày kế hoạch là 18/01/2020; kế hoạch ký ngày 18/01/2021."],
  };
}

function activityTable(
  title: string,
  { activities, classes }: ReportFacts,
  period: Period,
  items: readonly string[],
): Table {
  const [from, until] = [yearOf(period.startsOn), yearOf(period.endsOn)];
  return {
    title,
    columns: [text("Việc"), text("Hoạt động"), text("Chủ trì"), text("Tình trạng"), text("Minh chứng")],
    rows: [
      ...activities.filter(({ year }) => from <= year && year <= until),
      // A class that took place is work of its item, too.
      ...classes
        .filter(({ held, day }) => held && holds(period, day))
        .map(({ annexItem, title: name }) => ({
          item: annexItem ?? "",
          title: name,
          lead: null,
          status: "done",
          evidence: null,
        })),
    ]
      .filter(({ item }) => items.includes(item))
      .sort((a, b) => items.indexOf(a.item) - items.indexOf(b.item))
      .map(({ item, title: name, lead, status, evidence }) => [
        partInWords("viec", item),
        name,
        lead,
        partInWords("tinh_trang", status),
        evidence,
      ]),
  };
}

export function moneySection(facts: ReportFacts, period: Period) {
  const kinds = ["ket_qua", "lop", "hoat_dong"] as const;
  const figures = [...MONEY_SOURCE_KEYS, null].map((source) => ({
    label: source === null ? "Cộng" : partInWords("nguon", source),
    refs: [...kinds, null].map((kind): FigureRef => {
      const narrowed = [
        ["nguon", source],
        ["khoan", kind],
      ].filter(([, value]) => value !== null);
      if (narrowed.length === 0) return { set: "money" };
      return {
        set: "money",
        theo: narrowed.map(([name]) => name).join("|"),
        la: narrowed.map(([, value]) => value).join("|"),
      };
    }),
  }));
  return {
    title: "Kinh phí theo nguồn",
    tables: [
      {
        title: "Kinh phí (đồng)",
        columns: [
          text("Nguồn"),
          ...kinds.map((kind) => ({ header: partInWords("khoan", kind), kind: "money" as const })),
          { header: "Cộng", kind: "money" as const },
        ],
        rows: figures.map(({ label, refs }) => [label, ...refs.map((ref) => figureOf(ref, facts, period))]),
        figures: figures.map(({ refs }) => Object.fromEntries(refs.map((ref, at) => [at + 1, ref]))),
        bars: { names: 0, lengths: 4, rows: MONEY_SOURCE_KEYS.length },
      },
    ],
    notes: ["Kế hoạch không ghi tổng kinh phí; số ở đây là số đã nhập cho từng kết quả, lớp và hoạt động."],
  };
}

import { MONEY_SOURCE_KEYS } from "../money.ts";
import type { ReportFacts } from "./facts.ts";
import { figureOf, rowsOf, type FigureSet } from "./figure-rows.ts";
import { holds, yearOf, type Period } from "./period.ts";
import { figureTable, NAMED_BARS, number, partTable, text } from "./section-tables.ts";
import type { Table, TableCell } from "./table.ts";
import { targetTable } from "./targets.ts";
import { PILOT_STATES, partInWords } from "./words.ts";

/** What was reached: results against targets, whom they reached, classes, pilot models. */

export function targetSection(facts: ReportFacts, period: Period) {
  return {
    title: "Kết quả so với chỉ tiêu",
    tables: [targetTable(facts, period)],
    notes: [
      "Chỉ tính kết quả hỗ trợ đã được xác nhận; câu hỏi, yêu cầu hay một chỗ trong lớp không phải là kết quả. Mỗi cơ sở tính một lần trong kỳ.",
      "Kế hoạch 11/KH-UBND không đặt số lớp; chỉ tiêu của kế hoạch này chỉ có cho các năm 2021–2025.",
    ],
  };
}

export function supportedSection(facts: ReportFacts, period: Period) {
  const part = (title: string, set: FigureSet, theo: string) => partTable(title, set, theo, facts, period);
  return {
    title: "Cơ sở được hỗ trợ",
    tables: [
      { ...part("Theo nhóm hỗ trợ (mục II.3), số lượt", "results", "nhom"), bars: NAMED_BARS },
      part("Theo loại hình", "supported", "loai"),
      part("Theo quy mô", "supported", "quy_mo"),
      part("Theo ngành, lĩnh vực", "supported", "nganh"),
      part("Theo địa bàn", "supported", "dia_ban"),
      part("Sản phẩm OCOP", "supported", "ocop"),
      annexOfSupported(facts, period),
    ],
    notes: ["Hộ kinh doanh, tổ hợp tác được kể ở đây nhưng không tính vào chỉ tiêu doanh nghiệp."],
  };
}

function annexOfSupported({ results }: ReportFacts, period: Period): Table {
  return {
    title: "Danh sách kèm minh chứng",
    columns: [
      text("Cơ sở"),
      text("Loại hình"),
      text("Địa bàn"),
      text("Nội dung"),
      { header: "Ngày", kind: "day" },
      text("Minh chứng"),
    ],
    rows: results
      .filter(({ status, day }) => status === "confirmed" && holds(period, day))
      .sort((a, b) => a.enterprise.name.localeCompare(b.enterprise.name, "vi"))
      .map(({ enterprise, standard, kind, day, evidence }) => [
        enterprise.name,
        partInWords("loai", enterprise.kind),
        enterprise.area,
        standard === "" ? partInWords("nhom", kind) : standard,
        day,
        evidence,
      ]),
  };
}

/** Figures of a class, in the order of their columns. */
const SEATS = ["registered", "attended", "certified"] as const;

export function classSection(facts: ReportFacts, period: Period) {
  const held = rowsOf({ set: "classes" }, facts, period);
  const sums = held.map(({ id, title, day }): readonly TableCell[] => [
    title,
    day,
    ...SEATS.map((set) => figureOf({ set, theo: "lop", la: id }, facts, period)),
    enterprisesAt(id),
    facts.classes
      .filter((one) => one.id === id)
      .reduce(
        (sum, { costs }) => sum + MONEY_SOURCE_KEYS.reduce((all, key) => all + (costs[key] ?? 0), 0),
        0,
      ),
  ]);
  // An enterprise that came to two classes stands in the rows of both.
  function enterprisesAt(id: string): number {
    const came = facts.seats.filter(
      ({ classId, status }) => classId === id && ["attended", "certified"].includes(status),
    );
    return new Set(came.map(({ enterprise }) => enterprise.id)).size;
  }
  return {
    title: "Lớp bồi dưỡng, hội thảo",
    tables: [
      figureTable("Tổng số", facts, period, [
        ["Lớp đã tổ chức", { set: "classes" }],
        ["Lượt người đăng ký có chỗ", { set: "registered" }],
        ["Lượt người có mặt", { set: "attended" }],
        ["Lượt người được cấp chứng nhận", { set: "certified" }],
        ["Cơ sở khác nhau có người dự", { set: "class_enterprises" }],
      ]),
      {
        title: "Từng lớp",
        columns: [
          text("Lớp"),
          { header: "Ngày", kind: "day" as const },
          number("Đăng ký"),
          number("Có mặt"),
          number("Chứng nhận"),
          number("Cơ sở"),
          { header: "Kinh phí (đồng)", kind: "money" as const },
        ],
        rows: sums,
        figures: held.map(({ id }) =>
          Object.fromEntries(SEATS.map((set, at) => [at + 2, { set, theo: "lop", la: id }])),
        ),
      },
    ],
    notes: ["Kế hoạch không đặt chỉ tiêu số lớp nên không so sánh với chỉ tiêu."],
  };
}

export function pilotSection(facts: ReportFacts, period: Period) {
  const years = [yearOf(period.startsOn), yearOf(period.endsOn)] as const;
  return {
    title: "Mô hình điểm, kiểm tra",
    tables: [
      figureTable("Tổng số", facts, period, [
        ["Mô hình đã công nhận, cộng dồn từ đầu kế hoạch", { set: "pilots" }],
        ...Object.entries(PILOT_STATES).map(
          ([state, label]) =>
            [
              `Mô hình của kỳ: ${label.toLowerCase()}`,
              { set: "pilot_work", theo: "tinh_trang", la: state },
            ] as const,
        ),
        ["Lượt kiểm tra, giám sát", { set: "inspections" }],
      ]),
      {
        title: "Danh sách mô hình",
        columns: [
          text("Cơ sở"),
          text("Mô hình"),
          text("Tiêu chuẩn, công cụ"),
          text("Tình trạng"),
          text("Minh chứng"),
        ],
        rows: facts.pilots
          .filter(({ year, status }) => years[0] <= year && year <= years[1] && status !== "dropped")
          .map(({ enterprise, title, standard, status, evidence }) => [
            enterprise.name,
            title,
            standard,
            PILOT_STATES[status],
            evidence,
          ]),
      },
    ],
    notes: [],
  };
}

import { ANNEX_ITEMS } from "../plan.ts";
import { MONEY_SOURCE_KEYS } from "../money.ts";
import type { ReportFacts } from "./facts.ts";
import { figureOf, partsOf, rowsOf, type FigureRef, type FigureSet } from "./figure-rows.ts";
import { holds, yearBefore, yearOf, type Period } from "./period.ts";
import type { Table, TableCell } from "./table.ts";
import { targetTable } from "./targets.ts";
import { PILOT_STATES, partInWords } from "./words.ts";

export type SectionKey = (typeof SECTION_KEYS)[number];

/** In the order of the report. */
export const SECTION_KEYS = [
  "chi_tieu",
  "duoc_ho_tro",
  "lop",
  "mo_hinh",
  "tuyen_truyen",
  "phu_luc",
  "kinh_phi",
  "yeu_cau",
  "nhu_cau",
  "tro_ly",
  "nhan_xet",
] as const;

export interface Section {
  key: SectionKey;
  title: string;
  tables: readonly Table[];
  notes: readonly string[];
}

/** All sections of the yearly report over a period, as notes say they are: each figure from rows that can be shown. */
export function reportSections(facts: ReportFacts, period: Period): readonly Section[] {
  const makers: Readonly<Record<SectionKey, (facts: ReportFacts, period: Period) => Omit<Section, "key">>> = {
    chi_tieu: targetSection,
    duoc_ho_tro: supportedSection,
    lop: classSection,
    mo_hinh: pilotSection,
    tuyen_truyen: communicationSection,
    phu_luc: annexSection,
    kinh_phi: moneySection,
    yeu_cau: requestSection,
    nhu_cau: needSection,
    tro_ly: botSection,
    nhan_xet: () => ({ title: "Đánh giá, kiến nghị", tables: [], notes: [] }),
  };
  return SECTION_KEYS.map((key) => ({ key, ...makers[key](facts, period) }));
}

function targetSection(facts: ReportFacts, period: Period) {
  return {
    title: "Kết quả so với chỉ tiêu",
    tables: [targetTable(facts, period)],
    notes: [
      "Chỉ tính kết quả hỗ trợ đã được xác nhận; câu hỏi, yêu cầu hay một chỗ trong lớp không phải là kết quả. Mỗi cơ sở tính một lần trong kỳ.",
      "Kế hoạch 11/KH-UBND không đặt số lớp; chỉ tiêu của kế hoạch này chỉ có cho các năm 2021–2025.",
    ],
  };
}

function supportedSection(facts: ReportFacts, period: Period) {
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

function classSection(facts: ReportFacts, period: Period) {
  const sums = rowsOf({ set: "classes" }, facts, period).map(({ id, title, day }): readonly TableCell[] => [
    title,
    day,
    ...(["registered", "attended", "certified", "class_enterprises"] as const).map((set) => seatsIn(set, id)),
    facts.classes
      .filter((one) => one.id === id)
      .reduce(
        (sum, { costs }) => sum + MONEY_SOURCE_KEYS.reduce((all, key) => all + (costs[key] ?? 0), 0),
        0,
      ),
  ]);
  // An enterprise that came to two classes stands in the rows of both.
  function seatsIn(set: FigureSet, id: string): number {
    if (set !== "class_enterprises") return figureOf({ set, theo: "lop", la: id }, facts, period);
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
      },
    ],
    notes: ["Kế hoạch không đặt chỉ tiêu số lớp nên không so sánh với chỉ tiêu."],
  };
}

function pilotSection(facts: ReportFacts, period: Period) {
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

function communicationSection(facts: ReportFacts, period: Period) {
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

function annexSection(facts: ReportFacts, period: Period) {
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

function moneySection(facts: ReportFacts, period: Period) {
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

function requestSection(facts: ReportFacts, period: Period) {
  return {
    title: "Yêu cầu, vướng mắc",
    tables: [
      figureTable("Tiếp nhận và thời hạn", facts, period, [
        ["Tiếp nhận trong kỳ", { set: "requests" }],
        ["Giải quyết đúng hạn", { set: "requests", theo: "han", la: "dung_han" }],
        ["Quá hạn", { set: "requests", theo: "han", la: "qua_han" }],
        ["Đang giải quyết, còn trong hạn", { set: "requests", theo: "han", la: "trong_han" }],
      ]),
      { ...partTable("Theo loại", "requests", "nhom", facts, period), bars: NAMED_BARS },
      partTable("Theo tình trạng", "requests", "tinh_trang", facts, period),
      partTable("Vướng mắc theo địa bàn", "requests", "dia_ban", facts, period, {
        theo: "nhom",
        la: "vuong_mac",
      }),
    ],
    notes: ["Khó khăn cần báo cáo UBND tỉnh ghi ở phần lời dưới đây (Kế hoạch, phần IV, đoạn cuối)."],
  };
}

function needSection(facts: ReportFacts, period: Period) {
  const sources = partsOf("needs", "nguon", facts, period);
  const refs = sources.map(({ la }): readonly FigureRef[] => [
    { set: "needs", theo: "nguon", la },
    { set: "needs", theo: "dap_ung|nguon", la: `roi|${la}` },
  ]);
  return {
    title: "Nhu cầu của các hội, liên minh",
    tables: [
      {
        title: "Nhu cầu và mức đáp ứng",
        columns: [text("Nguồn"), number("Nhu cầu"), number("Đã đáp ứng")],
        rows: sources.map(({ la }, at) => [
          la,
          ...(refs[at] ?? []).map((ref) => figureOf(ref, facts, period)),
        ]),
        figures: refs.map((pair) => Object.fromEntries(pair.map((ref, at) => [at + 1, ref]))),
      },
      { ...partTable("Theo chủ đề", "needs", "chu_de", facts, period), bars: NAMED_BARS },
    ],
    notes: [],
  };
}

function botSection({ questions }: ReportFacts) {
  const counted = (title: string, counts: Readonly<Record<string, number>>, theo: string): Table => ({
    title,
    columns: [text("Mục"), number("Số câu")],
    rows: Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => [partInWords(theo, name), count]),
    bars: NAMED_BARS,
  });
  return {
    title: "Trợ lý hỏi đáp",
    tables: [
      {
        title: "Tổng số",
        columns: [text("Mục"), number("Số câu")],
        rows: [
          ["Câu hỏi", questions.total],
          ["Chưa trả lời được, đang chờ cán bộ", questions.gapsOpen],
          ["Chưa trả lời được, cán bộ đã bổ sung", questions.gapsAnswered],
        ],
      },
      counted("Kết quả trả lời", questions.byOutcome, "ket_qua"),
      counted("Kênh", questions.byChannel, "kenh"),
    ],
    notes: ["Câu hỏi không phải là kết quả hỗ trợ và không tính vào chỉ tiêu."],
  };
}

const NAMED_BARS = { names: 0, lengths: 1 } as const;

function text(header: string) {
  return { header, kind: "text" as const };
}

function number(header: string) {
  return { header, kind: "number" as const };
}

/** Figures under each other, with those of a year before beside them. */
function figureTable(
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
function partTable(
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

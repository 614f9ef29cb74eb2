import type { ReportFacts } from "./facts.ts";
import { figureOf, partsOf, type FigureRef } from "./figure-rows.ts";
import type { Period } from "./period.ts";
import { figureTable, NAMED_BARS, number, partTable, text } from "./section-tables.ts";
import type { Table } from "./table.ts";
import { partInWords } from "./words.ts";

/** What people asked for: requests, needs told by associations, questions. */

export function requestSection(facts: ReportFacts, period: Period) {
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

export function needSection(facts: ReportFacts, period: Period) {
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

export function botSection({ questions }: ReportFacts) {
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

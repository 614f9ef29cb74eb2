export const analyticsTexts = {
  title: "Phân tích hỏi đáp",
  lead: "Số lượng và cách trả lời; không có lời của người hỏi. Bảng và biểu đồ nói cùng một điều.",
  questions: "câu hỏi trong kỳ",
  openGaps: "câu còn thiếu căn cứ",
  median: "Nửa số câu được trả lời trong",
  ninetyFifth: "95% số câu được trả lời trong",
  seconds: (ms: number) => `${(ms / 1000).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} giây`,
  empty: "Chưa có câu hỏi nào trong kỳ.",
  item: "Mục",
  count: "Số câu",
  month: "Theo tháng",
  monthName: (month: string) => month.split("-").reverse().join("/"),
  outcome: "Kết quả trả lời",
  topic: "Lĩnh vực của căn cứ đầu tiên",
  channel: "Kênh",
  rating: "Người hỏi đánh giá",
  gap: "Câu thiếu căn cứ",
  ratings: { good: "Hữu ích", bad: "Chưa được" } as Readonly<Record<string, string>>,
  gaps: { open: "Đang chờ cán bộ", answered: "Đã bổ sung", dismissed: "Không cần bổ sung" } as Readonly<
    Record<string, string>
  >,
  audit: { "analytics.exported": "Tải số liệu hỏi đáp" },
} as const;

/** What every form says; each dialogue has a file of its own words beside it. */
export const formTexts = {
  pick: "Anh/chị muốn sửa mục nào?",
  correct: "Sửa một mục",
  giveUp: "Thôi, không gửi",
  cancelled: "Đã dừng, chưa có gì được gửi đi. Khi cần anh/chị cứ gõ “menu”.",
  chooseOne: "Anh/chị chọn giúp một mục bên dưới (bấm nút hoặc gõ số).",
  stale: "Nút vừa bấm là của câu trước, nên chưa đổi gì. Anh/chị trả lời câu này giúp tôi:",
  question: "Câu này giống câu hỏi hơn là câu trả lời cho mục đang điền, nên tôi chưa ghi vào.",
  filesUnread: "Mục này tôi chỉ đọc được chữ, tệp chưa dùng tới. Anh/chị gõ bằng lời giúp nhé.",
  filesLeft: "Tệp gửi kèm chưa dùng ở mục này, tôi chỉ đọc phần chữ.",
  empty: "Tôi chưa thấy chữ nào. Anh/chị gõ lại giúp nhé.",
  keep: "Giữ như đã ghi",
  typedSoFar: "Anh/chị đã ghi (giữ lại để dùng khi cần):",
  nowKept: (line: string) => `(Đang ghi: ${line})`,
} as const;

/** where the page is, beside the service's own */
export const DEMO = "/ban-thu";

/** What the page of the demo says. */
export const demoTexts = {
  title: "Bản thử năm kênh",
  lead: "Một dịch vụ thật, dữ liệu mẫu; mọi thứ chạy trên máy này, không cần tài khoản.",
  run: "Chạy kịch bản",
  runHint:
    "Hỏi mã vạch, đăng ký ba người vào lớp 12, hủy một người, xét hỗ trợ rồi gửi yêu cầu, trên cả năm kênh.",
  running: "Đang chạy kịch bản trên năm kênh…",
  done: "Xong: cả năm kênh đã đi hết kịch bản.",
  failed: "Kịch bản dừng giữa chừng:",
  box: (name: string) => `Tin nhắn gửi qua ${name}`,
  placeholder: "Nhắn thử…",
  send: "Gửi",
  log: (name: string) => `Cuộc trò chuyện trên ${name}`,
  frame: "Trang chat trên web",
  empty: "Nhắn “menu” để bắt đầu",
  file: "Tệp",
  away: "Bản thử đã dừng; mở lại bằng “npm run channels:demo”.",
  refused: "Chưa gửi được tin này.",
} as const;

/** In the order of the page; `how` tells what the person does there. */
export const COLUMNS = [
  { channel: "web", name: "Web", how: "Trang chat, khung nhúng" },
  { channel: "telegram", name: "Telegram", how: "Có nút bấm" },
  { channel: "zalo-bot", name: "Zalo Bot", how: "Không có nút: gõ số hoặc chữ" },
  { channel: "zalo-oa", name: "Zalo OA", how: "Tối đa năm nút, nhiều hơn thì gõ số" },
  { channel: "zalo-personal", name: "Zalo cá nhân", how: "Không có nút: gõ số hoặc chữ" },
] as const;

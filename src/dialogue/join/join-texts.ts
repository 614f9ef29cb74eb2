/** What joining two channels says. */
export const joinTexts = {
  made: (code: string, until: string) =>
    [
      `Mã liên kết của anh/chị: ${code} (dùng một lần, đến ${until}).`,
      `Trên kênh kia (Zalo, Telegram hoặc trang web), anh/chị nhắn: liên kết ${code}`,
      "Sau đó hai kênh dùng chung đăng ký, yêu cầu của anh/chị, và mỗi thông báo chỉ gửi một lần, vào kênh anh/chị nhắn gần nhất.",
      "Ai có mã này xem được dữ liệu của anh/chị: đừng gửi cho người khác.",
    ].join("\n"),
  joined:
    "Đã liên kết hai kênh. Đăng ký và yêu cầu xem được ở cả hai; thông báo chỉ gửi một lần, vào kênh anh/chị nhắn gần nhất.",
  areOne: "Hai kênh này đã liên kết từ trước, anh/chị không cần làm gì thêm.",
  refused:
    "Mã không đúng, đã dùng hoặc đã hết hạn. Anh/chị gõ “liên kết” ở kênh kia để lấy mã mới rồi nhắn lại ở đây.",
  how: "Anh/chị gõ “liên kết” để lấy mã, rồi nhắn mã đó ở kênh kia.",
  notDone: "Chưa liên kết được. Anh/chị thử lại, hoặc gõ “gặp cán bộ”.",
} as const;

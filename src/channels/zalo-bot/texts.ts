/** What people and staff read; everything else said in conversations comes from the core. */
export const texts = {
  unreadable: {
    photo: "ảnh này",
    sticker: "nhãn dán",
    voice: "tin thoại",
    other: "loại tin này",
  },
  photoName: "anh",
  pick: "Anh/chị gõ số để chọn:",
  noFiles: (names: readonly string[]) =>
    `(Zalo Bot không gửi được tệp ${names.join(", ")}; anh/chị mở trang chat trên web của Sở để tải ạ.)`,
  standing: {
    connecting: "Đang kết nối tới Zalo.",
    token:
      "Zalo không nhận token của bot (401): kiểm tra token trong cấu hình, có thể token đã được cấp lại.",
    notFound: "Zalo không tìm thấy bot (404): kiểm tra token và địa chỉ API trong cấu hình.",
    unreachable: "Chưa gọi được máy chủ Zalo; đang thử lại.",
    limited: "Zalo báo vượt hạn mức (429); đang chờ rồi thử lại.",
    failing: (code: string) => `Máy chủ Zalo đang báo lỗi (${code}); đang thử lại.`,
    storage: "Chưa ghi được tin nhận về vào cơ sở dữ liệu; đang thử lại, chưa nhận tin mới.",
    crashed: "Kênh gặp lỗi bất ngờ; đang khởi động lại.",
    webhookElsewhere: "Webhook của bot vừa bị gỡ hoặc trỏ sang nơi khác; đang đặt lại.",
    webhookNotSet: "Chưa đặt được webhook; đang thử lại.",
    webhookUnverified:
      "Zalo đã lưu webhook nhưng không gọi thử được: kiểm tra địa chỉ công khai (HTTPS) có tới được dịch vụ này không.",
    webhookInTheWay: "Bot đang có webhook nên không nhận tin kiểu hỏi vòng được; đang gỡ webhook.",
    quotaUsed: (limit: number, month: string) =>
      `Đã dùng hết ${limit} tin của gói Zalo Bot trong tháng ${month}; tin gửi đi bị từ chối đến tháng sau.`,
    manyUsers: (used: number, limit: number) =>
      `Bot có ${used} người dùng, gói cho phép ${limit}: Zalo có thể không nhận người mới.`,
  },
  send: {
    noBot: "Không còn bot này trong cấu hình.",
    nothing: "Tin không có nội dung nào gửi được.",
    quota: (limit: number, month: string) => `Hết hạn mức ${limit} tin của tháng ${month} theo gói Zalo Bot.`,
    token: "Zalo không nhận token của bot (401).",
    limited: "Zalo báo vượt hạn mức gửi (429).",
    unreachable: "Chưa gọi được máy chủ Zalo.",
    server: (code: string) => `Máy chủ Zalo báo lỗi ${code}.`,
    badRequest: "Zalo không nhận tin này (400).",
    forbidden: "Zalo không cho gửi tới người này (403).",
    notFound: "Zalo không tìm thấy cuộc trò chuyện này (404).",
    lost: "Đã gửi đi nhưng không nhận được trả lời của Zalo: tin có thể đã tới.",
    stopped: "Việc gửi bị ngắt giữa chừng.",
  },
} as const;

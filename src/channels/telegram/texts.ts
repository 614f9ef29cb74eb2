import { LARGEST_FILE } from "./settings.ts";

/** What people and staff read; everything else said in conversations comes from the core. */
export const texts = {
  commands: {
    menu: "Các việc tôi giúp được",
    lop: "Lớp tập huấn đang mở, đăng ký lớp",
    hotro: "Gửi yêu cầu hỗ trợ",
    gapcanbo: "Gặp cán bộ của Sở",
    dulieu: "Xem, sửa, xóa dữ liệu của tôi",
    trogiup: "Cách dùng",
  },
  unreadable: {
    photo: "ảnh này",
    document: `tệp này (chỉ nhận ảnh, PDF, Word, Excel, văn bản đến ${LARGEST_FILE / 1_000_000} MB)`,
    voice: "tin thoại",
    audio: "tệp âm thanh",
    video: "video",
    animation: "ảnh động",
    sticker: "nhãn dán",
    location: "vị trí",
    contact: "danh thiếp",
    poll: "bình chọn",
    other: "loại tin này",
  },
  photoName: "anh",
  pick: "Mời anh/chị chọn:",
  standing: {
    connecting: "Đang kết nối tới Telegram.",
    token:
      "Telegram không nhận token của bot: kiểm tra token trong cấu hình (có thể đã bị thu hồi ở @BotFather) rồi khởi động lại.",
    conflict:
      "Có chương trình khác đang nhận tin bằng token của bot này (409): tắt chương trình kia, hoặc đổi token ở @BotFather.",
    unreachable: "Chưa gọi được máy chủ Telegram; đang thử lại.",
    limited: "Telegram báo gọi quá nhiều (429); đang chờ rồi thử lại.",
    failing: (code: string) => `Máy chủ Telegram đang báo lỗi (${code}); đang thử lại.`,
    storage: "Chưa ghi được tin nhận về vào cơ sở dữ liệu; đang thử lại, chưa báo Telegram là đã nhận.",
    crashed: "Kênh gặp lỗi bất ngờ; đang khởi động lại.",
    webhookElsewhere: "Webhook của bot vừa bị gỡ hoặc trỏ sang nơi khác; đang đặt lại.",
    webhookFailing:
      "Telegram báo không gọi được webhook: kiểm tra địa chỉ công khai (HTTPS) có tới được dịch vụ này không.",
  },
  send: {
    noBot: "Không còn bot này trong cấu hình.",
    nothing: "Tin không có nội dung nào gửi được.",
    token: "Telegram không nhận token của bot.",
    limited: "Telegram yêu cầu chờ rồi mới gửi tiếp cho cuộc trò chuyện này (429).",
    paced: "Chờ tới lượt gửi.",
    conflict: "Telegram báo xung đột (409).",
    unreachable: "Chưa gọi được máy chủ Telegram.",
    server: (code: string) => `Máy chủ Telegram báo lỗi ${code}.`,
    badRequest: "Telegram không nhận tin này (400).",
    gone: "Telegram không tìm thấy cuộc trò chuyện này.",
    forbidden: "Người này đã chặn bot, hoặc bot không còn được gửi vào nhóm (403).",
    migrated: "Nhóm đã chuyển sang mã khác mà không gửi tới được.",
    lost: "Đã gửi đi nhưng không nhận được trả lời của Telegram: tin có thể đã tới.",
  },
} as const;

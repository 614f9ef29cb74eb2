import { LARGEST_FILE } from "./settings.ts";

/** What people and staff read; everything said in conversations comes from the core. */
export const texts = {
  unreadable: {
    image: "ảnh này",
    file: `tệp này (chỉ nhận ảnh, PDF, Word, Excel, văn bản đến ${LARGEST_FILE / 1_000_000} MB)`,
    audio: "tin thoại",
    sticker: "nhãn dán",
    location: "vị trí",
    video: "video",
    gif: "ảnh động",
    card: "danh thiếp",
    other: "loại tin này",
  },
  submitted: { name: "Họ tên", phone: "Điện thoại", address: "Địa chỉ" },
  imageName: (number: number) => `anh-${number}`,
  pick: "Mời anh/chị chọn:",
  noFiles: (names: readonly string[]) =>
    `(Không gửi được tệp ${names.join(", ")} qua Zalo. Anh/chị cần tệp này thì gõ “gặp cán bộ” ạ.)`,
  trouble: {
    no_tokens: "Chưa có refresh token: quản trị viên cấp quyền cho ứng dụng rồi đặt refresh token.",
    tokens_unreadable:
      "Không mở được token đã lưu (khóa mã hóa đã đổi): đặt lại khóa cũ, hoặc cấp quyền lại và đặt refresh token mới.",
    reauthorize: "Zalo không nhận refresh token nữa: quản trị viên cấp quyền lại và đặt refresh token mới.",
    interrupted:
      "Lần làm mới token trước bị ngắt giữa chừng nên cặp token mới đã mất: quản trị viên cấp quyền lại và đặt refresh token mới.",
    oauth_away: "Chưa gọi được máy chủ cấp token của Zalo; đang thử lại.",
    api_away: "Chưa gọi được máy chủ Zalo; tin gửi đi đang chờ.",
    too_fast: "Zalo báo gửi quá nhanh; đang gửi chậm lại.",
    quota: "Đã hết hạn mức tin của Zalo OA; tin gửi đi chờ đến hôm sau.",
    admin: "Zalo không cho OA gửi tin cho đến khi quản trị viên OA xử lý.",
    not_stored:
      "Chưa ghi được tin nhận về vào cơ sở dữ liệu. Zalo gửi lại trong khoảng một giờ rồi tắt webhook: nếu lâu hơn, bật lại webhook ở developers.zalo.me.",
    wrong_signature:
      "Có lời gọi webhook sai chữ ký: kiểm tra khóa bí mật và công thức chữ ký (QUIRKS.md của kênh).",
    other_account: "Webhook nhận sự kiện của OA khác: kiểm tra mã OA trong cấu hình.",
  },
  /** by Zalo's error number, from second hand (QUIRKS.md) */
  adminTasks: {
    "-221": "OA chưa được xác thực: xác thực OA ở trang quản trị Zalo OA.",
    "-224": "Gói dịch vụ của OA chưa mua hoặc đã hết hạn: mua, gia hạn gói ở trang quản trị Zalo OA.",
    "-320": "Ứng dụng chưa liên kết với tài khoản trả phí (ZBS): liên kết ở trang quản trị ứng dụng Zalo.",
    "-321": "Tài khoản trả phí (ZBS) đã hết tiền hoặc bị khóa: nạp tiền, kiểm tra tài khoản.",
    "new token refused":
      "Zalo không nhận cả token vừa cấp: kiểm tra ứng dụng có bị khóa, bị gỡ khỏi OA hoặc bật appsecret_proof không.",
  },
} as const;

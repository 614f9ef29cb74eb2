import type { DeclineReason } from "../../registry/commands.ts";

export const outcomeTexts = {
  registered: (code: string, title: string) => `Đã ghi đăng ký, mã ${code}.\n${title}`,
  added: (code: string) => `Đã thêm vào đăng ký ${code}.`,
  confirmed: (names: string) => `Có chỗ: ${names}.`,
  waiting: (names: string) => `Đang chờ: ${names}. Có chỗ trống tôi nhắn ngay.`,
  requested: (names: string) => `Chờ cán bộ xác nhận: ${names}.`,
  waitingPlace: (name: string, position: number) => `${name} (thứ ${position})`,
  rejected: (names: string) => `Chưa nhận được: ${names}. Cán bộ sẽ báo lý do.`,
  alreadyThere: (names: string) => `Đã có tên từ trước: ${names}.`,
  reminder: "Trước lớp một ngày tôi sẽ nhắc. Tệp lịch gửi kèm, mở ra để lưu vào điện thoại.",
  howToChange: "Cần đổi người, thêm hay hủy: gõ “đăng ký của tôi”.",

  swapped: (name: string, code: string) => `Đã đổi sang ${name} (đăng ký ${code}).`,
  swappedKeepsSeat: "Chỗ được giữ nguyên.",
  swappedKeepsPlace: (position: number) => `Giữ nguyên thứ ${position} trong danh sách chờ.`,
  cancelled: (names: string, code: string) =>
    `Đã hủy: ${names} (đăng ký ${code}). Cảm ơn anh/chị đã báo sớm.`,
  offerTaken: (name: string, code: string) => `Đã giữ chỗ cho ${name}, mã ${code}. Hẹn gặp ở lớp.`,
  offerDeclined: (name: string) => `Đã nhường chỗ của ${name} cho người chờ kế tiếp. Cảm ơn anh/chị đã báo.`,
  mine: "Đăng ký của tôi",
  classes: "Xem các lớp",
  somethingElse: "Đã ghi nhận. Gõ “đăng ký của tôi” để xem lại.",
} as const;

/** Why nothing was changed, and what one can do now. */
export const declineTexts: Readonly<Record<DeclineReason, string>> = {
  event_not_open:
    "Rất tiếc, lớp này vừa ngừng nhận đăng ký nên chưa ghi được. Gõ “lớp” để xem lớp khác, hoặc “theo dõi” để được báo lớp mới.",
  event_full_for_enterprise:
    "Đơn vị của anh/chị đã đủ số người tối đa ở lớp này nên chưa ghi thêm được. Anh/chị bớt người hoặc đổi người giúp nhé.",
  audience_mismatch:
    "Lớp này dành cho loại hình đơn vị khác nên chưa ghi được. Anh/chị xem lại loại hình, hoặc gõ “lớp” để chọn lớp khác.",
  offer_expired:
    "Rất tiếc, chỗ này đã quá hạn giữ nên chuyển cho người kế tiếp. Gõ “lớp” để xem các lớp đang mở.",
  not_yours:
    "Tôi chỉ sửa được đăng ký tạo từ chính khung chat này. Anh/chị nhắn từ nơi đã đăng ký, hoặc gõ “gặp cán bộ” để được giúp.",
  already_settled:
    "Việc này đã được xử lý trước đó nên tôi không đổi gì thêm. Gõ “đăng ký của tôi” để xem tình trạng hiện nay.",
  too_late: "Lớp đã bắt đầu nên không đổi được nữa. Cần báo gì thêm, anh/chị gõ “gặp cán bộ” nhé.",
  consent_missing:
    "Chưa có đồng ý cho dùng thông tin nên tôi chưa gửi đi. Anh/chị gửi lại và chọn “Đồng ý” giúp nhé.",
};

import type { Step } from "./play.ts";

const THREE = ["Nguyễn Văn An, 0905123457, trưởng nhóm", "Trần Thị Bình 0912 345 678", "Lê Văn Cường"].join(
  "\n",
);

/** The conversation of all channels: a question, three people registered, one cancelled, eligibility, a request. */
export const CONVERSATION: readonly Step[] = [
  { says: "ma vach mat bao nhieu tien", hears: "1.500.000" },

  { says: "DK 12", hears: "Anh/chị có đồng ý không?" },
  { picks: "Đồng ý", hears: "loại" },
  { picks: "Hợp tác xã", hears: "Tên" },
  { says: "HTX Rau sạch Tịnh Khê", hears: "Mã số thuế" },
  { picks: "Bỏ qua", hears: "xã" },
  { says: "tinh khe", hears: "Họ" },
  { says: "Võ Thị Ba", hears: "điện thoại" },
  { says: "0905 123 456", hears: "Ai" },
  { says: THREE, hears: "Tôi ghi được 3 người" },
  { picks: "Đúng hết", hears: "đồng ý" },
  { picks: "Đã đồng ý", hears: "thông báo" },
  { picks: "Đồng ý nhận", hears: "Người tham dự (3):" },
  { picks: "Gửi đăng ký", hears: "Có chỗ: Nguyễn Văn An, Trần Thị Bình, Lê Văn Cường." },

  { says: "đăng ký của tôi", hears: "2. Trần Thị Bình: có chỗ" },
  { picks: "Hủy chỗ", hears: "Hủy chỗ của ai?" },
  { picks: "Trần Thị Bình", hears: "Hủy đăng ký của Trần Thị Bình?" },
  { picks: "Xác nhận hủy", hears: "Đã hủy: Trần Thị Bình" },

  { says: "toi duoc ho tro gi", hears: "về việc gì?" },
  { picks: "Chính sách cho hợp tác xã", hears: "xử phạt" },
  { picks: "Không", hears: "tiêu chí nào" },
  { picks: "Thành viên tăng", hears: "Kết luận: Có thể nộp" },
  { picks: "Gửi yêu cầu hỗ trợ", hears: "về việc gì" },
  { picks: "Truy xuất", hears: "kể cụ thể" },
  { says: "Muốn làm VietGAP cho 2 ha rau của 14 thành viên", hears: "tệp" },
  { picks: "Không có", hears: "xem lại" },
  { picks: "Gửi yêu cầu", hears: "Đã gửi yêu cầu, mã YC-" },
];

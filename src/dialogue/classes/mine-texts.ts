import type { AttendeeStatus } from "../../registry/states.ts";

export const mineTexts = {
  none: "Chưa có đăng ký nào tạo từ khung chat này. Gõ “lớp” để xem các lớp đang mở.",
  heading: (count: number) => `Anh/chị có ${count} đăng ký:`,
  entry: (code: string, title: string, when: string) => `${code}: ${title}, ${when}`,
  pick: "Anh/chị chọn một đăng ký để xem hoặc thay đổi.",
  label: (code: string) => `Xem ${code}`,
  gone: "Đăng ký này không còn ở đây nữa.",
  one: (code: string, title: string) => `Đăng ký ${code}\n${title}`,
  enterprise: (name: string) => `Đơn vị: ${name}`,
  attendee: (number: number, name: string, status: string) => `${number}. ${name}: ${status}`,
  begun: "Lớp đã bắt đầu nên không đổi được nữa.",
  whatNext: "Anh/chị muốn làm gì?",

  swap: "Đổi người",
  add: "Thêm người",
  cancelSome: "Hủy chỗ",
  calendar: "Lấy lịch (.ics)",
  others: "Đăng ký khác",
  done: "Xong",
  take: (name: string) => `Nhận chỗ: ${name}`,
  pass: (name: string) => `Nhường chỗ: ${name}`,
  comes: (name: string) => `Vẫn dự: ${name}`,
  doesNotCome: (name: string) => `Không dự: ${name}`,
  whichSeat: "Có nhiều chỗ đang chờ anh/chị trả lời, anh/chị chọn từng người giúp nhé.",
  noSeatAsked: "Hiện không có chỗ nào đang chờ anh/chị trả lời.",
  goBack: "Thôi, quay lại",
  closing: "Vâng ạ. Cần xem lại, anh/chị gõ “đăng ký của tôi”.",
  calendarHere: "Lịch lớp đây ạ, mở tệp để lưu vào điện thoại.",
  chooseOne: "Anh/chị chọn một mục bên dưới (bấm nút hoặc gõ số) giúp nhé.",
  stale: "Nút vừa bấm là của câu trước, nên chưa đổi gì.",
  question: "Câu này giống câu hỏi hơn là tên người, nên tôi chưa ghi vào.",
  filesUnread: "Chỗ này tôi chỉ đọc được chữ, tệp chưa dùng tới. Anh/chị gõ bằng lời giúp nhé.",

  swapWho: "Đổi ai?",
  swapTo: (name: string) =>
    `Ai thay ${name}? Gõ: Họ tên, số điện thoại, chức vụ (tên có dấu để in giấy chứng nhận). Chỗ được giữ nguyên.`,
  confirmSwap: (name: string, line: string) =>
    `Đổi ${name} sang: ${line}\nNgười mới đã biết và đồng ý cho gửi tên, số điện thoại của mình chưa?`,
  swapAgreed: "Đã đồng ý, đổi",

  cancelWho: "Hủy chỗ của ai?",
  cancelAll: "Tất cả",
  confirmCancel: (names: string) =>
    `Hủy đăng ký của ${names}? Hủy rồi thì không giữ lại được chỗ. Nếu có người đi thay, anh/chị nên chọn “Đổi người”.`,
  cancelSure: "Xác nhận hủy",

  confirmAdd: (count: number, seats: number) =>
    (seats >= count
      ? `Gửi thêm ${count} người?`
      : `Gửi thêm ${count} người? Lớp chỉ còn ${seats} chỗ, ai chưa có chỗ sẽ vào danh sách chờ.`) +
    " Họ đã biết và đồng ý cho gửi tên, số điện thoại của mình chưa?",
  addAgreed: "Đã đồng ý, gửi",

  confirmPass: (name: string) => `Nhường chỗ của ${name} cho người chờ kế tiếp? Chỗ này không lấy lại được.`,
  passSure: "Xác nhận nhường",
  typedSwap: (name: string, line: string) => `Đổi ${name} sang: ${line}`,
  typedAdd: "Thêm người:",

  seated: "có chỗ",
  offered: (until: string) => `được mời nhận chỗ, trả lời trước ${until}`,
  waitingAt: (position: number) => `đang chờ, thứ ${position}`,
} as const;

/** A status as the person reads it. */
export const statusTexts: Readonly<Record<AttendeeStatus, string>> = {
  requested: "chờ cán bộ xác nhận",
  confirmed: mineTexts.seated,
  waiting: "đang chờ",
  offered: "được mời nhận chỗ",
  lapsed: "quá hạn nhận chỗ",
  rejected: "không được nhận",
  cancelled: "đã hủy",
  attended: "đã dự",
  absent: "vắng mặt",
  certified: "đã có giấy chứng nhận",
};

/** Words that all pages share. */
export const kitTexts = {
  skip: "Đến nội dung chính",
  navigation: "Điều hướng",
  menu: "Mục lục",
  signOut: "Đăng xuất",
  profile: "Tài khoản của tôi",
  optional: "không bắt buộc",
  search: "Tìm",
  filter: "Lọc",
  clear: "Bỏ lọc",
  searchLabel: "Tìm theo chữ",
  sortBy: (label: string) => `Sắp theo ${label}`,
  empty: "Chưa có gì ở đây.",
  nothingFound: "Không có dòng nào khớp. Anh/chị thử bớt điều kiện lọc.",
  rows: (from: number, to: number, total: number) => `${from}–${to} trong ${total}`,
  pages: "Các trang",
  previous: "Trang trước",
  next: "Trang sau",
  cancel: "Thôi",
  mistakes: "Có chỗ cần sửa",
  export: "Tải XLSX",
  progress: (done: number, total: number) => `${done} trên ${total}`,

  conflictTitle: "Người khác vừa sửa",
  conflict:
    "Trong lúc anh/chị đang nhập, người khác đã lưu thay đổi. Chưa có gì bị ghi đè, và những gì anh/chị gõ vẫn còn ở dưới.",
  conflictField: "Mục",
  conflictTheirs: "Đang lưu",
  conflictYours: "Anh/chị nhập",
  conflictKeep: "Lưu bản tôi nhập",
  conflictDrop: "Bỏ, xem bản đang lưu",
  conflictSame: "Hai bản giống nhau ở các mục trên màn hình; phần khác nằm ở nơi khác của hồ sơ.",

  againTitle: "Xin gửi lại",
  again:
    "Phiên làm việc vừa đổi từ lúc anh/chị mở trang. Những gì anh/chị gõ vẫn còn, chỉ cần bấm Gửi lại (tệp đính kèm thì chọn lại).",
  againButton: "Gửi lại",
  sessionOverTitle: "Phiên làm việc đã hết",
  sessionOver:
    "Những gì anh/chị gõ vẫn còn ở trang này. Anh/chị đăng nhập ở thẻ mới, rồi quay lại đây bấm Gửi lại.",
  signInInNewTab: "Đăng nhập ở thẻ mới",

  secondFactorTitle: "Xác nhận bằng mã",
  secondFactor: "Việc này cần mã 6 số trong ứng dụng xác thực của anh/chị.",
  secondFactorLabel: "Mã xác thực",
  secondFactorHint: "6 số, hoặc một mã dự phòng",
  secondFactorWrong: "Mã chưa đúng hoặc đã quá 30 giây. Anh/chị nhập mã đang hiện trong ứng dụng.",
  secondFactorMissing: "Việc này cần xác thực hai bước, mà tài khoản của anh/chị chưa bật.",
  secondFactorSetUp: "Bật xác thực hai bước",
  secondFactorButton: "Xác nhận",
  wait: (seconds: number) =>
    `Đã thử quá nhiều lần. Anh/chị chờ ${seconds >= 120 ? `${Math.ceil(seconds / 60)} phút` : `${seconds} giây`} rồi thử lại.`,

  home: "Về trang chính",
  notFoundTitle: "Không có trang này",
  notFound: "Đường dẫn có thể đã đổi, hoặc dữ liệu đã bị xóa.",
  forbiddenTitle: "Anh/chị chưa được giao việc này",
  forbidden: (role: string) =>
    `Vai trò “${role}” không mở được trang này. Nếu cần, anh/chị nhờ quản trị viên đổi vai trò.`,
  failedTitle: "Trang đang trục trặc",
  failed:
    "Lỗi này do hệ thống, không phải do anh/chị. Việc vừa làm chưa được lưu; anh/chị thử lại sau ít phút.",
  foreignTitle: "Không nhận yêu cầu này",
  foreign:
    "Yêu cầu không đến từ trang của hệ thống nên không được thực hiện. Anh/chị mở lại trang và làm từ đó.",
  tooLargeTitle: "Nội dung gửi lên quá lớn",
  tooLarge: "Anh/chị rút gọn nội dung hoặc chọn tệp nhỏ hơn rồi gửi lại.",
} as const;

import type { Role } from "./permissions.ts";

export const consoleTexts = {
  name: "NSCL · Cán bộ",
  home: "Trang chính",
  trail: "Vị trí của trang",
  roles: {
    viewer: "Người xem",
    officer: "Chuyên viên",
    approver: "Lãnh đạo duyệt",
    admin: "Quản trị viên",
    partner: "Hiệp hội",
  } satisfies Record<Role, string>,
  roleHints: {
    viewer: "Xem số liệu và hồ sơ, không sửa.",
    officer: "Mở lớp, trả lời, xử lý yêu cầu, nhập kết quả.",
    approver: "Như chuyên viên, thêm quyền duyệt. Bắt buộc xác thực hai bước.",
    admin: "Toàn quyền, kể cả tài khoản của cán bộ. Bắt buộc xác thực hai bước.",
    partner: "Cán bộ hiệp hội: chỉ thấy phần việc của hiệp hội mình.",
  } satisfies Record<Role, string>,

  notYetTitle: "Chỉ mở được trên máy chủ",
  notYet: [
    "Trang này chưa có quản trị viên. Để không ai khác giành quyền, lúc này nó chỉ trả lời trên chính máy đang chạy dịch vụ.",
    "Anh/chị mở đường dẫn thiết lập (in ở cửa sổ dòng lệnh khi khởi động) bằng trình duyệt trên máy đó, hoặc qua đường hầm: ssh -L 3000:127.0.0.1:3000 may-chu.",
    "Nếu máy chủ không có trình duyệt và đã ở sau HTTPS, đặt CONSOLE_FROM_ANYWHERE=on rồi khởi động lại.",
  ],
  exposedTitle: "Kết nối chưa an toàn",
  exposed: [
    "Trang này đang mở qua HTTP thường nên mật khẩu có thể bị đọc trên đường truyền. Vì vậy chưa đăng nhập được ở đây.",
    "Người quản trị máy chủ: đặt một máy chủ trung gian có HTTPS (nginx, Caddy) ở trước, cho nó gửi X-Forwarded-Proto và X-Forwarded-For, rồi đặt TRUSTED_PROXIES=1 và khởi động lại.",
    "Trong lúc chờ, anh/chị mở trên chính máy chủ ở http://127.0.0.1, hoặc qua đường hầm SSH.",
  ],
} as const;

import type { StaffState } from "./port.ts";

export const staffTexts = {
  title: "Cán bộ",
  search: "Tìm theo tên, e-mail",
  role: "Vai trò",
  state: "Tình trạng",
  any: "Tất cả",
  name: "Họ và tên",
  email: "E-mail",
  secondFactor: "Hai bước",
  lastSeen: "Hoạt động gần nhất",
  never: "chưa",
  on: "đang bật",
  off: "chưa bật",
  states: { active: "Đang dùng", invited: "Chưa nhận", disabled: "Đã ngừng" } satisfies Record<
    StaffState,
    string
  >,
  association: "Hiệp hội",
  associationHint: "Chỉ cho vai trò Hiệp hội.",
  noAssociation: "Không thuộc hiệp hội",

  invite: "Mời cán bộ",
  inviteButton: "Tạo đường dẫn mời",
  inviteLead: "Hệ thống không gửi e-mail. Anh/chị tự chuyển đường dẫn mời cho người được mời.",
  emailTaken: "E-mail này đã có tài khoản.",
  emailWrong: "E-mail chưa đúng dạng, ví dụ ten@quangngai.gov.vn.",
  nameMissing: "Anh/chị nhập họ và tên.",
  roleMissing: "Anh/chị chọn vai trò.",
  associationMissing: "Vai trò Hiệp hội cần chọn hiệp hội.",

  linkTitle: "Đường dẫn dùng một lần",
  linkLead: (name: string, moment: string) =>
    `Chuyển đường dẫn này cho ${name} qua kênh riêng. Đường dẫn dùng một lần, đến ${moment}, và chỉ hiện ở đây lần này.`,
  linkDone: "Đã chép, về danh sách",

  edit: "Sửa",
  save: "Lưu",
  saved: "Đã lưu.",
  disable: "Ngừng tài khoản",
  disableWords: (name: string) =>
    `${name} bị đăng xuất ngay ở mọi nơi và không đăng nhập lại được. Hồ sơ và nhật ký vẫn giữ.`,
  disabled: "Đã ngừng tài khoản.",
  enable: "Cho dùng lại",
  enabled: "Tài khoản dùng lại được.",
  recover: "Khôi phục",
  recoverLead: "Tạo đường dẫn để người này đặt mật khẩu mới. Anh/chị cần chắc là đang nói chuyện đúng người.",
  recoverPassword: "Quên mật khẩu",
  recoverBoth: "Quên mật khẩu hoặc mất điện thoại: bỏ cả xác thực hai bước",
  recoverButton: "Tạo đường dẫn khôi phục",
  invitedTile: "lời mời chưa được nhận",
  onlyAdmin:
    "Mới có một quản trị viên. Anh/chị mời thêm một người nữa, để khi quên mật khẩu hay mất điện thoại còn có người khôi phục.",
  lastAdmin: "Đây là quản trị viên cuối cùng. Anh/chị giao quyền quản trị cho người khác trước.",
  oneself: "Việc này do một quản trị viên khác làm cho anh/chị.",
  audit: {
    "staff.exported": "Tải danh sách cán bộ",
    "staff.set_up": "Thiết lập lần đầu",
    "staff.invited": "Mời cán bộ",
    "staff.edited": "Sửa thông tin cán bộ",
    "staff.disabled": "Ngừng tài khoản",
    "staff.enabled": "Cho tài khoản dùng lại",
    "staff.recovery_link_made": "Tạo đường dẫn khôi phục",
    "staff.link_used": "Đặt mật khẩu qua đường dẫn",
  },
} as const;

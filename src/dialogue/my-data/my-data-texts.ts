import { CONSENT_PURPOSES, type ConsentPurpose } from "../../registry/views.ts";

/** What seeing, correcting and erasing one's data says. */
export const myDataTexts = {
  menu: "Dữ liệu của anh/chị mà tôi đang giữ từ khung chat này. Anh/chị muốn làm gì?",
  see: "Xem dữ liệu",
  correctPerson: "Sửa họ tên, số điện thoại",
  correctEnterprise: "Sửa thông tin đơn vị",
  withdraw: "Rút lại đồng ý",
  erase: "Xóa tất cả",
  leave: "Thôi",
  left: "Vâng ạ. Khi cần anh/chị gõ “dữ liệu của tôi”.",
  pick: "Anh/chị chọn một mục bên dưới, hoặc cứ hỏi tiếp điều khác.",

  nothing: "Tôi chưa giữ thông tin cá nhân nào anh/chị khai, ngoài các tin nhắn trong khung chat này.",
  messages: "Ngoài ra: các tin nhắn, tệp anh/chị đã gửi trong khung chat này.",
  person: (name: string, phone: string) => `Người liên hệ: ${name}, ${phone}`,
  enterprise: (kind: string, name: string, place: string, taxId: string | null) =>
    `Đơn vị: ${kind} ${name}, ${place}${taxId === null ? "" : `, mã số thuế ${taxId}`}`,
  registrations: (count: number) => `Đăng ký lớp (${count}):`,
  registration: (code: string, title: string, names: string) => `• ${code} – ${title}: ${names}`,
  requests: (count: number) => `Yêu cầu (${count}):`,
  request: (code: string, kind: string, status: string) => `• ${code} – ${kind}: ${status}`,
  topics: (labels: string) => `Theo dõi tin: ${labels}`,
  consents: "Đã đồng ý cho dùng dữ liệu để:",
  consent: (purpose: string, day: string) => `• ${purpose} (${day})`,

  deadlines:
    "Yêu cầu về dữ liệu cá nhân được phản hồi trong 02 ngày làm việc; sau đó xem, sửa trong 10 ngày, rút đồng ý trong 15 ngày, xóa trong 20 ngày (phải nhờ bên thứ ba thì lâu hơn).",
  done: "Đã sửa xong.",
  notDone: "Chưa ghi được. Anh/chị thử lại, hoặc gõ “gặp cán bộ”.",

  noConsent: "Hiện không có đồng ý nào để rút.",
  askWithdraw: "Anh/chị muốn rút đồng ý nào?",
  confirmWithdraw: (what: string, follows: string) => `Rút đồng ý “${what}”?\n${follows}`,
  yesWithdraw: "Rút đồng ý",
  noWithdraw: "Không, giữ lại",
  withdrawn: (day: string) => `Đã ghi việc rút đồng ý. Việc này được thực hiện xong chậm nhất ${day}.`,

  explainErase:
    "Xóa tất cả sẽ xóa: họ tên, số điện thoại, đơn vị đã khai, người trong các đăng ký lớp (đăng ký chưa diễn ra bị hủy), " +
    "yêu cầu hỗ trợ (bị rút), chủ đề theo dõi, đồng ý, tin nhắn và tệp.\n" +
    "Còn lại: các con số tổng đã thống kê, không còn gắn với anh/chị. Xóa rồi không lấy lại được.",
  understood: "Tôi hiểu, muốn xóa",
  keep: "Không xóa nữa",
  lastWord: "Lần cuối: gõ chữ XÓA (hoặc bấm nút) để xóa tất cả dữ liệu của anh/chị.",
  eraseNow: "Xóa tất cả ngay",
  chooseErase: "Tôi chưa xóa gì. Anh/chị gõ XÓA để xóa, hoặc bấm “Không xóa nữa”.",
  chooseUnderstood: "Tôi chưa xóa gì. Anh/chị bấm một trong hai nút bên dưới.",
  kept: "Vâng, tôi giữ nguyên dữ liệu của anh/chị.",
  erased: (registrations: number, requests: number) =>
    "Đã xóa dữ liệu của anh/chị." +
    (registrations === 0 ? "" : ` Đã hủy ${registrations} đăng ký lớp.`) +
    (requests === 0 ? "" : ` Đã rút ${requests} yêu cầu.`) +
    " Cảm ơn anh/chị; khi cần anh/chị cứ nhắn lại.",
} as const;

export const PURPOSE_IN_WORDS: Readonly<Record<ConsentPurpose, string>> = CONSENT_PURPOSES;

/** What follows from taking a consent back. */
export const FOLLOWS: Readonly<Record<ConsentPurpose, string>> = {
  registration:
    "Sau đó tôi không đăng ký lớp hay gửi yêu cầu mới cho anh/chị được nữa, trừ khi anh/chị đồng ý lại. Những gì đã xử lý hợp pháp trước đó vẫn giữ giá trị.",
  announcement: "Sau đó tôi không gửi thông báo lớp, chính sách cho anh/chị nữa.",
  external_model: "Sau đó câu hỏi của anh/chị chỉ được xử lý tại chỗ, không gửi ra mô hình bên ngoài.",
  voice: "Sau đó tôi không nghe tin thoại nữa; anh/chị gõ chữ giúp tôi.",
  external_voice: "Sau đó tin thoại của anh/chị không được gửi ra ngoài nữa; anh/chị gõ chữ giúp tôi.",
};

export const correctTexts = {
  personSummary: "Thông tin người liên hệ sau khi sửa:",
  enterpriseSummary: "Thông tin đơn vị sau khi sửa:",
  save: "Lưu thay đổi",
  giveUp: "Thôi, không sửa",
  cancelled: "Đã dừng, chưa sửa gì.",
  nothing: "Tôi chưa giữ thông tin này của anh/chị nên chưa có gì để sửa.",
} as const;

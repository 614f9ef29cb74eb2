import type { DeclineReason } from "../../registry/commands.ts";
import type { RequestStatus } from "../../registry/states.ts";
import { REQUEST_KINDS, type RequestView } from "../../registry/views.ts";

/** Words shared by sending a request and following it. */

export const KINDS_IN_WORDS: Readonly<Record<RequestView["kind"], string>> = {
  ...REQUEST_KINDS,
  gap_can_bo: "Gặp cán bộ",
  cau_hoi: "Câu hỏi chuyển cán bộ",
  du_lieu: "Yêu cầu về dữ liệu cá nhân",
};

export const STATUS_IN_WORDS: Readonly<Record<RequestStatus, string>> = {
  received: "đã nhận, chờ phân công",
  assigned: "đã giao cho cán bộ",
  in_progress: "đang xử lý",
  needs_info: "cán bộ cần anh/chị bổ sung thông tin",
  guided: "đã hướng dẫn xong",
  forwarded: "đã chuyển cơ quan khác",
  accepted: "được chấp nhận, chờ triển khai",
  refused: "không được chấp nhận",
  withdrawn: "anh/chị đã rút",
  supporting: "đang hỗ trợ",
  completed: "đã hoàn thành",
  merged: "đã gộp vào yêu cầu khác về cùng việc",
};

export const declineTexts: Readonly<Record<DeclineReason, string>> = {
  not_yours:
    "Yêu cầu này không do khung chat này tạo nên tôi không đổi được. Anh/chị nhắn từ nơi đã gửi, hoặc gõ “gặp cán bộ”.",
  already_settled:
    "Yêu cầu này đã sang bước khác nên tôi chưa đổi gì. Gõ “yêu cầu của tôi” để xem tình trạng mới.",
  too_late: "Đã quá 30 ngày nên không mở lại được. Anh/chị gửi yêu cầu mới giúp tôi.",
  consent_missing:
    "Chưa có đồng ý cho dùng thông tin nên tôi chưa gửi đi. Anh/chị gửi lại và chọn “Đồng ý” giúp nhé.",
  event_not_open: "Chưa ghi được. Anh/chị thử lại, hoặc gõ “gặp cán bộ”.",
  event_full_for_enterprise: "Chưa ghi được. Anh/chị thử lại, hoặc gõ “gặp cán bộ”.",
  audience_mismatch: "Chưa ghi được. Anh/chị thử lại, hoặc gõ “gặp cán bộ”.",
  offer_expired: "Chưa ghi được. Anh/chị thử lại, hoặc gõ “gặp cán bộ”.",
};

export const requestTexts = {
  askKind: "Anh/chị cần hỗ trợ về việc gì?",
  chooseKind: "Anh/chị chọn một việc bên dưới giúp tôi; không chắc thì chọn “Vướng mắc, khó khăn khác”.",
  kindLabel: "Việc cần hỗ trợ",
  askDescription:
    "Anh/chị kể cụ thể: đang làm gì, cần giúp gì (từ 10 đến 2.000 ký tự). Đừng gửi số căn cước, mật khẩu.",
  descriptionLabel: "Nội dung",
  tooShort:
    "Nội dung ngắn quá, cán bộ chưa hiểu được. Anh/chị kể thêm ít nhất 10 ký tự, ví dụ: “Cần tư vấn làm ISO 22000 cho xưởng nước mắm”.",
  tooLong: (length: number) =>
    `Nội dung dài ${length} ký tự, tôi chỉ ghi được 2.000. Anh/chị rút gọn lại, phần còn lại gửi bằng tệp ở bước sau.`,
  background: (lines: readonly string[]) => `Gửi kèm: ${lines.join(" | ")}`,
  askFiles: "Anh/chị có tệp, ảnh nào gửi kèm không (tối đa 5)? Đừng gửi ảnh căn cước.",
  filesLabel: "Tệp gửi kèm",
  noFiles: "Không có",
  done: "Xong",
  clearFiles: "Bỏ hết tệp",
  filesSoFar: (names: string, count: number) =>
    `Đã nhận ${count} tệp: ${names}. Anh/chị gửi thêm, hoặc bấm “Xong”.`,
  filesFull: (left: number) => `Chỉ nhận được 5 tệp, còn ${left} tệp tôi chưa ghi.`,
  filesCleared: "Đã bỏ các tệp.",
  captionLeft: "Phần chữ đi kèm tệp tôi chưa ghi; cần thì thêm vào mục “Nội dung” ở bước cuối.",
  sendFiles: "Anh/chị gửi tệp, hoặc bấm nút bên dưới giúp tôi.",
  filesLine: (names: string) => `Tệp gửi kèm: ${names}`,
  noFilesLine: "Tệp gửi kèm: không có",
  known: (lines: readonly string[]) =>
    `Tôi dùng thông tin anh/chị đã khai, sai thì sửa ở bước cuối: ${lines.join("; ")}.`,
  refusedConsent:
    "Không sao ạ. Tôi chưa ghi gì của anh/chị. Anh/chị vẫn hỏi đáp bình thường, hoặc gõ “gặp cán bộ”.",
  summary: "Anh/chị xem lại rồi bấm “Gửi yêu cầu”:",
  send: "Gửi yêu cầu",
  cancelled: "Đã dừng, yêu cầu chưa được gửi đi. Khi cần anh/chị gõ “yêu cầu hỗ trợ”.",
  received: (code: string, due: string) =>
    `Đã gửi yêu cầu, mã ${code}. Cán bộ trả lời chậm nhất ${due}.\n` +
    "Câu trả lời sẽ đến ngay tại đây; xem tiến độ thì gõ “yêu cầu của tôi”.",
  follow: "Yêu cầu của tôi",
  menu: "Về menu",
  alreadyOpen: (code: string, due: string) =>
    `Đơn vị đã có một yêu cầu cùng loại đang xử lý, mã ${code}, hạn trả lời ${due}. ` +
    "Nội dung vừa rồi chưa gửi; anh/chị muốn bổ sung vào yêu cầu đó không?",
  alreadyOpenElsewhere: (code: string) =>
    `Đơn vị đã có yêu cầu ${code} cùng loại đang xử lý. Anh/chị muốn bổ sung vào yêu cầu đó không?`,
  added: (code: string) => `Đã bổ sung vào yêu cầu ${code}. Cán bộ sẽ thấy ngay.`,
  addToIt: "Bổ sung vào yêu cầu đó",
  leaveIt: "Thôi, không gửi",
  chooseAdding: "Anh/chị chọn một trong hai nút bên dưới giúp tôi.",
  foreignRequest: (code: string) =>
    `Yêu cầu ${code} do người khác của đơn vị gửi nên tôi không bổ sung thay được. Anh/chị gõ “gặp cán bộ” để được nối vào yêu cầu đó.`,
  notDone: "Chưa ghi được. Anh/chị thử lại, hoặc gõ “gặp cán bộ”.",
} as const;

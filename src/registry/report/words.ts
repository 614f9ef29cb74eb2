import { ACTIVITY_STATES, WORK_ITEMS } from "../plan.ts";
import { MONEY_SOURCES } from "../money.ts";
import type { PilotStatus, RequestStatus, ResultStatus } from "../states.ts";
import { ENTERPRISE_KINDS, REQUEST_KINDS } from "../views.ts";
import { SIZES } from "../enterprise-profile.ts";
import type { SupportKind } from "./facts.ts";

export const SUPPORT_KINDS: readonly SupportKind[] = [
  "he_thong_cong_cu",
  "truy_xuat_gap",
  "so_hoa",
  "chung_nhan",
];

export const RESULT_STATES: Readonly<Record<ResultStatus, string>> = {
  recorded: "Chờ xác nhận",
  confirmed: "Đã xác nhận",
  voided: "Đã hủy",
};

export const PILOT_STATES: Readonly<Record<PilotStatus, string>> = {
  proposed: "Đề xuất",
  approved: "Đã duyệt",
  monitored: "Đang theo dõi",
  recognised: "Đã công nhận",
  dropped: "Thôi không làm",
};

const REQUEST_OUTCOMES: Readonly<Record<RequestStatus, string>> = {
  received: "Mới nhận",
  assigned: "Đã giao",
  in_progress: "Đang xử lý",
  needs_info: "Chờ bổ sung",
  guided: "Đã hướng dẫn",
  forwarded: "Đã chuyển cơ quan khác",
  accepted: "Nhận hỗ trợ",
  refused: "Từ chối",
  withdrawn: "Người gửi rút",
  supporting: "Đang hỗ trợ",
  completed: "Hoàn thành",
  merged: "Đã gộp",
};

const OTHER_REQUESTS: Readonly<Record<string, string>> = {
  gap_can_bo: "Xin gặp cán bộ",
  cau_hoi: "Câu hỏi chuyển cán bộ",
};

/** Why an answer ended as it did, as statistics call it. */
const OUTCOMES: Readonly<Record<string, string>> = {
  answered: "Trả lời được",
  partial: "Trả lời một phần",
  clarify: "Hỏi lại cho rõ",
  unanswerable: "Chưa có căn cứ",
  blocked: "Ngoài phạm vi",
  failed: "Trục trặc",
};

const NOT_WRITTEN = "Chưa ghi";

/** What a part of a figure is called; `theo` says by what it was divided. */
export function partInWords(theo: string, la: string): string {
  if (la === "") return NOT_WRITTEN;
  return PARTS[theo]?.[la] ?? la;
}

const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  loai: ENTERPRISE_KINDS,
  quy_mo: SIZES,
  nhom: { ...REQUEST_KINDS, ...OTHER_REQUESTS },
  nguon: MONEY_SOURCES,
  viec: WORK_ITEMS,
  ket_qua: OUTCOMES,
  tinh_trang: { ...REQUEST_OUTCOMES, ...PILOT_STATES, ...ACTIVITY_STATES },
  han: { dung_han: "Đúng hạn", qua_han: "Quá hạn", trong_han: "Còn trong hạn" },
  pham_vi: { doanh_nghiep: "Riêng doanh nghiệp", ca_htx: "Cả hợp tác xã" },
  khoan: { ket_qua: "Hỗ trợ cơ sở", lop: "Lớp, hội thảo", hoat_dong: "Hoạt động khác" },
  dap_ung: { roi: "Đã đáp ứng", chua: "Chưa đáp ứng" },
  ocop: Object.fromEntries([1, 2, 3, 4, 5].map((stars) => [String(stars), `OCOP ${stars} sao`])),
};

import type { ConsentGiven } from "../registry/commands.ts";
import { CONSENT_PURPOSES, type ConsentPurpose, type ConsentView } from "../registry/views.ts";

/**
 * Grows with every change of the wording below: a consent holds for the words it was given to. Those who agreed to an
 * older wording are asked again.
 */
export const NOTICE_VERSION = "2026-11-1";

/** Law 91/2025/QH15 Điều 9: which data, for what, who keeps them, which rights; one purpose at a time. */
const DATA: Readonly<Record<ConsentPurpose, string>> = {
  registration: "tên, số điện thoại, đơn vị và xã, phường của anh/chị và người được đăng ký",
  announcement: "cách liên hệ qua khung chat này và chủ đề anh/chị quan tâm",
  external_model: "nội dung câu hỏi, sau khi bỏ số điện thoại, mã số thuế và số giấy tờ",
  voice: "đoạn ghi âm trong tin thoại của anh/chị",
  external_voice: "đoạn ghi âm trong tin thoại của anh/chị",
};

const RECORDINGS = "đoạn ghi âm chỉ tới khi nghe xong, không quá 1 ngày; lời đã nghe như tin nhắn; ";

/** What is kept for a shorter time than the rest. */
const KEPT_SHORTER: Partial<Readonly<Record<ConsentPurpose, string>>> = {
  voice: RECORDINGS,
  external_voice: RECORDINGS,
};

export interface Keeper {
  organisation: string;
  /** how long data are kept, in words; the installation knows */
  retention?: string | undefined;
}

/** What a person is told before a consent; these very words are kept with it. */
export function privacyNotice(purpose: ConsentPurpose, { organisation, retention }: Keeper): string {
  return [
    `${organisation} xin phép dùng ${DATA[purpose]} để: ${CONSENT_PURPOSES[purpose]}. Không dùng vào việc khác.`,
    `Thời gian lưu: ${KEPT_SHORTER[purpose] ?? ""}${retention ?? "đến khi xong việc và hết thời hạn lưu trữ của cơ quan"}.`,
    "Anh/chị có quyền xem, sửa, xóa, rút lại đồng ý bất cứ lúc nào: gõ “dữ liệu của tôi”.",
  ].join("\n");
}

/** The consent as it goes into a command. */
export function consentTo(purpose: ConsentPurpose, keeper: Keeper): ConsentGiven {
  return { purpose, noticeVersion: NOTICE_VERSION, wording: privacyNotice(purpose, keeper) };
}

/** Whether this purpose was agreed to already, in today's wording. */
export function hasConsented(consents: readonly ConsentView[], purpose: ConsentPurpose): boolean {
  return consents.some((one) => one.purpose === purpose && one.noticeVersion === NOTICE_VERSION);
}

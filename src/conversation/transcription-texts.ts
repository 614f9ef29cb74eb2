import type { ModelTrouble } from "../answer/model.ts";

/** What staff are told where voice messages cannot be heard; people are asked to type. */
const WHY: Readonly<Record<ModelTrouble, string>> = {
  unreachable: "Không kết nối được máy chủ nghe tin thoại: kiểm tra TRANSCRIPTION_BASE_URL và mạng.",
  slow: "Máy chủ nghe tin thoại trả lời quá chậm: kiểm tra máy chủ, hoặc tăng TRANSCRIPTION_SECONDS.",
  too_many_requests: "Máy chủ nghe tin thoại báo quá nhiều lượt gọi (429): kiểm tra gói dịch vụ.",
  refused: "Máy chủ nghe tin thoại không nhận: kiểm tra TRANSCRIPTION_API_KEY và TRANSCRIPTION_MODEL.",
  server_error: "Máy chủ nghe tin thoại đang lỗi.",
  malformed: "Máy chủ nghe tin thoại trả lời không đúng mẫu.",
  cut_off: "Trả lời của máy chủ nghe tin thoại bị đứt giữa chừng.",
  resting: "Máy chủ nghe tin thoại vừa lỗi nhiều lần liền nên tạm nghỉ một phút.",
  all_spent: "Đã hết số tin thoại nghe được trong ngày (TRANSCRIPTION_PER_DAY).",
};

const MEANWHILE = "Trong lúc này trợ lý xin người hỏi gõ bằng chữ.";

export const transcriptionTexts = {
  trouble: (why: ModelTrouble) => `${WHY[why]} ${MEANWHILE}`,
} as const;

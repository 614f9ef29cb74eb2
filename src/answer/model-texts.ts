import type { ModelTrouble } from "./model.ts";

/** What staff are told of a model that does not help; people who ask never hear of it. */
const WHY: Readonly<Record<ModelTrouble, string>> = {
  unreachable: "Không kết nối được máy chủ mô hình: kiểm tra OPENAI_BASE_URL và mạng.",
  slow: "Mô hình trả lời quá chậm: kiểm tra máy chủ mô hình, hoặc tăng MODEL_SECONDS.",
  too_many_requests: "Máy chủ mô hình báo quá nhiều lượt gọi (429): kiểm tra gói dịch vụ.",
  refused: "Máy chủ mô hình không nhận: kiểm tra OPENAI_API_KEY, CHAT_MODEL và MODEL_OUTPUT.",
  server_error: "Máy chủ mô hình đang lỗi.",
  malformed: "Mô hình trả lời không đúng mẫu: thử MODEL_OUTPUT khác (tools, json) hoặc mô hình khác.",
  cut_off: "Câu trả lời của mô hình bị đứt giữa chừng.",
  resting: "Mô hình vừa lỗi nhiều lần liền nên tạm nghỉ một phút.",
  all_spent: "Đã hết số câu hỏi trong ngày dành cho mô hình (MODEL_PER_DAY).",
};

const MEANWHILE = "Trong lúc này trợ lý vẫn trả lời bằng lời của văn bản, không dùng mô hình.";

export const modelTexts = {
  /** the place of a channel's name where states are listed */
  name: "mô hình ngôn ngữ",
  trouble: (why: ModelTrouble) => `${WHY[why]} ${MEANWHILE}`,
} as const;

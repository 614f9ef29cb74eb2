import type { DenseTrouble } from "./port.ts";

/** What staff are told of dense search that does not help; people who ask never hear of it. */
const WHY: Readonly<Record<DenseTrouble, string>> = {
  unreachable:
    "Không kết nối được máy chủ nhúng (embedding): kiểm tra EMBEDDING_BASE_URL hoặc OPENAI_BASE_URL, và mạng.",
  slow: "Máy chủ nhúng (embedding) trả lời quá chậm.",
  too_many_requests: "Máy chủ nhúng (embedding) báo quá nhiều lượt gọi (429): kiểm tra gói dịch vụ.",
  refused: "Máy chủ nhúng (embedding) không nhận: kiểm tra OPENAI_API_KEY và EMBEDDING_MODEL.",
  server_error: "Máy chủ nhúng (embedding) đang lỗi.",
  malformed: "Máy chủ nhúng (embedding) trả về kết quả không đúng dạng: kiểm tra EMBEDDING_MODEL.",
  cut_off: "Kết quả của máy chủ nhúng (embedding) bị đứt giữa chừng.",
  resting: "Máy chủ nhúng (embedding) vừa lỗi nhiều lần liền nên tạm nghỉ một phút.",
  all_spent: "Đã hết số câu hỏi trong ngày dành cho mô hình nhúng (MODEL_PER_DAY).",
  other_dimensions:
    "Mô hình nhúng (embedding) trả về véc-tơ khác số chiều với chỉ mục; nếu mô hình đã đổi, chỉ mục sẽ được lập lại.",
};

const MEANWHILE = "Trong lúc này trợ lý vẫn tìm bằng từ ngữ như thường.";

export const denseTexts = {
  trouble: (why: DenseTrouble) => `${WHY[why]} ${MEANWHILE}`,
  building: `Đang lập chỉ mục tìm theo nghĩa. ${MEANWHILE}`,
  notInstalled: `Máy này chưa có hnswlib-node (npm install cần python3, make và g++ để dựng): tìm theo nghĩa đang tắt. ${MEANWHILE}`,
  notKept: `Không ghi được chỉ mục tìm theo nghĩa vào thư mục dữ liệu (DATA_DIR): kiểm tra quyền ghi và dung lượng. Lần khởi động sau sẽ phải lập lại.`,
} as const;

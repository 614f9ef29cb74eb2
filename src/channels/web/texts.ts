import type { Confidence, LegalStatus, RelationKind } from "../../knowledge/document.ts";

/** Every sentence the web pages say of their own; answers and documents come from the knowledge. */
export const texts = {
  certificate: {
    title: "Giấy chứng nhận",
    awarded: "Chứng nhận anh/chị",
    attended: "đã tham dự",
    when: (days: string, places: string) => `${days}, tại ${places}`,
    number: "Số",
    day: (day: string) => `Cấp ${day}`,
    hint: "Muốn in, anh/chị dùng lệnh In của trình duyệt, khổ A4 ngang.",
    noneTitle: "Không tìm thấy giấy chứng nhận",
    none: "Đường dẫn này không đúng, đã được thay bằng đường dẫn mới, hoặc giấy đã bị thu hồi. Anh/chị mở lại tin nhắn mới nhất, hoặc nhắn “gặp cán bộ”.",
  },

  name: "Trợ lý NSCL",
  tagline: "Hỏi đáp về năng suất, chất lượng",
  skip: "Tới nội dung chính",
  navigation: "Trang chính",
  navAsk: "Hỏi đáp",
  navDocuments: "Văn bản",
  automatic: "Máy trả lời tự động, nội dung để tham khảo.",
  footer: (organisation: string) =>
    `${organisation}. Trước khi làm thủ tục, anh/chị đối chiếu với văn bản gốc hoặc hỏi lại cán bộ.`,

  welcome: "Anh/chị cần hỏi điều gì?",
  welcomeMore:
    "Kế hoạch của tỉnh, tiêu chuẩn, mã vạch, truy xuất nguồn gốc, nhãn hàng hóa, VietGAP, OCOP và các hỗ trợ cho doanh nghiệp, hợp tác xã.",
  promises: [
    ["Hỏi bằng lời thường", "Có dấu, không dấu, viết tắt đều được."],
    ["Câu nào cũng có căn cứ", "Số văn bản, điều khoản và hiệu lực đến hôm nay."],
    ["Không biết thì nói không biết", "Không có căn cứ, trợ lý không đoán."],
  ],
  firstQuestions: "Mọi người hay hỏi",

  basis: "Căn cứ và hiệu lực",
  openInDocument: "Xem trong văn bản",

  documents: "Văn bản trợ lý dùng làm căn cứ",
  documentsMore: (count: number, day: string) =>
    `${count} văn bản và bài hướng dẫn. Tình trạng tính đến hôm nay, ${day}.`,
  filterLabel: "Lọc theo chữ",
  filterPlaceholder: "nhãn, 37/2026, hết hiệu lực",
  filter: "Lọc",
  clearFilter: "Bỏ lọc",
  filtered: (count: number, words: string) => `Có ${count} văn bản khớp “${words}”.`,
  nothingFound: (words: string) =>
    `Không có văn bản nào khớp “${words}”. Anh/chị thử ít chữ hơn, hoặc chỉ gõ số văn bản.`,
  fields: "Lĩnh vực",
  guide: "Bài hướng dẫn",

  summaryNotice:
    "Nội dung dưới đây là bản tóm tắt, không phải nguyên văn. Khi làm thủ tục xin đối chiếu văn bản gốc.",
  backToDocuments: "Tất cả văn bản",
  contents: (count: number) => `Mục lục (${count} mục)`,
  relations: "Liên quan đến văn bản khác",
  sources: "Nguồn",
  sectionSource: "Nguồn:",
  unverified: "Chưa kiểm chứng – không dùng làm căn cứ",
  remarks: "Ghi chú – không dùng làm căn cứ",
  facts: {
    issuer: "Cơ quan ban hành",
    compiler: "Biên soạn",
    issued: "Ngày ban hành",
    effective: "Hiệu lực từ",
    expires: "Hết hiệu lực sau ngày",
    territory: "Địa bàn",
    confidence: "Độ tin cậy",
    verified: "Kiểm chứng ngày",
    review: "Rà soát trước ngày",
    overdue: "quá hạn rà soát",
    unknown: "chưa rõ",
  },

  notFoundTitle: "Không có trang này",
  notFound: "Đường dẫn có thể đã đổi hoặc gõ thiếu. Anh/chị về trang hỏi đáp hoặc xem danh sách văn bản.",
  failedTitle: "Trang đang trục trặc",
  failed: "Lỗi này do hệ thống, không phải do anh/chị. Anh/chị thử lại sau ít phút.",
  unreadableTitle: "Không đọc được yêu cầu",
  unreadable: "Nội dung gửi lên không đúng dạng. Anh/chị quay lại trang hỏi đáp và gửi lại.",
  tooLargeTitle: "Nội dung gửi quá dài",
  tooLarge: "Anh/chị rút gọn câu hỏi còn một ý chính giúp tôi nhé.",

  api: {
    notFound: "Không có địa chỉ này.",
    method: "Địa chỉ này chỉ nhận POST.",
    mediaType: "Cần gửi JSON (Content-Type: application/json).",
    tooLarge: "Nội dung gửi vượt quá 64 kB.",
    notJson: "Nội dung gửi không phải JSON.",
    question: 'Cần "question" là một chuỗi chữ.',
    history: '"history" phải là danh sách các câu hỏi trước, mỗi câu một chuỗi chữ, nhiều nhất 50 câu.',
    failed: "Hệ thống đang trục trặc, anh/chị thử lại sau ít phút.",
  },
} as const;

export const STATUS_WORDS: Readonly<Record<LegalStatus, string>> = {
  not_yet: "Chưa có hiệu lực",
  in_force: "Còn hiệu lực",
  suspended: "Đang tạm ngưng",
  expired: "Đã hết hiệu lực",
  replaced: "Đã bị thay thế",
  unverified: "Chưa kiểm chứng",
};

/** A plan does not lose force, its period ends. */
export const PLAN_ENDED = "Đã hết giai đoạn";

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  high: "cao",
  medium: "trung bình",
  low: "thấp",
};

export const RELATION_WORDS: Readonly<Record<RelationKind, { does: string; undergoes: string }>> = {
  replaces: { does: "Thay thế", undergoes: "Bị thay thế bởi" },
  amends: { does: "Sửa đổi", undergoes: "Được sửa đổi bởi" },
  suspends: { does: "Tạm ngưng", undergoes: "Bị tạm ngưng bởi" },
  applies_instead: { does: "Áp dụng trong lúc tạm ngưng", undergoes: "Trong lúc tạm ngưng thì áp dụng" },
  implements: { does: "Hướng dẫn", undergoes: "Được hướng dẫn bởi" },
  based_on: { does: "Căn cứ", undergoes: "Là căn cứ của" },
};

/** Fields as headings, in the order of the list; one not named here comes last under its own name. */
export const FIELD_HEADINGS: Readonly<Record<string, string>> = {
  "năng suất chất lượng": "Năng suất, chất lượng",
  "hỗ trợ": "Hỗ trợ doanh nghiệp",
  "hợp tác xã": "Hợp tác xã",
  "mã vạch": "Mã số, mã vạch",
  "truy xuất": "Truy xuất nguồn gốc",
  nhãn: "Nhãn hàng hóa",
  "tiêu chuẩn": "Tiêu chuẩn, quy chuẩn",
  gap: "VietGAP, GlobalG.A.P., hữu cơ",
  "sản phẩm": "Sản phẩm, OCOP",
  "dữ liệu cá nhân": "Dữ liệu cá nhân",
  "cơ quan": "Cơ quan, địa giới",
};

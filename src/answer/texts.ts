/** Every sentence the answerer says of its own; facts come from the knowledge only. */

const INTRODUCTION =
  "Tôi là trợ lý tự động của Sở Khoa học và Công nghệ tỉnh Quảng Ngãi về năng suất, chất lượng: kế hoạch của tỉnh, " +
  "tiêu chuẩn, mã số mã vạch, truy xuất nguồn gốc, nhãn hàng hóa, VietGAP, hữu cơ, OCOP và các hỗ trợ cho doanh nghiệp, " +
  "hợp tác xã. Câu trả lời có dẫn căn cứ và chỉ để tham khảo.";

export const SUGGESTED_QUESTIONS = [
  "Mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp?",
  "Mã vạch mất bao nhiêu tiền?",
  "Nhãn hàng hóa phải ghi những gì?",
  "Truy xuất nguồn gốc có bắt buộc không?",
  "Hợp tác xã được hỗ trợ những gì?",
] as const;

export const texts = {
  empty: "Anh/chị chưa nhập câu hỏi. Mời anh/chị gõ điều muốn hỏi, có dấu hay không dấu đều được.",
  noWords: "Tôi chỉ đọc được chữ. Mời anh/chị gõ câu hỏi bằng lời, ví dụ: “Mã vạch mất bao nhiêu tiền?”.",
  tooLong: (length: number, limit: number) =>
    `Câu hỏi dài ${grouped(length)} ký tự, tôi chỉ đọc được ${grouped(limit)}. Anh/chị rút gọn còn một ý chính giúp tôi nhé.`,
  notVietnamese:
    "Tôi chỉ trả lời được bằng tiếng Việt, có dấu hay không dấu đều được. " +
    "(Sorry, I can only answer questions in Vietnamese.)",
  greeting: `Chào anh/chị! ${INTRODUCTION} Anh/chị muốn hỏi điều gì ạ?`,
  thanks: "Không có gì ạ! Anh/chị cần thêm điều gì cứ nhắn tôi nhé.",
  farewell: "Chào anh/chị, chúc anh/chị làm ăn thuận lợi. Khi cần cứ nhắn tôi nhé.",
  identity: `${INTRODUCTION} Tôi là máy, không phải cán bộ; việc nào tôi không có căn cứ thì tôi nói rõ và chuyển câu hỏi cho người phụ trách.`,
  abilities: `${INTRODUCTION} Anh/chị cứ hỏi bằng lời thường, ví dụ: “ma vach mat bao nhieu”, “nhãn cũ còn dùng được không”, “hợp tác xã được hỗ trợ gì”.`,
  howAreYou: "Cảm ơn anh/chị, tôi vẫn trực đây. Anh/chị cần hỏi điều gì về năng suất, chất lượng ạ?",
  acknowledged: "Vâng ạ. Anh/chị còn muốn hỏi thêm điều gì không?",
  apology:
    "Xin lỗi anh/chị vì câu trả lời chưa đúng ý. Anh/chị hỏi lại rõ hơn một chút, hoặc để tôi chuyển câu hỏi cho cán bộ nhé.",
  injection:
    "Tôi chỉ trả lời theo văn bản và không đổi cách làm việc theo lời nhắn. Anh/chị cần hỏi gì về năng suất, chất lượng thì tôi sẵn lòng ạ.",
  forgery:
    "Việc này trái quy định nên tôi không giúp được. Nếu cần, tôi có thể nói về cách đăng ký, chứng nhận đúng quy định.",
  commitment:
    "Tôi không thể hứa, cam kết hay quyết định thay cơ quan. Tôi chỉ cho biết văn bản quy định thế nào; việc xét duyệt do cơ quan có thẩm quyền.",
  personalData:
    "Tôi không cung cấp thông tin về cá nhân hay doanh nghiệp khác. Anh/chị cần liên hệ công việc thì để tôi chuyển câu hỏi cho cán bộ.",
  rude: "Tôi xin lỗi nếu làm anh/chị không hài lòng. Anh/chị cho tôi biết cần hỏi điều gì, hoặc tôi chuyển cho cán bộ nhé.",
  outOfScope: (hint: string) =>
    [
      "Việc này ngoài phần việc của tôi nên tôi không trả lời để khỏi sai.",
      hint,
      "Tôi trả lời được về kế hoạch năng suất chất lượng, tiêu chuẩn, mã vạch, truy xuất, nhãn, GAP, OCOP và các hỗ trợ.",
    ]
      .filter(Boolean)
      .join(" "),
  elsewhere: (place: string) =>
    `Tôi chỉ nắm chính sách của Quảng Ngãi và quy định chung cả nước. Chuyện riêng của ${place}, anh/chị hỏi cơ quan ở đó giúp ạ; ` +
    "còn quy định chung (mã vạch, nhãn, tiêu chuẩn...) anh/chị cứ hỏi tôi, không cần nêu tên tỉnh.",
  unanswerable: "Tôi chưa tìm thấy căn cứ để trả lời câu này, nên không đoán.",
  unverified: (topic: string) =>
    `Về “${topic}”, điểm anh/chị hỏi chưa có nguồn đã kiểm chứng nên tôi không nêu để khỏi sai.`,
  unknownDocument: (number: string) =>
    `Tôi không có văn bản “${number}” trong kho tư liệu nên không trả lời về văn bản đó.`,
  nearest: "Nội dung gần nhất tôi có:",
  passOn: "Anh/chị muốn tôi chuyển câu hỏi cho cán bộ Sở Khoa học và Công nghệ không?",
  clarify: "Câu hỏi có thể hiểu theo nhiều nghĩa. Anh/chị muốn hỏi điều nào?",
  partly: "Phần tôi có căn cứ:",
  notCertain: "Phần còn lại chưa có nguồn đã kiểm chứng; anh/chị nên hỏi lại cán bộ trước khi làm.",
  paused: "Trợ lý đang tạm dừng trả lời tự động. Anh/chị thử lại sau, hoặc liên hệ cán bộ giúp tôi.",
  failed: "Tôi đang gặp trục trặc nên chưa trả lời được. Anh/chị thử lại sau ít phút, câu hỏi vẫn được giữ.",
  basis: (places: string) => `Căn cứ: ${places}.`,
  validity: (words: string) => `Hiệu lực: ${words}`,
  translated:
    "This is a translation for reference; the Vietnamese text it is based on is the one that counts.",
  onlyVietnamese:
    "I can only show the Vietnamese text for this question. Please ask our staff if you need it in English.",
  notAnsweredInEnglish:
    "I could not find a basis to answer this question, so I do not guess. You may ask it in Vietnamese, or write “gặp cán bộ” to reach our staff.",
  useForm: "Việc này làm qua biểu mẫu: anh/chị gõ “menu” rồi chọn việc cần làm, tôi sẽ hỏi từng bước.",
  secondhand: "Lưu ý: nội dung này lấy từ nguồn thứ cấp, anh/chị nên hỏi lại trước khi làm thủ tục.",
} as const;

/** 10000 → "10.000", as Vietnamese writes it. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

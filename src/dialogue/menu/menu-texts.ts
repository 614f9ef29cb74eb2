/** The main menu and the help. */
export const menuTexts = {
  menu: "Anh/chị cần gì ạ? Bấm một mục, hoặc cứ gõ câu hỏi bằng lời thường.",
  help: [
    "Anh/chị gõ câu hỏi bằng lời thường, có dấu hay không dấu đều được, ví dụ: “ma vach mat bao nhieu tien”.",
    "Gõ “menu” để xem các việc tôi làm được; “DK 12” để đăng ký lớp số 12.",
    "Đang điền dở: gõ “quay lại” để về bước trước, “hủy” để dừng. Hỏi xen giữa chừng cũng được.",
    "Cần người thật: gõ “gặp cán bộ”.",
  ].join("\n"),
  ask: "Hỏi đáp",
  classes: "Lớp tập huấn",
  myRegistrations: "Đăng ký của tôi",
  supportRequest: "Yêu cầu hỗ trợ",
  eligibility: "Tôi được hỗ trợ gì?",
  needs: "Cần những gì?",
  gtin: "Kiểm tra mã vạch",
  topics: "Theo dõi tin",
  myData: "Dữ liệu của tôi",
  staff: "Gặp cán bộ",
} as const;

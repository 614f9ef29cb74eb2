/** What every form says; each dialogue has a file of its own words beside it. */
export const formTexts = {
  pick: "Anh/chị muốn sửa mục nào?",
  correct: "Sửa một mục",
  giveUp: "Thôi, không gửi",
  cancelled: "Đã dừng, chưa có gì được gửi đi. Khi cần anh/chị cứ gõ “menu”.",
  chooseOne: "Anh/chị chọn giúp một mục bên dưới (bấm nút hoặc gõ số).",
} as const;

export const homeTexts = {
  title: (name: string) => `Chào ${name}`,
  today: (day: string) => `Hôm nay ${day}.`,
  notices: "Cần biết",
  figures: "Việc đang có",
  nothing: "Chưa có việc nào cần anh/chị xử lý.",
} as const;

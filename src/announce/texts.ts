/** What stands around an announcement. */
export const announceTexts = {
  corrects: (title: string) => `ĐÍNH CHÍNH thông báo “${title}”`,
  event: (title: string) => `Lớp: ${title}`,
  register: (keyword: string) => `Đăng ký lớp ${keyword}`,
  registerWords: (keyword: string) => `DK ${keyword}`,
  link: (link: string) => `Xem thêm: ${link}`,
  footer: "Không muốn nhận thông báo nữa, anh/chị gõ “ngừng”.",
  correctionTitle: (title: string) => `Đính chính: ${title}`,
} as const;

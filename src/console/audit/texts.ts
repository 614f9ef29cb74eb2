export const auditTexts = {
  title: "Nhật ký",
  lead: "Mọi thay đổi và mọi lần tải dữ liệu cá nhân. Nhật ký không chứa tên hay lời của người dân.",
  when: "Lúc",
  who: "Ai",
  what: "Việc",
  subject: "Đối tượng",
  detail: "Chi tiết",
  anybody: "Tất cả",
  action: "Việc (đầu tên)",
  day: "Ngày",
  empty: "Chưa có việc nào được ghi.",
  others: { job: "Tự động", terminal: "Dòng lệnh", user: "Người dùng" } as Readonly<Record<string, string>>,
} as const;

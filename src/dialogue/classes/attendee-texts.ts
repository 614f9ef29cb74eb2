export const attendeeTexts = {
  label: "Người tham dự",
  ask:
    "Ai sẽ đi học? Nếu nhiều người, anh/chị dán danh sách, mỗi người một dòng:\n" +
    "Họ tên, số điện thoại, chức vụ\nVí dụ: Nguyễn Văn A, 0905123456, trưởng phòng",
  askMore: "Anh/chị gõ người thêm vào, mỗi người một dòng: Họ tên, số điện thoại, chức vụ",
  onlyMe: "Chỉ mình tôi",
  meAndOthers: "Tôi và người khác",
  understood: (count: number) => `Tôi ghi được ${count} người:`,
  nobody: "Danh sách đang trống.",
  allRight: "Đúng hết",
  fix: "Sửa dòng …",
  remove: "Xóa dòng …",
  add: "Thêm người",
  dropPhones: "Bỏ các số sai",
  backToTable: "Xem lại danh sách",
  howToFix: "Có dòng cần sửa (⚠). Gõ ví dụ “sửa 2: Trần Thị B, 0912345678” hoặc chọn bên dưới.",
  isItRight: "Đúng chưa ạ? Sửa thì gõ ví dụ “sửa 2: Trần Thị B, 0912345678”.",
  fixWhich: "Sửa dòng số mấy?",
  removeWhich: "Xóa dòng số mấy? Có thể gõ nhiều dòng, ví dụ “xóa 2, 5”.",
  line: (number: number) => `Dòng ${number}`,
  fixing: (number: number, line: string) =>
    `Dòng ${number} đang là: ${line}\nAnh/chị gõ lại cả dòng: Họ tên, số điện thoại, chức vụ`,
  noSuchLine: (number: number, count: number) => `Không có dòng ${number}; danh sách có ${count} dòng.`,
  whichLine: (count: number) => `Anh/chị cho biết số dòng, từ 1 đến ${count}.`,
  removed: (numbers: readonly number[]) => `Đã xóa dòng ${numbers.join(", ")}.`,
  fixed: (number: number) => `Đã sửa dòng ${number}.`,
  stillProblems: "Chưa gửi được vì còn dòng cần sửa (⚠).",
  notForTable:
    "Tôi chưa hiểu. Anh/chị chọn bên dưới, hoặc gõ “sửa 2: …”, “xóa 2”, “thêm: …”, hay “đúng hết”.",

  nobodyComes: "Cần ít nhất 1 người tham dự. Anh/chị gõ họ tên người đi học giúp nhé.",
  tooManyNumber: (count: string, most: number) =>
    `${count} người thì nhiều quá: mỗi lần đăng ký được từ 1 đến ${most} người. Anh/chị gõ tên những người sẽ đi giúp nhé.`,
  namesPlease: (count: number) =>
    `${count} người ạ. Anh/chị gõ tên giúp, mỗi người một dòng: Họ tên, số điện thoại, chức vụ`,
  tooMany: (count: number, most: number) =>
    `Danh sách có ${count} người, mỗi lần tối đa ${most}. Anh/chị xóa bớt ${count - most} dòng, ví dụ “xóa ${most + 1}-${count}”.`,
  overCap: (count: number, most: number, already: number) =>
    already === 0
      ? `Lớp này mỗi đơn vị tối đa ${most} người, danh sách có ${count}. Anh/chị xóa bớt ${count - most} dòng.`
      : `Lớp này mỗi đơn vị tối đa ${most} người, đơn vị đã đăng ký ${already} nên thêm được ${Math.max(0, most - already)}.`,
  cutOff: (most: number) => `Danh sách dài quá, tôi chỉ đọc ${most} dòng đầu.`,
  linesUnread: (lines: readonly string[]) => `Không đọc được tên ở: ${lines.join("; ")}`,

  noName: "Thiếu họ tên.",
  sameAs: (number: number) => `Trùng dòng ${number}: xóa bớt, hoặc thêm số điện thoại để phân biệt.`,
  noPhone: "chưa có số điện thoại",
} as const;

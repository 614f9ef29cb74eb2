import type { ReadSheet } from "./sheet.ts";

export const partnerTexts = {
  title: "Nhu cầu của hội viên",
  lead: (name: string) =>
    `${name} lập danh sách nhu cầu tập huấn của hội viên để Sở mở lớp cho đúng (kế hoạch 11/KH-UBND, mục IV.5).`,
  send: "Gửi danh sách",
  template: "Tải tệp mẫu",
  uploads: "Các lần gửi",
  needs: "Nhu cầu đã ghi",
  needsTile: "nhu cầu đã ghi",
  metTile: "nhu cầu đã đáp ứng",
  met: (met: number, all: number) => `Đã đáp ứng ${met}/${all}`,
  noUploads: "Chưa gửi danh sách nào. Anh/chị tải tệp mẫu, điền rồi gửi lên.",
  noNeeds: "Chưa có nhu cầu nào. Anh/chị gửi danh sách trước.",

  steps: [
    "Tải tệp mẫu, điền mỗi dòng một nhu cầu của một hội viên.",
    "Chọn tệp, bấm Xem trước: chưa có gì được ghi ở bước này.",
    "Xem dòng nào đúng, dòng nào cần sửa, rồi xác nhận và ghi nhận.",
  ],
  file: "Tệp danh sách (.xlsx)",
  fileHint: "Tối đa 5 MB và 2.000 dòng. Không dùng công thức.",
  preview: "Xem trước",
  fileMissing: "Anh/chị chọn tệp .xlsx cần gửi.",

  previewTitle: "Xem trước danh sách",
  previewLead: (file: string) => `Tệp “${file}”. Chưa có gì được ghi.`,
  good: "dòng sẽ ghi nhận",
  refused: "dòng cần sửa",
  known: "dòng đã có từ trước",
  knownHint:
    "Dòng đã có từ trước (cùng đơn vị, nội dung, năm) được giữ nguyên. Muốn đổi quý, số người của dòng đã ghi, anh/chị báo Sở.",
  sameList: (moment: string) =>
    `Đúng danh sách này đã được ghi nhận lúc ${moment}. Gửi lại cũng không thay đổi gì.`,
  refusedTitle: "Dòng cần sửa",
  refusedLead: "Các dòng này không được ghi. Anh/chị tải về, sửa theo cột “Cần sửa” rồi gửi lại.",
  downloadRefused: "Tải dòng cần sửa (XLSX)",
  line: "Dòng",
  lineOf: (line: number) => `dòng ${line}`,
  reasons: "Cần sửa",
  more: (count: number) => `Còn ${count} dòng nữa, có đủ trong tệp tải về.`,
  goodTitle: "Dòng sẽ ghi nhận",
  warningsTitle: "Nên xem lại (vẫn ghi nhận)",
  enterprise: "Đơn vị",
  commune: "Xã, phường",
  topic: "Nội dung",
  year: "Năm",
  quarter: "Quý",
  quarterOf: (quarter: number) => `quý ${quarter}`,
  noQuarter: "chưa định",
  people: "Số người",
  state: "Đáp ứng",
  notMet: "chưa",
  metBy: (title: string, day: string) => `${title} (${day})`,
  attest:
    "Tôi xác nhận các hội viên trong danh sách, và người liên hệ được ghi tên, đã đồng ý để hội chuyển thông tin này cho Sở nhằm mở lớp và mời tham dự.",
  attestMissing: "Anh/chị đánh dấu xác nhận hội viên đã đồng ý thì Sở mới được ghi nhận.",
  takeIn: (count: number) => `Ghi nhận ${count} dòng`,
  other: "Chọn tệp khác",
  sealedGone: "Bản xem trước đã hết hiệu lực. Anh/chị chọn lại tệp giúp.",

  takenTitle: "Đã ghi nhận",
  taken: (taken: number) => `Đã ghi ${taken} nhu cầu.`,
  thereAlready: (moment: string) =>
    `Danh sách này đã được ghi nhận lúc ${moment}; lần này không có gì thay đổi.`,
  toUploads: "Về các lần gửi",
  uploadTitle: "Lần gửi",
  when: "Lúc",
  fileName: "Tệp",
  metByClass: "Lớp đáp ứng",
  metOn: "Ngày đáp ứng",
  rowsTaken: "Ghi nhận",
  rowsRefused: "Trả lại",
  by: "Người gửi",
  refusedKept: "Hệ thống chỉ giữ số dòng và lý do; nội dung dòng sai không được lưu.",
  noAssociation: "Tài khoản chưa gắn với hội nào. Anh/chị báo Sở giúp.",
  searchNeeds: "Tìm theo tên đơn vị",
  templateName: (year: number) => `mau-nhu-cau-tap-huan-${year}.xlsx`,
  refusedName: "dong-can-sua.xlsx",
  audit: {
    "needs.uploaded": "Hiệp hội gửi danh sách nhu cầu",
    "refused_rows.exported": "Hiệp hội tải các dòng bị trả lại",
    "own_uploads.exported": "Hiệp hội tải danh sách các lần gửi",
    "own_needs.exported": "Hiệp hội tải danh sách nhu cầu của mình",
  },
} as const;

/** Why a file was not taken; null where it was. */
export function sheetMistake(read: Exclude<ReadSheet, { kind: "rows" }>): string {
  switch (read.kind) {
    case "no_xlsx":
      return "Tệp này không phải XLSX, hoặc đã hỏng. Anh/chị dùng tệp mẫu, lưu ở dạng “Excel Workbook (.xlsx)” rồi gửi lại.";
    case "old_or_locked":
      return "Tệp này là Excel đời cũ (.xls) hoặc có mật khẩu. Anh/chị bỏ mật khẩu, lưu lại ở dạng .xlsx rồi gửi.";
    case "macros":
      return "Tệp này có macro nên không được nhận. Anh/chị lưu lại ở dạng .xlsx rồi gửi.";
    case "too_much_inside":
      return "Bên trong tệp lớn bất thường so với một danh sách nên không được mở. Anh/chị chép các dòng sang tệp mẫu rồi gửi lại.";
    case "too_many_rows":
      return `Danh sách quá lớn: mỗi lần nhận tối đa ${read.most.toLocaleString("vi-VN")} dòng. Anh/chị chia thành nhiều tệp.`;
    case "formulas": {
      const others = read.count - read.cells.length;
      const more = others > 0 ? ` và ${others} ô khác` : "";
      return `Tệp có công thức ở ô ${read.cells.join(", ")}${more}. Anh/chị chép các ô đó rồi dán dạng giá trị (Paste Values), sau đó gửi lại.`;
    }
  }
}

export const readMistakes = {
  missing: (headers: readonly string[]) =>
    `Dòng đầu của tệp thiếu cột: ${headers.join(", ")}. Anh/chị dùng đúng tệp mẫu, giữ nguyên dòng tiêu đề.`,
  empty: "Tệp chưa có dòng nào dưới dòng tiêu đề.",
} as const;

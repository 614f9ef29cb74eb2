/** What is said about a row of a list that cannot be taken as it stands. */
export const rowTexts = {
  inColumn: (column: string, words: string) => `${column}: ${words}`,
  empty: "còn trống",
  kindUnknown: "chọn một loại trong danh sách của tệp mẫu",
  topicUnknown: "chọn một nội dung trong danh sách của tệp mẫu",
  communeUnknown: "không tìm thấy xã, phường, đặc khu này ở Quảng Ngãi",
  communeSeveral: (names: readonly string[]) =>
    `có nhiều nơi trùng tên (${names.join(", ")}); ghi thêm huyện cũ hoặc tên mới`,
  year: (from: number) => `là năm từ ${from} đến ${from + 5}`,
  quarter: "là 1, 2, 3 hoặc 4, hoặc để trống",
  people: (most: number) => `là số từ 1 đến ${most}, hoặc để trống`,
  noteLong: (most: number) => `dài quá ${most} ký tự`,
  personMissing: "có SĐT mà thiếu tên người liên hệ",
  phoneMissing: "có tên người liên hệ mà thiếu SĐT",
  duplicate: (line: number) => `Trùng dòng ${line}: cùng đơn vị, nội dung và năm`,
} as const;

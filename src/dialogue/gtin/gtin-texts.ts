import type { PrefixOrigin } from "../../registry/gtin.ts";

/** What the check of a barcode number says. */
export const gtinTexts = {
  ask: "Anh/chị gõ dãy số dưới mã vạch (8, 12, 13 hoặc 14 số, có dấu cách cũng được), hoặc gửi ảnh chụp rõ mã vạch.",
  noNumber: "Tôi chỉ đọc được chữ số. Anh/chị gõ dãy số in dưới mã vạch, ví dụ: 8934567890120.",
  noPhotos: "Tôi chưa đọc được tệp này. Anh/chị gõ giúp dãy số in dưới mã vạch, ví dụ: 8934567890120.",
  noCode:
    "Tôi chưa thấy mã vạch trong ảnh. Anh/chị chụp lại thẳng, gần, đủ sáng, hoặc gõ dãy số in dưới mã vạch. Ảnh không được lưu lại.",
  otherCode:
    "Mã trong ảnh không phải mã số sản phẩm (GTIN), ví dụ mã QR dẫn tới một trang web. Anh/chị chụp mã vạch in trên bao bì, hoặc gõ dãy số dưới mã vạch. Ảnh không được lưu lại.",
  several: (count: number) => `Trong ảnh có ${count} mã số sản phẩm. Anh/chị muốn kiểm tra mã nào?`,
  wrongLength: (count: number) =>
    `Anh/chị gõ ${count} chữ số; mã số sản phẩm có 8, 12, 13 hoặc 14 số. Anh/chị đếm lại rồi gõ giúp tôi.`,
  right: (digits: string, kind: string) => `Mã ${digits} (${kind}): số kiểm tra ĐÚNG.`,
  wrong: (digits: string, kind: string, given: string, expected: string) =>
    `Mã ${digits} (${kind}): số kiểm tra SAI. Số cuối phải là ${expected}, mã này ghi ${given}. ` +
    "Anh/chị xem lại từng số rồi gõ lại; nếu trên bao bì in đúng như vậy thì mã đó sai.",
  wrongTwelve: "Nếu 12 số này là số căn cước thì anh/chị đừng gửi vào đây, tôi không cần số đó.",
  eightFromZero:
    "Mã 8 số bắt đầu bằng 0 có thể là mã UPC-E rút gọn, cách tính số kiểm tra khác; tôi chỉ tính theo mã GTIN-8.",
  packing: (level: number) =>
    level === 0
      ? "Số đầu 0: cùng món hàng với mã 13 số còn lại."
      : level === 9
        ? "Số đầu 9: hàng có định lượng thay đổi."
        : `Số đầu ${level}: mã của một cấp đóng gói (thùng, lốc).`,
  notWhere:
    "Đầu số chỉ cho biết tổ chức GS1 đã cấp mã, không cho biết nơi sản xuất. Số kiểm tra đúng cũng chưa chứng minh mã đã được cấp cho ai.",
  again: "Kiểm tra mã khác",
  register: "Ai được đăng ký mã vạch?",
  menu: "Về menu",
} as const;

export const KINDS: Readonly<Record<8 | 12 | 13 | 14, string>> = {
  8: "GTIN-8",
  12: "GTIN-12, còn gọi UPC",
  13: "GTIN-13, còn gọi EAN-13",
  14: "GTIN-14",
};

export function originInWords(origin: PrefixOrigin): string {
  const { prefix } = origin;
  switch (origin.kind) {
    case "country":
      return `Đầu ${prefix}: mã do GS1 ${origin.name} cấp.`;
    case "in_store":
      return `Đầu ${prefix}: mã dùng nội bộ trong cửa hàng, doanh nghiệp, không phải mã bán ra thị trường.`;
    case "serial":
      return `Đầu ${prefix}: báo, tạp chí (ISSN).`;
    case "book":
      return `Đầu ${prefix}: sách (ISBN).`;
    case "unknown":
      return `Đầu ${prefix}: chưa rõ tổ chức GS1 nào cấp.`;
  }
}

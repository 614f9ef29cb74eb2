/** What is said about a name or number that cannot be taken as it was typed: what is wrong, and how to mend it. */
export const readingTexts = {
  taxIdNoDigits:
    "Mã số thuế chỉ gồm chữ số (10, 12 hoặc 13 số). Anh/chị gõ lại giúp, hoặc bỏ qua nếu chưa có.",
  taxIdOneOf: (length: number) =>
    `Mã số thuế có 10, 12 hoặc 13 số, anh/chị vừa gõ ${length} số. Xem lại giúp tôi, hoặc bỏ qua nếu chưa tiện.`,
  taxIdLetters: "Mã số thuế chỉ gồm chữ số, không có chữ cái. Anh/chị gõ lại giúp, hoặc bỏ qua nếu chưa có.",
  taxIdSuspicious: (taxId: string) =>
    `Số kiểm tra của mã số thuế ${taxId} chưa khớp, có thể gõ nhầm một số. Tôi vẫn ghi lại, anh/chị xem lại giúp nhé.`,

  phoneNone: "Tôi chưa thấy số điện thoại. Anh/chị gõ 10 số, ví dụ dạng 09xx xxx xxx.",
  phoneLetters: "Số điện thoại chỉ gồm chữ số; có thể chữ “o” gõ thay cho số 0. Anh/chị gõ lại giúp nhé.",
  phoneSeveral: "Anh/chị chỉ gửi một số điện thoại thôi ạ, số nào tiện gọi nhất.",
  phoneShort: (missing: number) => `Số điện thoại thiếu ${missing} số. Anh/chị xem lại giúp nhé.`,
  phoneLong: (extra: number) => `Số điện thoại thừa ${extra} số. Anh/chị xem lại giúp nhé.`,
  phonePrefix:
    "Đầu số này chưa đúng: di động bắt đầu bằng 03, 05, 07, 08 hoặc 09, máy bàn bằng 02. Anh/chị xem lại giúp nhé.",
  phoneForeign:
    "Tôi chỉ ghi được số điện thoại Việt Nam (bắt đầu bằng 0 hoặc +84). Anh/chị gõ số khác giúp nhé.",

  nameEmpty: "Tôi chưa thấy họ tên. Anh/chị gõ đầy đủ họ và tên, có dấu nhé.",
  nameShort: "Họ tên ngắn quá. Anh/chị gõ đầy đủ họ và tên, có dấu nhé.",
  nameLong: (length: number, most: number) =>
    `Họ tên dài ${length} ký tự, tôi chỉ ghi được ${most}. Anh/chị gõ riêng họ tên thôi ạ.`,
  nameDigits: "Họ tên không có chữ số. Anh/chị gõ riêng họ tên giúp nhé.",
  nameLink: "Họ tên không chứa đường dẫn hay địa chỉ thư. Anh/chị gõ riêng họ tên giúp nhé.",
  nameEmoji: "Họ tên không chứa biểu tượng. Anh/chị gõ bằng chữ giúp nhé.",
  nameSigns: (signs: string) => `Họ tên chỉ gồm chữ cái, xin bỏ ký tự ${signs} giúp tôi nhé.`,

  enterpriseEmpty: "Tôi chưa thấy tên đơn vị. Anh/chị gõ tên bằng chữ giúp nhé.",
  enterpriseShort: "Tên đơn vị ngắn quá. Anh/chị gõ đầy đủ giúp nhé.",
  enterpriseLong: (length: number, most: number) =>
    `Tên đơn vị dài ${length} ký tự, tôi chỉ ghi được ${most}. Anh/chị gõ gọn lại giúp nhé.`,
  enterpriseLink: "Tên đơn vị không chứa đường dẫn hay địa chỉ thư. Anh/chị gõ riêng tên giúp nhé.",
  enterpriseEmoji: "Tên đơn vị không chứa biểu tượng. Anh/chị gõ bằng chữ giúp nhé.",
  enterpriseSigns: (signs: string) => `Tên đơn vị có ký tự lạ: ${signs}. Anh/chị bỏ giúp tôi nhé.`,
} as const;

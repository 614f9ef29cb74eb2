/** What the shared fields say. */
export const fieldTexts = {
  agree: "Đồng ý",
  disagree: "Không đồng ý",
  askConsent: "Anh/chị có đồng ý không?",
  chooseConsent: "Trước khi ghi thông tin, tôi cần anh/chị chọn “Đồng ý” hoặc “Không đồng ý”.",

  askAnnouncements:
    "Anh/chị có muốn nhận thêm thông báo về lớp, chính sách mới không? Không nhận cũng không sao.",
  noAnnouncements: "Không cần",
  wantAnnouncements: "Đồng ý nhận",
  announcementsLabel: "Nhận thông báo",
  announcementsLine: (wanted: boolean) => `Nhận thông báo: ${wanted ? "có" : "không"}`,
  chooseAnnouncements: "Anh/chị chọn “Không cần” hoặc “Đồng ý nhận” giúp nhé.",

  kindLabel: "Loại hình",
  askKind: "Đơn vị của anh/chị là loại hình nào?",
  chooseKind: "Anh/chị chọn một loại hình bên dưới giúp nhé; chưa rõ thì chọn “Khác”.",

  enterpriseNameLabel: "Tên đơn vị",
  askEnterpriseName: "Tên đơn vị là gì? Anh/chị gõ đầy đủ như trên giấy đăng ký.",
  askHouseholdName: "Tên hộ kinh doanh hoặc cơ sở là gì? Chưa có tên thì gõ tên chủ hộ.",

  taxIdLabel: "Mã số thuế",
  askTaxId: "Mã số thuế của đơn vị? Không bắt buộc, chưa tiện thì chọn “Bỏ qua”.",
  askHouseholdTaxId:
    "Mã số thuế của hộ (có thể là 12 số), nếu hộ đã có? Không bắt buộc, chưa có hoặc chưa tiện thì chọn “Bỏ qua”.",
  skip: "Bỏ qua",
  taxIdSkipped: "Mã số thuế: chưa ghi",

  communeLabel: "Xã, phường",
  askCommune: "Đơn vị ở xã, phường nào? Tên cũ hay tên mới đều được.",
  communeNoWords: "Tôi chưa đọc được tên xã, phường. Anh/chị gõ tên bằng chữ, ví dụ: “Bình Sơn”.",
  communeTooLong: (length: number, most: number) =>
    `Tên xã, phường dài ${length} ký tự, tôi chỉ ghi được ${most}. Anh/chị gõ riêng tên xã, phường thôi ạ.`,
  communeUnknown: (words: string) =>
    `“${words}” chưa có trong danh mục xã, phường của tỉnh, tôi ghi nguyên như vậy để cán bộ xem lại.`,
  communeFormer: (words: string, now: string) => `“${words}” là tên cũ, nay thuộc ${now}.`,
  severalCommunes: (words: string) => `“${words}” có thể là mấy nơi. Anh/chị chọn giúp:`,
  otherCommune: "Nơi khác, ghi như tôi gõ",

  submitterLabel: "Người liên hệ",
  askSubmitter: "Họ tên anh/chị là gì? Xin gõ có dấu, để in giấy chứng nhận cho đúng.",
  askContactName: "Họ tên người liên hệ là gì? Anh/chị gõ có dấu giúp nhé.",

  nameOneWord: (name: string) => `Tôi ghi “${name}”. Cần ghi cả họ thì anh/chị sửa ở bước xem lại.`,
  nameWithoutMarks: (name: string) =>
    `Tôi ghi “${name}” đúng như anh/chị gõ, không dấu. Cần có dấu thì anh/chị sửa ở bước xem lại.`,

  phoneLabel: "Số điện thoại",
  askPhone: "Số điện thoại để cán bộ gọi khi cần?",
} as const;

/** What staff read in their group and in their private chats. */
export const roomTexts = {
  waiting: (person: string, code: string) => `${person} đang chờ gặp cán bộ (${code}).`,
  stillWaiting: (person: string, minutes: number) =>
    `${person} đã chờ ${minutes} phút, chưa có ai nhận cuộc trò chuyện này.`,
  said: (person: string) => `${person} nhắn:`,
  wordsKept: "(Nội dung xem trong trang cán bộ.)",
  files: (names: string) => `[tệp: ${names}; xem trong trang cán bộ]`,
  pressed: "[bấm một nút cũ]",
  unreadable: (what: string) => `[${what}]`,
  howToAnswer: "Trả lời (reply) tin này để nhận và nhắn cho người đó; gõ /tra (reply) khi xong.",
  take: "Nhận cuộc này",
  release: "Trả lại trợ lý",

  taken: (by: string, person: string) => `${by} đã nhận cuộc trò chuyện với ${person}.`,
  takenOver: (by: string, from: string, person: string) =>
    `${by} tiếp tục cuộc trò chuyện với ${person} thay ${from}.`,
  released: (person: string) => `Đã kết thúc với ${person}; trợ lý tự động trả lời tiếp.`,
  leftByPerson: (person: string) => `${person} không chờ cán bộ nữa; trợ lý tự động trả lời tiếp.`,
  idle: (person: string) => `Cuộc trò chuyện với ${person} tạm dừng vì lâu không có tin mới.`,

  sent: "Đã gửi.",
  takenAndSent: (by: string, person: string) => `${by} đã nhận cuộc trò chuyện với ${person}. Đã gửi.`,
  heldByOther: (by: string) =>
    `${by} đang trò chuyện với người này nên tin chưa được gửi. Cần thay thì tiếp nhận trong trang cán bộ.`,
  notHeld: "Trợ lý tự động đang trả lời cuộc này rồi, không có gì để trả lại.",
  tooLarge: (megabytes: number) =>
    `Tệp quá lớn (tối đa ${megabytes} MB) nên chưa được gửi. Anh/chị gửi đường dẫn thay cho tệp.`,
  nothingThere: "Hiện không có ai đang chờ, hoặc cuộc trò chuyện này không còn.",
  which: "Anh/chị đang giữ nhiều cuộc trò chuyện: trả lời (reply) đúng tin của cuộc cần trả lại.",
  cannotRead: (what: string) => `Tôi chưa chuyển được ${what}. Anh/chị gõ bằng chữ giúp.`,
  notStaff:
    "Tài khoản này chưa liên kết với cán bộ nào (hoặc đã khóa) nên tin chưa được gửi. Lấy mã trong trang cán bộ rồi nhắn riêng cho bot: /ketnoi MÃ",
  help: [
    "Nhóm này dành cho cán bộ:",
    "• Trả lời (reply) tin chuyển tiếp để nhận và nhắn cho người hỏi.",
    "• /nhan: nhận cuộc đang chờ; /tra: trả lại cho trợ lý tự động.",
    "Câu hỏi cho trợ lý thì nhắn riêng cho bot.",
  ].join("\n"),

  announceInPrivate: "Thông báo soạn trong nhóm thì ai cũng thấy: anh/chị nhắn riêng cho bot /thongbao.",
  announcementWaits: (author: string, title: string) => `${author} gửi duyệt thông báo “${title}”.`,
  announcementHow: "Đọc và duyệt trong trang cán bộ.",

  groupLinked:
    "Đã liên kết nhóm cán bộ. Từ nay lời nhắn của người đang chờ cán bộ được chuyển vào đây, ai trong nhóm cũng đọc được. Mỗi cán bộ nhắn riêng cho bot /ketnoi MÃ của mình để được trả lời.",
  memberLinked: (name: string) =>
    `Đã liên kết tài khoản này với cán bộ ${name}. Anh/chị có thể trả lời người hỏi ngay từ nhóm cán bộ.`,
  codeMissing: "Gõ /ketnoi kèm mã 10 ký tự lấy trong trang cán bộ, ví dụ: /ketnoi 7KQ3M-9AHWX",
  codeRefused: "Mã không đúng, đã dùng hoặc đã hết hạn. Anh/chị tạo mã mới trong trang cán bộ.",
  wrongPlace: {
    group: "Mã này để liên kết nhóm: thêm bot vào nhóm cán bộ rồi gõ /ketnoi MÃ trong nhóm đó.",
    private:
      "Mã này là của riêng một cán bộ nhưng cả nhóm đã thấy nên bị hủy. Anh/chị tạo mã mới rồi nhắn riêng cho bot.",
  },
  accountTaken:
    "Tài khoản này đang liên kết với cán bộ khác. Gỡ liên kết đó trong trang cán bộ rồi tạo mã mới.",

  person: "Người hỏi",
} as const;

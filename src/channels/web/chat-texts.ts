/** Every sentence of the chat page, the widget and the chat API. */
export const chatTexts = {
  log: "Cuộc trò chuyện",
  speakers: { user: "Anh/chị", bot: "Trợ lý", staff: "Cán bộ" },
  automatic: "Trợ lý tự động trả lời, nội dung chỉ để tham khảo.",
  privacyLink: "Quyền riêng tư",
  box: "Tin nhắn của anh/chị",
  placeholder: "Anh/chị cần hỏi gì?",
  attach: "Gửi kèm tệp",
  attachHint: "PDF, ảnh JPG/PNG, Word, Excel, TXT; mỗi tệp tối đa 5 MB. Xin đừng gửi ảnh căn cước.",
  removeFile: "Bỏ tệp",
  send: "Gửi",
  sending: "Đang gửi",
  resend: "Gửi lại",
  notSent: "Chưa gửi được.",
  answering: "Trợ lý đang trả lời…",
  offline: "Mất kết nối, đang thử lại. Tin đã gửi vẫn được giữ.",
  forgotten: "Cuộc trò chuyện cũ không còn lưu. Anh/chị bắt đầu cuộc mới giúp tôi.",
  chooseOne: "Chọn một mục",
  newChat: "Cuộc trò chuyện mới",
  newChatWarning:
    "Tin nhắn cũ sẽ không mở lại được trên máy này. Mã đăng ký và mã yêu cầu đã cấp vẫn còn giá trị.",
  newChatConfirm: "Bắt đầu cuộc mới",
  attached: "Tệp đính kèm",
  download: (name: string) => `Tải tệp ${name}`,
  unreadable: (what: string) => `[${what}]`,
  close: "Đóng khung chat",
  openWidget: "Hỏi đáp năng suất, chất lượng",
  wholePage: "Mở toàn trang",
  size: (bytes: number) =>
    bytes >= 1024 * 1024
      ? `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`
      : `${Math.max(1, Math.round(bytes / 1024))} kB`,

  mistakes: {
    notJson: "Nội dung gửi không phải JSON.",
    notObject: "Nội dung gửi phải là một đối tượng JSON.",
    id: '"id" phải là một UUID do máy của anh/chị tạo, mỗi tin một mã.',
    conversation: '"conversation" phải là mã cuộc trò chuyện đã nhận; tin đầu tiên thì bỏ trống.',
    textOrChoice: 'Cần đúng một trong hai: "text" (chữ) hoặc "choice" (mục đã chọn).',
    emptyText: "Anh/chị chưa nhập nội dung.",
    longText: (length: number) =>
      `Tin nhắn dài ${length.toLocaleString("vi-VN")} ký tự, tối đa 2.000. Anh/chị rút gọn hoặc chia thành nhiều tin giúp tôi.`,
    choice: '"choice" phải là giá trị của một mục đã hiện ra, tối đa 40 ký tự.',
    files: '"files" phải là danh sách mã tệp đã gửi lên, nhiều nhất 5 tệp.',
    unknownFile: "Có tệp không còn trong cuộc trò chuyện này. Anh/chị gửi lại tệp giúp tôi.",
    unknownConversation: "Không tìm thấy cuộc trò chuyện này.",
    after: '"after" phải là số "next" đã nhận lần trước.',
    tooMany: (seconds: number) => `Anh/chị gửi hơi nhanh. Xin đợi ${seconds} giây rồi gửi lại.`,
    tooManyStreams: "Có quá nhiều kết nối đang mở từ mạng này. Anh/chị đóng bớt trang rồi thử lại.",
    form: "Cần gửi tệp theo dạng multipart/form-data.",
    noFile: "Anh/chị chưa chọn tệp.",
    emptyFile: "Tệp này rỗng. Anh/chị kiểm tra rồi chọn lại.",
    largeFile: "Tệp lớn quá 5 MB. Anh/chị giảm dung lượng hoặc chia nhỏ giúp tôi.",
    fileKind:
      "Tôi chỉ nhận tệp PDF, ảnh JPG hoặc PNG, Word (.docx), Excel (.xlsx) và TXT, và nội dung phải đúng với đuôi tệp.",
    pendingFiles: "Đã có 5 tệp chờ gửi. Anh/chị gửi tin kèm các tệp đó trước.",
    noSuchFile: "Không có tệp này.",
    tooLarge: "Nội dung gửi vượt quá 64 kB.",
    method: "Địa chỉ này không nhận cách gọi này.",
    failed: "Hệ thống đang trục trặc, tin chưa được nhận. Anh/chị thử lại sau ít phút.",
  },

  privacy: {
    title: "Quyền riêng tư",
    intro: (organisation: string) =>
      `Trợ lý tự động của ${organisation} chỉ xin dữ liệu cá nhân khi cần để làm việc anh/chị nhờ, và chỉ sau khi anh/chị đồng ý từng mục đích dưới đây.`,
    chat: "Nội dung trò chuyện được lưu để trả lời và để anh/chị xem lại. Mã mở cuộc trò chuyện chỉ nằm trên máy của anh/chị.",
    purposes: "Từng mục đích",
    back: "Về cuộc trò chuyện",
  },
} as const;

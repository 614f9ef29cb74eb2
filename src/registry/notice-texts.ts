/** What the bot says unasked: offers, reminders, changes of classes, the end of a hold. */
export const noticeTexts = {
  offer: (name: string, title: string) => `Có chỗ trống cho ${name} ở lớp “${title}”.`,
  offerEnds: (name: string, title: string) =>
    `Nhắc anh/chị: sắp hết hạn giữ chỗ của ${name} ở lớp “${title}”.`,
  offerUntil: (until: string) => `Chỗ được giữ đến ${until}; quá giờ sẽ chuyển cho người chờ kế tiếp.`,
  takeSeat: "Nhận chỗ",
  passSeat: "Nhường chỗ",
  lapsed: (name: string, title: string) =>
    `Đã quá hạn giữ chỗ của ${name} ở lớp “${title}”, chỗ được chuyển cho người chờ kế tiếp. Anh/chị vẫn có thể gõ “lớp” để xem các lớp đang mở.`,

  answered: (code: string) => `Cán bộ trả lời yêu cầu ${code} của anh/chị:`,
  follow: "Yêu cầu của tôi",
  followWords: "yêu cầu của tôi",
  infoNeeded: (code: string) => `Để xử lý yêu cầu ${code}, cán bộ cần anh/chị bổ sung:`,
  addInfo: "Bổ sung ngay",
  howToAdd: "Bấm “Bổ sung ngay” rồi gõ hoặc gửi tệp; nội dung sẽ vào thẳng yêu cầu.",
  forwarded: (code: string, agency: string) => `Yêu cầu ${code} của anh/chị được chuyển đến ${agency} xử lý.`,
  refused: (code: string, reason: string) =>
    `Yêu cầu ${code} của anh/chị không được chấp nhận. Lý do: ${reason}`,
  basis: (basis: string) => `Căn cứ: ${basis}`,
  ifNotAgreed: "Chưa đồng ý, anh/chị mở lại yêu cầu trong 30 ngày và nói rõ vì sao.",
  reopened: (code: string, due: string) =>
    `Yêu cầu ${code} của anh/chị được mở lại, cán bộ trả lời chậm nhất ${due}.`,
  merged: (code: string, into: string) =>
    `Yêu cầu ${code} được gộp vào ${into} vì cùng một việc. Câu trả lời cho ${into} cũng sẽ đến tại đây; anh/chị không cần gửi lại.`,

  reminder: (title: string) => `Nhắc anh/chị: ngày mai có lớp “${title}”.`,
  feeDue: (lastDay: string) =>
    `Nhắc anh/chị: phí duy trì mã số mã vạch từ năm thứ hai nộp chậm nhất ${lastDay}.`,
  feePaid: "Anh/chị đã nộp thì bỏ qua tin này. Gõ “phí duy trì mã vạch” để xem mức phí.",
  feeStop: "Tôi nhắc vì anh/chị đã chọn chủ đề này; không cần nhắc nữa, anh/chị gõ “ngừng”.",
  session: (from: string, to: string, day: string, place: string) => `${from}–${to} ${day}, tại ${place}`,
  attendees: (names: string, code: string) => `Người tham dự: ${names} (đăng ký ${code}).`,
  cannotCome: "Không đến được, anh/chị mở đăng ký để đổi người hoặc hủy, nhường chỗ cho người đang chờ.",

  postponed: (title: string) => `Lớp “${title}” được dời lịch.`,
  newTime: "Lịch mới:",
  noNewTime: "Chưa có lịch mới; có lịch tôi sẽ nhắn lại.",
  stillComing: (names: string) => `Anh/chị xác nhận giúp ai vẫn tham dự: ${names}.`,
  comes: (name: string) => `${name} vẫn dự`,
  doesNotCome: (name: string) => `${name} không dự`,
  manage: "Xem đăng ký",
  manageWords: "đăng ký của tôi",
  eventCancelled: (title: string) => `Rất tiếc, lớp “${title}” không tổ chức nữa.`,
  cancelReason: (reason: string) => `Lý do: ${reason}`,
  released: (name: string, title: string) =>
    `Cán bộ đã hủy chỗ của ${name} ở lớp “${title}”. Nếu có nhầm lẫn, anh/chị nhắn “gặp cán bộ” giúp tôi.`,
  placeConfirmed: (name: string, title: string) => `${name} đã được xếp chỗ ở lớp “${title}”.`,
  placeWaits: (name: string, title: string) =>
    `Lớp “${title}” đã đủ chỗ, ${name} ở danh sách chờ; có chỗ trống tôi sẽ nhắn ngay.`,
  placeRejected: (name: string, title: string) =>
    `Rất tiếc, lớp “${title}” chưa nhận được ${name}. Anh/chị gõ “lớp” để xem lớp khác.`,
  moved: (name: string, from: string, to: string) => `${name} được chuyển từ lớp “${from}” sang lớp “${to}”.`,
  movedSeated: (code: string) => `Đã có chỗ, mã đăng ký ${code}.`,
  movedWaits: (code: string) => `Lớp mới đang đủ chỗ nên ở danh sách chờ, mã đăng ký ${code}.`,
  certificate: (name: string, title: string) =>
    `Giấy chứng nhận của ${name} đã dự lớp “${title}” đã được cấp.`,
  certificateNo: (number: string) => `Số: ${number}.`,
  certificateLink: (link: string) =>
    `Xem và in tại: ${link}\nAi có đường dẫn này đều xem được, anh/chị chỉ gửi cho người cần.`,
  certificateAsk: "Cần bản in, anh/chị nhắn “gặp cán bộ”.",
  cancelledCode: (code: string) =>
    `Đăng ký ${code} được hủy theo, anh/chị không cần làm gì thêm. Gõ “lớp” để xem lớp khác.`,

  staffJoined:
    "Cán bộ đã vào cuộc trò chuyện và sẽ trả lời anh/chị. Trong lúc đó tôi (trợ lý tự động) xin im lặng.",
  otherStaffJoined: "Một cán bộ khác tiếp tục trò chuyện cùng anh/chị.",
  staffDone: "Cuộc trò chuyện với cán bộ đã kết thúc. Tôi (trợ lý tự động) trả lời tiếp đây ạ.",
  nobodyComes:
    "Hiện cán bộ chưa vào trả lời được. Yêu cầu của anh/chị vẫn được giữ; trong lúc chờ anh/chị cứ hỏi tôi tiếp ạ.",
  staffFiles: (names: string) => `Cán bộ gửi tệp: ${names}`,
  ratedGood: "Cảm ơn anh/chị, tôi ghi nhận câu trả lời hữu ích.",
  ratedBad:
    "Cảm ơn anh/chị đã cho biết câu trả lời chưa đúng; cán bộ sẽ xem lại. Anh/chị muốn tôi chuyển câu hỏi này cho cán bộ trả lời không?",
  passOn: "Chuyển câu hỏi cho cán bộ",
  nowAnswered: (day: string, question: string) => `Câu anh/chị hỏi ${day} (“${question}”) nay đã có trả lời:`,

  holdOver: "Cuộc trò chuyện với cán bộ đã tạm dừng vì lâu không có tin mới. Tôi trả lời tiếp đây ạ.",
  nobodyCame:
    "Cán bộ chưa vào trả lời được. Yêu cầu của anh/chị vẫn được giữ và sẽ có người trả lời tại đây; trong lúc chờ anh/chị cứ hỏi tôi tiếp ạ.",
} as const;

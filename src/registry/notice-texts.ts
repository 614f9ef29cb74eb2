/** What the bot says unasked: offers, reminders, changes of classes, the end of a hold. */
export const noticeTexts = {
  offer: (name: string, title: string) => `Có chỗ trống cho ${name} ở lớp “${title}”.`,
  offerUntil: (until: string) => `Chỗ được giữ đến ${until}; quá giờ sẽ chuyển cho người chờ kế tiếp.`,
  takeSeat: "Nhận chỗ",
  passSeat: "Nhường chỗ",
  lapsed: (name: string, title: string) =>
    `Đã quá hạn giữ chỗ của ${name} ở lớp “${title}”, chỗ được chuyển cho người chờ kế tiếp. Anh/chị vẫn có thể gõ “lớp” để xem các lớp đang mở.`,

  answered: (code: string) => `Cán bộ trả lời yêu cầu ${code} của anh/chị:`,
  follow: "Xem yêu cầu",
  followWords: "yêu cầu của tôi",

  reminder: (title: string) => `Nhắc anh/chị: ngày mai có lớp “${title}”.`,
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
  cancelledCode: (code: string) =>
    `Đăng ký ${code} được hủy theo, anh/chị không cần làm gì thêm. Gõ “lớp” để xem lớp khác.`,

  holdOver: "Cuộc trò chuyện với cán bộ đã tạm dừng vì lâu không có tin mới. Tôi trả lời tiếp đây ạ.",
  nobodyCame:
    "Cán bộ chưa vào trả lời được. Yêu cầu của anh/chị vẫn được giữ và sẽ có người trả lời tại đây; trong lúc chờ anh/chị cứ hỏi tôi tiếp ạ.",
} as const;

import type { NoticeMistake } from "./port.ts";

export const settingTexts = {
  title: "Cài đặt",
  lead: "Thay đổi có hiệu lực trên mọi kênh trong vài giây và được ghi vào nhật ký.",
  changed: (name: string, at: string) => `Thay đổi gần nhất: ${name}, ${at}.`,
  untouched: "Chưa ai thay đổi.",
  someone: "cán bộ cũ",
  stale: "Người khác vừa thay đổi cài đặt này. Chưa có gì xảy ra; anh/chị xem lại rồi quyết định.",

  pause: "Tạm dừng trợ lý",
  isPaused: "Đang tạm dừng",
  isRunning: "Đang trả lời",
  pauseLead:
    "Khi tạm dừng, trợ lý không tự trả lời; mọi tin được chuyển cho cán bộ kèm mã và hạn trả lời. Thông báo và tin nhắc chờ đến khi chạy lại, quá hạn thì không gửi nữa.",
  pauseButton: "Tạm dừng trợ lý",
  pauseWords:
    "Trong vài giây trợ lý thôi trả lời trên mọi kênh. Người nhắn được báo là trợ lý đang tạm dừng và tin đã chuyển cho cán bộ. Anh/chị chắc chắn muốn tạm dừng?",
  resume: "Cho trợ lý chạy lại",
  resumeWords: "Trong vài giây trợ lý trả lời lại trên mọi kênh.",
  paused: "Đã tạm dừng trợ lý.",
  resumed: "Trợ lý đang trả lời lại.",
  pausedNotice: "Trợ lý đang tạm dừng: mọi tin của người dân chờ cán bộ trả lời.",

  notice: "Thông báo khẩn",
  noticeLead:
    "Hiện trên trang chat và đứng trước câu trả lời đầu tiên của mỗi cuộc trò chuyện, trong thời gian đã chọn.",
  noNotice: "Không có thông báo.",
  noticeState: { waits: "Chưa đến giờ", holds: "Đang thông báo", over: "Đã hết giờ" },
  fromUntil: (from: string, until: string) => `Từ ${from} đến ${until}.`,
  text: "Nội dung",
  textHint: "Nhiều nhất 600 ký tự.",
  from: "Từ",
  until: "Đến",
  preview: "Xem trước",
  previewLead: "Người dân sẽ thấy:",
  previewWords: (text: string) => `Thông báo: ${text}`,
  publish: "Đăng thông báo",
  published: "Đã đăng thông báo.",
  takeBack: "Gỡ thông báo",
  takeBackWords: "Trong vài giây không ai được báo điều này nữa.",
  takenBack: "Đã gỡ thông báo.",
  momentWrong: "Anh/chị chọn ngày và giờ.",
  mistakes: {
    empty: "Anh/chị viết nội dung.",
    too_long: "Nội dung dài quá 600 ký tự.",
    ends_before_it_begins: "Giờ kết thúc cần sau giờ bắt đầu.",
    is_over: "Giờ kết thúc đã qua.",
  } satisfies Record<NoticeMistake, string>,

  publishingAlone: {
    title: "Cơ quan một người: câu trả lời",
    lead: "Thường thì người soạn câu trả lời không tự phát hành: một người khác đọc lại căn cứ.",
    warning: "Chỉ cho phép khi cơ quan thật sự chỉ có một người; nhật ký ghi rõ mỗi lần.",
    allow: "Cho phép tự phát hành",
    forbid: "Thôi cho phép tự phát hành",
  },
  announcingAlone: {
    title: "Cơ quan một người: thông báo",
    lead: "Thường thì người soạn thông báo không tự duyệt: một người khác đọc lại nội dung và đối tượng nhận.",
    warning:
      "Thông báo tới hàng nghìn người và không thu lại được. Chỉ cho phép khi cơ quan thật sự chỉ có một người; mỗi lần tự duyệt vẫn cần mã xác thực, hiện ở trang thông báo và vào nhật ký.",
    allow: "Cho phép tự duyệt",
    forbid: "Thôi cho phép tự duyệt",
  },
  allowed: "Đang cho phép",
  notAllowed: "Không cho phép",
  publishing: { allowed: "Người soạn nay được tự phát hành.", forbidden: "Phát hành nay cần hai người." },
  announcing: {
    allowed: "Người soạn thông báo nay được tự duyệt.",
    forbidden: "Duyệt thông báo nay cần hai người.",
  },
  audit: {
    "setting.bot.paused": "Tạm dừng hoặc cho trợ lý chạy lại",
    "setting.bot.notice": "Đăng hoặc gỡ thông báo khẩn",
    "setting.knowledge.one_person": "Đổi cài đặt một người phát hành câu trả lời",
    "setting.announcements.one_person": "Đổi cài đặt một người duyệt thông báo",
  },
} as const;

const CHANNELS: Readonly<Record<string, string>> = {
  web: "Web",
  telegram: "Telegram",
  "zalo-bot": "Zalo Bot",
  "zalo-oa": "Zalo OA",
  "zalo-personal": "Zalo cá nhân",
  model: "Mô hình ngôn ngữ",
  dense: "Tìm theo nghĩa",
};

function channelName(channel: string): string {
  return CHANNELS[channel] ?? channel;
}

function moment(at: Date): string {
  return at.toLocaleString("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    dateStyle: "short",
    timeStyle: "short",
  });
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000).toLocaleString("vi-VN")} MB`;
}

/** What an administrator reads. */
export const texts = {
  title: "Kiểm tra Trợ lý NSCL",
  levels: { ok: "tốt", note: "chú ý", bad: "HỎNG" },
  sum: (bad: number, notes: number) =>
    bad > 0
      ? `Có ${bad} chỗ hỏng cần sửa, ${notes} chỗ cần chú ý.`
      : notes > 0
        ? `Không có chỗ nào hỏng; có ${notes} chỗ cần chú ý.`
        : "Mọi thứ đều tốt.",
  config: {
    ok: "Cấu hình: không có chỗ sai.",
    mistake: (detail: string) => {
      const variable = /^([A-Z][A-Z_]+)=/.exec(detail)?.[1];
      const which = variable === undefined ? "có chỗ chưa đúng" : `biến ${variable} đặt chưa đúng`;
      return `Cấu hình: ${which}; xem .env.example. Chi tiết: ${detail}`;
    },
    restUnchecked: "Các phần còn lại chưa kiểm tra được: sửa cấu hình rồi chạy lại lệnh này.",
  },
  database: {
    ready: "Cơ sở dữ liệu: kết nối được, đúng phiên bản.",
    absent: "Cơ sở dữ liệu: chưa có, sẽ được tạo khi dịch vụ khởi động lần đầu.",
    behind: (missing: number) =>
      `Cơ sở dữ liệu: thiếu ${missing} bước nâng cấp, sẽ được nâng cấp khi dịch vụ khởi động; nên sao lưu trước.`,
    foreign: (why: string) =>
      `Cơ sở dữ liệu: không khớp với chương trình này. Chạy đúng phiên bản, hoặc khôi phục bản sao lưu. Chi tiết: ${why}`,
    unreachable: (why: string) =>
      `Cơ sở dữ liệu: không kết nối được. Kiểm tra máy chủ, DATABASE_URL hoặc thư mục dữ liệu. Chi tiết: ${why}`,
  },
  knowledge: {
    ok: (documents: number) => `Kho tri thức: đọc được ${documents} văn bản, không có lỗi.`,
    warnings: (documents: number, warnings: number) =>
      `Kho tri thức: đọc được ${documents} văn bản, ${warnings} điều cần chú ý (npm run knowledge:check).`,
    errors: (documents: number, errors: number) =>
      `Kho tri thức: ${errors} lỗi trong ${documents} văn bản; tệp có lỗi không được dùng để trả lời. Xem từng lỗi: npm run knowledge:check`,
    unreadable: (folder: string, why: string) =>
      `Kho tri thức: không đọc được thư mục ${folder}. Kiểm tra KNOWLEDGE_DIR và quyền đọc. Chi tiết: ${why}`,
  },
  disk: {
    ok: (folder: string, free: number) =>
      `Thư mục dữ liệu ${folder}: ghi được, còn trống ${megabytes(free)}.`,
    willBeMade: (folder: string, free: number) =>
      `Thư mục dữ liệu ${folder}: chưa có, sẽ được tạo; ổ đĩa còn trống ${megabytes(free)}.`,
    low: (folder: string, free: number) =>
      `Thư mục dữ liệu ${folder}: ổ đĩa chỉ còn ${megabytes(free)}; dọn bớt hoặc thêm dung lượng.`,
    full: (folder: string, free: number) =>
      `Thư mục dữ liệu ${folder}: ổ đĩa gần đầy (còn ${megabytes(free)}), sắp không ghi được tin nhắn; dọn bớt ngay.`,
    unwritable: (folder: string, why: string) =>
      `Thư mục dữ liệu ${folder}: không ghi được. Kiểm tra DATA_DIR và quyền ghi. Chi tiết: ${why}`,
  },
  channels: {
    none: "Kênh ngoài web: không bật kênh nào.",
    silent: (channel: string) =>
      `Kênh ${channelName(channel)}: đã bật nhưng chưa có máy nào báo trạng thái; dịch vụ có đang chạy không?`,
    ok: (channel: string, account: string, since: Date) =>
      `Kênh ${channelName(channel)}, tài khoản ${account}: hoạt động từ ${moment(since)}.`,
    waiting: (channel: string, account: string, since: Date, why: string) =>
      `Kênh ${channelName(channel)}, tài khoản ${account}: đang chờ từ ${moment(since)}. ${why}`,
    stopped: (channel: string, account: string, since: Date, why: string) =>
      `Kênh ${channelName(channel)}, tài khoản ${account}: đã dừng từ ${moment(since)}. ${why}`,
    stale: (channel: string, account: string, replica: string, saidAt: Date) =>
      `Kênh ${channelName(channel)}, tài khoản ${account}: máy ${replica} không còn báo gì từ ${moment(saidAt)}; dịch vụ có đang chạy không?`,
  },
  model: {
    off: "Mô hình ngôn ngữ: không bật (CHAT_MODEL); trợ lý trả lời bằng lời của văn bản.",
    own: (model: string, host: string) => `Mô hình ngôn ngữ: ${model} tại ${host}, trong mạng của cơ quan.`,
    external: (model: string, host: string) =>
      `Mô hình ngôn ngữ: ${model} tại ${host}, ngoài mạng của cơ quan (MODEL_EXTERNAL=on); câu hỏi được gửi đi khi người hỏi đã đồng ý, sau khi bỏ dữ liệu cá nhân.`,
  },
  voice: {
    off: "Tin thoại: không bật (TRANSCRIPTION_MODEL); trợ lý xin người hỏi gõ bằng chữ.",
    own: (model: string, host: string) => `Tin thoại: ${model} tại ${host}, trong mạng của cơ quan.`,
    external: (model: string, host: string) =>
      `Tin thoại: ${model} tại ${host}, ngoài mạng của cơ quan (TRANSCRIPTION_EXTERNAL=on); chỉ gửi đi khi người gửi đã đồng ý.`,
  },
  dense: {
    off: "Tìm theo nghĩa: không bật (EMBEDDING_MODEL); trợ lý tìm bằng từ ngữ.",
    own: (model: string, host: string) => `Tìm theo nghĩa: ${model} tại ${host}, trong mạng của cơ quan.`,
    external: (model: string, host: string) =>
      `Tìm theo nghĩa: ${model} tại ${host}, ngoài mạng của cơ quan (MODEL_EXTERNAL=on); câu hỏi và các đoạn văn bản được gửi đi, câu hỏi đã bỏ dữ liệu cá nhân.`,
    notInstalled: (model: string) =>
      `Tìm theo nghĩa: đã đặt EMBEDDING_MODEL=${model} nhưng máy này chưa có hnswlib-node nên đang tắt; cài python3, make, g++ rồi chạy lại npm install.`,
  },
  messages: {
    none: "Tin nhắn: không có tin nào bị kẹt.",
    overdue: (channel: string, count: number) =>
      `Tin nhắn: ${count} tin của kênh ${channelName(channel)} chờ gửi đã hơn một giờ; xem trạng thái kênh đó.`,
    dead: (count: number) =>
      `Tin nhắn: ${count} tin không trả lời hoặc không gửi được, cần người xem: npm run -s dead-letters`,
  },
} as const;

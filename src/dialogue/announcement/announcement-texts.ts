import type { AnnounceOutcome } from "../../announce/orders.ts";

type Mistake = Extract<AnnounceOutcome, { kind: "invalid" }>["mistakes"][number];

const MISTAKES: Readonly<Record<Mistake, string>> = {
  no_title: "Thông báo chưa có tiêu đề.",
  title_too_long: "Tiêu đề dài quá.",
  no_body: "Thông báo chưa có nội dung.",
  body_too_long: "Nội dung dài quá.",
  bad_link: "Đường dẫn chưa đúng.",
  expires_before_it_leaves: "Hạn gửi sớm hơn giờ gửi.",
  is_over: "Hạn gửi đã qua.",
  event_gone: "Lớp kèm theo đã kết thúc hoặc đã hủy: anh/chị chọn lớp khác, hoặc bỏ lớp.",
};

/** What staff read while they write an announcement in a chat of their own. */
export const announcementTexts = {
  opening: "Soạn thông báo. Gõ “hủy” để thôi, “quay lại” để về bước trước.",
  askTitle: (most: number) =>
    `Tiêu đề thông báo là gì? (tối đa ${most} ký tự)\nCó thể gửi cả bài một lần: dòng đầu là tiêu đề, các dòng sau là nội dung.`,
  titleLabel: "Tiêu đề",
  titleTooLong: (length: number, most: number) =>
    `Tiêu đề dài ${length} ký tự, quá ${most}. Anh/chị rút ngắn giúp; phần chi tiết để ở nội dung.`,
  askBody: (most: number) => `Nội dung thông báo? (tối đa ${most} ký tự, xuống dòng thoải mái)`,
  bodyLabel: "Nội dung",
  bodyTooLong: (length: number, most: number) =>
    `Nội dung dài ${length} ký tự, quá ${most} nên chưa ghi được. Anh/chị rút ngắn rồi gửi lại giúp.`,
  onlyWords: "Mục này cần chữ. Anh/chị gõ giúp.",

  askEvent: "Có mời đăng ký lớp nào không? Bấm để chọn, hoặc gõ “lớp 12”.",
  noOpenEvent: "Hiện không có lớp nào đang nhận đăng ký.",
  eventLabel: "Lớp kèm theo",
  event: (keyword: string, title: string) => `Lớp ${keyword}: ${title}`,
  noEvent: "Không kèm lớp",
  eventUnknown: "Không có lớp nào đang nhận đăng ký mang số đó. Anh/chị chọn trong danh sách.",
  eventLine: (keyword: string) => `Kèm nút đăng ký lớp ${keyword} (gõ “DK ${keyword}”)`,
  noEventLine: "Không kèm lớp",

  askWhom: "Gửi cho ai? (chỉ những người đã đồng ý nhận thông báo mới nhận được)",
  whomLabel: "Người nhận",
  everybody: "Tất cả người đã đồng ý",
  byTopics: "Theo chủ đề đang theo dõi",
  byClasses: "Theo lịch sử dự lớp",
  chooseWhom: "Anh/chị chọn giúp một trong ba cách bên dưới.",

  askTopics: "Người theo dõi chủ đề nào? Bấm để chọn hoặc bỏ chọn, xong thì bấm “Xong”.",
  topicsLabel: "Chủ đề",
  on: (label: string) => `☑ ${label}`,
  off: (label: string) => `☐ ${label}`,
  done: "Xong",
  chooseTopics: "Anh/chị chọn ít nhất một chủ đề rồi bấm “Xong”.",
  noTopic: "Chưa chọn chủ đề nào. Anh/chị chọn ít nhất một rồi bấm “Xong”.",

  askHistory: "Người đã làm gì với lớp?",
  historyLabel: "Lịch sử dự lớp",
  histories: {
    registered: "Đã đăng ký",
    attended: "Đã dự",
    never_attended: "Chưa dự lần nào",
  },
  chooseHistory: "Anh/chị chọn giúp một mục bên dưới.",
  askOf: "Lớp nào? Bấm để chọn, hoặc gõ “lớp 12”.",
  ofLabel: "Lớp tính theo",
  anyClass: "Lớp bất kỳ",
  classUnknown: "Không tìm thấy lớp mang số đó. Anh/chị chọn trong danh sách.",

  audienceLine: (whom: string) => `Người nhận: ${whom}`,
  followers: (topics: string) => `người theo dõi ${topics}`,
  learners: (history: string, which: string) => `${history.toLowerCase()} – ${which}`,
  line: (label: string, words: string) => `${label}: ${words}`,

  summary: "Thông báo đang soạn:",
  previewOn: (channel: string) => `Xem trước, đúng như ${channel} sẽ hiện:`,
  rule: "──────────",
  button: (label: string) => `[${label}]`,
  file: (name: string) => `[tệp: ${name}]`,
  total: (people: number) => `Có ${people} người trong nhóm này.`,
  reachable: (people: number, channels: string) =>
    people === 0 ? "Chưa gửi được cho ai ngay." : `Gửi được ngay: ${people} người (${channels}).`,
  onChannel: (channel: string, people: number) => `${channel} ${people}`,
  whenTheyWrite: (people: number) => `Gửi khi họ nhắn lại: ${people} người.`,
  unreachable: (reasons: string) => `Không gửi được: ${reasons}.`,
  because: (people: number, reason: string) => `${people} người ${reason}`,

  send: "Gửi duyệt",
  giveUp: "Hủy",
  cancelled: "Đã hủy, thông báo không được lưu.",
  submitted: (title: string) =>
    `Đã gửi duyệt “${title}”. Người khác duyệt xong thì thông báo mới được gửi đi; theo dõi trong trang cán bộ.`,
  invalid: (mistakes: readonly Mistake[]) => mistakes.map((one) => MISTAKES[one]).join("\n"),
  notStaff:
    "Tài khoản này không còn được soạn thông báo (đã gỡ liên kết, bị khóa hoặc đổi vai trò), nên chưa có gì được gửi.",
  nothingHere: "Mục này không mở được. Anh/chị chọn việc khác trong menu.",
  menu: "Menu",
  notDone: "Chưa lưu được. Anh/chị thử lại giúp.",
} as const;

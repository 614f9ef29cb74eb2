import type { StaffLine } from "./port.ts";

export const talkTexts = {
  title: "Trò chuyện",
  waiting: "Đang chờ cán bộ",
  noneWaiting: "Không có ai đang chờ.",
  held: "Cán bộ đang trả lời",
  noneHeld: "Chưa có cuộc nào cán bộ đang trả lời.",
  lately: "Trợ lý trả lời trong 24 giờ qua",
  noneLately: "24 giờ qua chưa có ai nhắn.",
  tile: "người đang chờ cán bộ",
  somebody: "Người chưa cho biết tên",
  since: (time: string, minutes: string) => `từ ${time} (${minutes})`,
  minutes: (count: number) =>
    count < 1
      ? "vừa xong"
      : count < 60
        ? `${count} phút`
        : `${Math.floor(count / 60)} giờ ${count % 60} phút`,
  by: (name: string) => `${name} đang trả lời`,
  lastAt: (time: string) => `nhắn lần cuối ${time}`,
  request: (code: string) => `yêu cầu ${code}`,

  states: {
    bot: "Trợ lý đang trả lời",
    waiting: "Đang chờ cán bộ",
    mine: "Anh/chị đang trả lời, trợ lý im lặng",
  },
  take: "Nhận trò chuyện",
  takeOver: "Tiếp quản",
  takeOverTitle: "Tiếp quản cuộc trò chuyện",
  takeOverWords: (name: string) =>
    `${name} đang trả lời người này. Nếu anh/chị tiếp quản, ${name} và người đang nhắn đều được báo.`,
  release: "Trả lại cho trợ lý",
  taken: "Anh/chị đã nhận cuộc trò chuyện.",
  released: "Đã trả lại cho trợ lý.",
  heldByOther: "Đồng nghiệp khác đang giữ cuộc trò chuyện này.",
  notHeld: "Cuộc trò chuyện này không còn do cán bộ giữ.",

  transcript: "Nội dung trò chuyện",
  earlier: "Xem phần trước đó",
  latest: "Về phần mới nhất",
  nothingSaid: "Chưa có lời nào.",
  bot: "Trợ lý",
  staff: "Cán bộ",
  choices: (labels: readonly string[]) => `Lựa chọn: ${labels.join(" · ")}`,
  deliveries: {
    on_its_way: "đang gửi",
    held_back: "giữ lại đến khi trả cho trợ lý",
    when_they_write: "sẽ đến khi người này nhắn lại",
    sent: "đã gửi",
    failed: "không gửi được",
    unknown: "không rõ đã đến chưa",
  } satisfies Record<NonNullable<StaffLine["delivery"]>, string>,
  kilobytes: (bytes: number) => `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("vi-VN")} kB`,

  say: "Trả lời",
  sayLabel: "Nội dung gửi đến người này",
  file: "Tệp kèm theo",
  fileHint: "Một tệp, tối đa 2 MB.",
  sayButton: "Gửi",
  sayEmpty: "Anh/chị nhập nội dung hoặc chọn tệp.",
  sayTooLong: "Nội dung dài quá 4.000 ký tự, anh/chị chia làm hai lần gửi.",
  tooLarge: "Tệp lớn hơn 2 MB. Anh/chị chọn tệp nhỏ hơn; nội dung vừa gõ vẫn còn.",
  lostHold:
    "Chưa gửi: cuộc trò chuyện này đã trả về cho trợ lý. Nội dung anh/chị gõ vẫn còn ở dưới (tệp thì chọn lại).",
  lostTo: (name: string) =>
    `Chưa gửi: ${name} đang giữ cuộc trò chuyện này. Nội dung anh/chị gõ vẫn còn ở dưới (tệp thì chọn lại).`,
  takeAndSay: "Nhận lại và gửi",
  takeOverAndSay: "Tiếp quản và gửi",
  sayFirst: "Anh/chị nhận trò chuyện trước khi trả lời.",

  known: "Người này",
  unknownPerson: "Chưa đăng ký hay gửi yêu cầu nào từ khung chat này.",
  channel: "Kênh",
  group: "trong nhóm",
  name: "Họ tên",
  phone: "Điện thoại",
  enterprises: "Cơ sở",
  openRequests: "Yêu cầu đang mở",
  due: (day: string) => `hạn ${day}`,
  none: "chưa có",
  state: "Tình trạng",
  listed: { bot: "Trợ lý trả lời", waiting_staff: "Đang chờ cán bộ", held: "Cán bộ đang trả lời" },
  sinceWhen: "Từ lúc",
  lastMessage: "Nhắn lần cuối",
  requestCode: "Mã yêu cầu",
  moreLately: (count: number) => `Còn ${count} cuộc nữa trong 24 giờ qua; tệp XLSX có đủ.`,
  audit: {
    "conversations.exported": "Tải danh sách trò chuyện",
    "conversation.looked_at": "Xem cuộc trò chuyện",
    "conversation.file_taken": "Tải tệp trong cuộc trò chuyện",
    "hold.taken_over": "Tiếp quản cuộc trò chuyện",
  },
} as const;

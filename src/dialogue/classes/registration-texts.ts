export const registrationTexts = {
  opening: (title: string, when: string, seats: string, cost: string) =>
    [`Đăng ký: ${title}`, when, `Hiện ${seats}.`, cost && `Chi phí: ${cost}.`].filter(Boolean).join("\n"),
  noneOpen:
    "Hiện chưa có lớp nào nhận đăng ký. Gõ “lớp” để xem lịch, hoặc “theo dõi” để được báo khi có lớp mới.",
  notFound: (keyword: string) => `Tôi không tìm thấy lớp “${keyword}”. Gõ “lớp” để xem các lớp đang mở.`,
  gone: "Lớp này không còn trong danh sách. Gõ “lớp” để xem các lớp đang mở.",
  closed: (title: string) =>
    `Lớp “${title}” không còn nhận đăng ký nên tôi chưa gửi gì đi. Gõ “lớp” để xem lớp khác.`,
  notYet: (title: string, moment: string) =>
    `Lớp “${title}” mở đăng ký từ ${moment}. Anh/chị quay lại lúc đó giúp nhé.`,
  begun: (title: string) => `Lớp “${title}” đã bắt đầu nên không nhận đăng ký nữa. Gõ “lớp” để xem lớp khác.`,

  seeClasses: "Xem các lớp",

  eventLabel: "Lớp",
  askEvent: "Anh/chị muốn đăng ký lớp nào?",
  chooseEvent: "Anh/chị chọn một lớp bên dưới giúp nhé.",

  earlier: (code: string, count: number) =>
    `Anh/chị đã có đăng ký ${code} cho lớp này (${count} người). Anh/chị muốn làm gì?`,
  seeEarlier: "Xem, thêm, đổi người",
  otherEnterprise: "Đăng ký đơn vị khác",

  refused:
    "Vâng, tôi không ghi thông tin nào cả nên chưa đăng ký được. Anh/chị vẫn xem lịch lớp, hỏi đáp bình thường; " +
    "cần đăng ký thì nhắn lại, hoặc đăng ký trực tiếp với cán bộ.",

  askReuse: "Dùng thông tin lần trước cho nhanh?",
  reuse: "Dùng lại",
  enterAnew: "Nhập mới",

  audience: (whom: string) =>
    `Lớp này dành cho: ${whom}. Nếu chọn nhầm loại hình, anh/chị chọn lại; nếu không thì gõ “hủy” rồi “lớp” để xem lớp khác.`,

  askAgreed: (count: number) =>
    count === 1
      ? "Người được đăng ký đã biết và đồng ý cho gửi tên, số điện thoại của mình chưa?"
      : `Cả ${count} người đã biết và đồng ý cho gửi tên, số điện thoại của mình chưa?`,
  allAgreed: "Đã đồng ý",
  notAsked: "Chưa hỏi",
  askThemFirst:
    "Vậy anh/chị hỏi mọi người trước giúp nhé. Phần đã nhập tôi giữ nguyên, hỏi xong anh/chị chọn “Đã đồng ý”.",
  agreedLine: "Người tham dự đã đồng ý: có",

  seatsLabel: "Khi thiếu chỗ",
  askSeats: (count: number, seats: number) =>
    seats === 0
      ? `Lớp đã hết chỗ. ${count === 1 ? "Anh/chị" : `${count} người`} có thể vào danh sách chờ; có chỗ trống tôi nhắn ngay.`
      : `Lớp chỉ còn ${seats} chỗ mà danh sách có ${count} người. Anh/chị chọn:`,
  someWait: (seats: number, waiting: number) => `${seats} người có chỗ, ${waiting} chờ`,
  allWait: (count: number) => (count === 1 ? "Vào danh sách chờ" : `Cả ${count} cùng chờ`),
  noSeats: "Thôi",
  seatsGivenUp:
    "Vâng, tôi chưa gửi đăng ký nào. Gõ “lớp” để xem lớp khác, hoặc “theo dõi” để được báo khi có lớp mới.",
  seatsLine: (all: boolean) =>
    `Khi thiếu chỗ: ${all ? "cả nhóm cùng chờ" : "ai có chỗ thì học, còn lại chờ"}`,

  summary: "Anh/chị xem lại giúp:",
  send: "Gửi đăng ký",
  cancelled: "Đã dừng, chưa gửi đăng ký nào. Khi cần anh/chị gõ “lớp”.",

  attendeesOne: (line: string) => `Người tham dự: ${line}`,
  attendeesMany: (count: number) => `Người tham dự (${count}):`,
} as const;

/** What the conversation itself says; dialogues and answers have their own words. */
export const texts = {
  disclosure: (organisation: string) =>
    `Trợ lý tự động của ${organisation} trả lời; nội dung để tham khảo. Gõ “menu” để xem các việc tôi giúp được.`,
  unreadable: (what: string) =>
    `Tôi chưa đọc được ${what}. Anh/chị gõ giúp bằng chữ, hoặc gõ “gặp cán bộ” để được gọi lại ạ.`,
  unreadableBeside: (what: string) =>
    `Tôi chưa đọc được ${what}, nên chỉ trả lời phần chữ; cần xem cả phần kia, anh/chị gõ “gặp cán bộ” giúp tôi ạ.`,
  onlyPrivate: "Việc này cần thông tin riêng, anh/chị nhắn riêng cho tôi để làm ạ.",
  staleMenu: "Mục này thuộc danh sách cũ, không còn dùng được. Mời anh/chị chọn lại:",
  noMenu: (number: string) =>
    `Anh/chị gõ “${number}” nhưng hiện không có danh sách nào để chọn theo số. Mời anh/chị chọn một việc, hoặc gõ câu hỏi:`,
  outOfRange: (most: number) => `Danh sách chỉ có từ 1 đến ${most}. Anh/chị chọn lại giúp tôi:`,
  cancelled: "Đã dừng, chưa có gì được gửi đi. Khi cần anh/chị cứ gõ “menu”.",
  nothingToCancel: "Hiện không có việc nào đang làm dở. Anh/chị cần gì ạ?",
  noWayBack: "Đây là bước đầu tiên rồi ạ. Gõ “hủy” nếu muốn dừng.",
  resume: "Ta làm tiếp nhé:",
  resumed: "Việc làm dở lúc nãy vẫn còn, ta làm tiếp nhé:",
  outdated: (typed: readonly string[]) =>
    [
      "Xin lỗi anh/chị, mẫu này vừa được đổi nên cần bắt đầu lại.",
      ...(typed.length > 0 ? ["Những gì anh/chị đã nhập:", ...typed] : []),
    ].join("\n"),
  gone: (typed: readonly string[]) =>
    [
      "Xin lỗi anh/chị, việc đang làm dở không còn làm tiếp được.",
      ...(typed.length > 0 ? ["Những gì anh/chị đã nhập:", ...typed] : []),
    ].join("\n"),
  pickByWords: (label: string, words: string) => `${label}: gõ “${words}”`,
  notice: (text: string) => `Thông báo: ${text}`,
  paused: (code: string, due: string) =>
    `Trợ lý đang tạm dừng nên chưa trả lời tự động. Tin của anh/chị đã được chuyển cho cán bộ, mã ${code}; cán bộ trả lời tại đây, chậm nhất ${due}.`,
  pressed: (label: string) => (label === "" ? "[bấm một nút]" : `[bấm nút “${label}”]`),
  nothingToRate: "Anh/chị chưa hỏi câu nào gần đây để đánh giá ạ. Mời anh/chị gõ câu hỏi.",
  passOn: "Chuyển câu hỏi cho cán bộ",
  seeBasis: "Xem căn cứ",
  basisOfAnswer: "Căn cứ của câu trả lời vừa rồi:",
  passedOn: (code: string, due: string) =>
    `Đã chuyển câu hỏi cho cán bộ, mã ${code}. Cán bộ trả lời ngay trong cuộc trò chuyện này, chậm nhất ${due}.`,
  staffCalled: (code: string) =>
    `Đã báo cán bộ, mã ${code}. Trong lúc chờ tôi xin im lặng để anh/chị nói chuyện với cán bộ; mọi điều anh/chị nhắn đều được giữ. Gõ “thôi chờ” để quay lại hỏi tôi.`,
  officeHours: (hours: string) => `giờ làm việc: ${hours}`,
  nextDuty: (time: string, day: string) => `ca trực tới: ${time} ${day}`,
  staffAway: (code: string, when: string, due: string) =>
    `Cán bộ chưa trực (${when}); đã ghi thành yêu cầu ${code}, chậm nhất ${due} sẽ có người trả lời tại đây. Trong lúc chờ anh/chị cứ hỏi tôi tiếp ạ.`,
  staffLeft: "Vâng, tôi trả lời tiếp đây. Yêu cầu gặp cán bộ vẫn được giữ.",
  failed:
    "Tôi đang gặp trục trặc nên chưa xử lý được tin này. Tin của anh/chị vẫn được giữ, cán bộ sẽ xem lại; anh/chị thử lại sau ít phút giúp tôi.",
  notDone: "Việc này chưa làm được, chưa có gì thay đổi. Anh/chị thử lại hoặc gõ “gặp cán bộ” giúp tôi.",
  filesKept: (names: string) =>
    `Tôi đã giữ tệp (${names}) nhưng chưa đọc được bên trong. Anh/chị muốn gửi kèm một yêu cầu hỗ trợ để cán bộ xem không ạ?`,
  agree: "Đồng ý",
  disagree: "Không",
  consents: {
    external_model: {
      ask: "Tôi trả lời bằng lời của văn bản. Nếu anh/chị đồng ý, từ câu sau tôi nhờ thêm một mô hình ngôn ngữ ở bên ngoài viết cho dễ đọc hơn; không đồng ý tôi vẫn trả lời như thường.",
      thanks:
        "Cảm ơn anh/chị. Từ câu hỏi sau tôi nhờ thêm mô hình ngôn ngữ. Muốn thôi, gõ “dữ liệu của tôi”.",
      declined:
        "Vâng, câu hỏi của anh/chị chỉ được xử lý tại chỗ. Khi nào đổi ý, anh/chị gõ “cho dùng mô hình”.",
    },
    voice: {
      ask: "Tôi nghe được tin thoại nếu anh/chị đồng ý cho máy chủ của cơ quan chuyển thành chữ; không thì anh/chị gõ chữ giúp tôi.",
      thanks: "Cảm ơn anh/chị. Anh/chị cứ gửi tin thoại, tôi nghe được. Muốn thôi, gõ “dữ liệu của tôi”.",
      declined:
        "Vâng, tôi không nghe và không giữ tin thoại. Anh/chị gõ bằng chữ giúp tôi; khi nào đổi ý, gõ “cho nghe tin thoại”.",
    },
    external_voice: {
      ask: "Tôi nghe được tin thoại nếu anh/chị đồng ý cho gửi đoạn ghi âm tới nhà cung cấp bên ngoài để chuyển thành chữ; không thì anh/chị gõ chữ giúp tôi.",
      thanks: "Cảm ơn anh/chị. Anh/chị cứ gửi tin thoại, tôi nghe được. Muốn thôi, gõ “dữ liệu của tôi”.",
      declined:
        "Vâng, tôi không nghe và không giữ tin thoại. Anh/chị gõ bằng chữ giúp tôi; khi nào đổi ý, gõ “cho nghe tin thoại”.",
    },
  },
  nothingToAllow: "Việc này hiện không cần anh/chị đồng ý thêm ạ.",
  listening: "Cảm ơn anh/chị, tôi nghe tin thoại ngay đây.",
  heard: (words: string) => `Tôi nghe được: “${words}”`,
  notHeard:
    "Tôi chưa nghe rõ tin thoại này. Anh/chị gõ giúp bằng chữ, hoặc gõ “gặp cán bộ” để được gọi lại ạ.",
  typeInstead:
    "Anh/chị gõ bằng chữ giúp tôi ạ. Muốn tôi nghe tin thoại, gõ “cho nghe tin thoại” rồi bấm Đồng ý.",
  voiceMessage: "tin thoại",
  recordingName: "tin-thoai",
  /** a file whose name says nothing */
  fileName: "tep",
  sentInPart: (why: string, sent: number, all: number) => `${why} (đã gửi ${sent}/${all} phần)`,
  standing: {
    elsewhere: (holder: string) =>
      `Tài khoản đang chạy ở máy khác (${holder}); máy này sẽ chạy thay khi máy đó dừng.`,
    holderUnknown: "Chưa hỏi được cơ sở dữ liệu xem máy nào đang chạy tài khoản này; đang thử lại.",
  },
} as const;

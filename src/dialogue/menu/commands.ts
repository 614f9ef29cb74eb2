import { CODE_ALPHABET } from "../../registry/codes.ts";
import { looksLikeGtin } from "../../registry/gtin.ts";
import { readOfferChoice } from "../../registry/offer-choice.ts";
import type { Told } from "../command-words.ts";
import { barely, sameWords, wordsIn } from "./phrases.ts";

interface Command {
  told: Told;
  phrases: readonly (readonly string[])[];
}

const go = (to: string, start?: unknown): Told => ({ kind: "go", to, ...(start !== undefined && { start }) });

/** A whole message that is one of these is a command; a sentence around them is a question. */
const COMMANDS: readonly Command[] = (
  [
    [{ kind: "menu" }, "menu | mê nu | trang chủ | bắt đầu | start | về menu | danh mục"],
    [{ kind: "help" }, "trợ giúp | giúp | giúp đỡ | help | hướng dẫn | hướng dẫn sử dụng | cách dùng"],
    [{ kind: "cancel" }, "hủy | hủy bỏ | thoát | cancel | exit | không làm nữa | thôi không làm nữa"],
    [{ kind: "stop" }, "dừng | dừng lại"],
    [{ kind: "back" }, "quay lại | trở lại | lùi lại | quay về | bước trước | back"],
    [
      { kind: "staff" },
      "gặp cán bộ | cán bộ | gọi cán bộ | nói chuyện với cán bộ | chat với cán bộ | gặp người thật | gặp người | người thật | " +
        "nói chuyện với người thật | chat với người thật | gặp nhân viên | nhân viên | gặp tư vấn viên | nhân viên hỗ trợ",
    ],
    [
      go("classes"),
      "lớp | lớp học | lớp tập huấn | tập huấn | các lớp | xem lớp | xem các lớp | lịch lớp | lịch học | danh sách lớp | lớp đang mở | lớp mới | hội thảo",
    ],
    [
      go("registration"),
      "đăng ký lớp | đăng ký lớp học | đăng ký lớp tập huấn | đăng ký tập huấn | đăng ký học | đk lớp",
    ],
    [
      go("my_registrations"),
      "đăng ký của tôi | đăng ký của em | đăng ký của mình | đk của tôi | xem đăng ký | xem đăng ký của tôi | hủy đăng ký | " +
        "hủy đăng ký lớp | đổi người | đổi người học | đổi đăng ký | lớp của tôi",
    ],
    [
      go("support_request"),
      "yêu cầu hỗ trợ | gửi yêu cầu | gửi yêu cầu hỗ trợ | xin hỗ trợ | báo vướng mắc | gửi vướng mắc | yêu cầu mới",
    ],
    [
      go("my_requests"),
      "yêu cầu của tôi | yêu cầu của em | yêu cầu của mình | xem yêu cầu | theo dõi yêu cầu | tình trạng yêu cầu | tiến độ yêu cầu | rút yêu cầu",
    ],
    [go("eligibility"), "tôi được hỗ trợ gì | em được hỗ trợ gì | xét điều kiện | kiểm tra điều kiện"],
    [go("needs"), "cần những gì"],
    [go("gtin"), "kiểm tra mã vạch | tra mã vạch | check mã vạch | kiểm tra mã | tra cứu mã vạch"],
    [
      go("topics"),
      "theo dõi | theo dõi tin | nhận tin | đăng ký nhận tin | nhận thông báo | đăng ký nhận thông báo | chủ đề theo dõi",
    ],
    [
      go("topics", { stop: true }),
      "ngừng nhận tin | ngừng | stop | dừng nhận tin | thôi nhận tin | hủy nhận tin | ngừng theo dõi | hủy theo dõi | bỏ theo dõi | " +
        "không nhận tin nữa | ngừng nhận thông báo | hủy nhận thông báo | ngừng thông báo | dừng thông báo | dừng nhận thông báo | " +
        "hủy thông báo | tắt thông báo | thôi nhận thông báo | không nhận thông báo | không nhận thông báo nữa | ngừng gửi | dừng gửi | " +
        "đừng gửi nữa | đừng nhắn nữa | không gửi nữa",
    ],
    [
      go("join"),
      "liên kết | liên kết kênh | liên kết tài khoản | nối kênh | dùng nhiều kênh | liên kết zalo | liên kết telegram",
    ],
    [
      go("my_data"),
      "dữ liệu của tôi | xem dữ liệu | xem dữ liệu của tôi | sửa dữ liệu của tôi | thông tin của tôi | sửa thông tin của tôi | dữ liệu cá nhân của tôi | quyền riêng tư",
    ],
    [{ kind: "allow", what: "model" }, "cho dùng mô hình | cho phép dùng mô hình | đồng ý dùng mô hình"],
    [
      { kind: "allow", what: "voice" },
      "cho nghe tin thoại | cho phép nghe tin thoại | đồng ý nghe tin thoại",
    ],
    [go("my_data", { withdraw: true }), "rút đồng ý | rút lại đồng ý"],
    [
      go("my_data", { erase: true }),
      "xóa dữ liệu | xóa dữ liệu của tôi | xóa thông tin của tôi | xóa hết dữ liệu | xóa dữ liệu cá nhân của tôi | xóa tất cả dữ liệu",
    ],
  ] as const
).map(([told, phrases]) => ({ told, phrases: phrases.split("|").map(wordsIn) }));

const YES = (
  "có | ok | oke | okê | ừ | uh | vâng | dạ | dạ có | vâng có | đồng ý | được | yes | y | chuyển đi | gửi đi | chuyển giúp | " +
  "có chuyển đi | nhờ chuyển | có chứ"
)
  .split("|")
  .map(wordsIn);
const LEAVE_STAFF =
  "thôi chờ | thôi chờ hỏi tiếp | không chờ nữa | thôi không chờ nữa | hỏi tiếp | quay lại bot | gặp bot | hủy | menu"
    .split("|")
    .map(wordsIn);

// Announcements and the list of classes give each class a short number: "DK 12".
const CLASS_NUMBER = /^(?:(?:đk|dk|đăng ký|dang ky)(?: (?:lớp|lop))?(?: (?:số|so))?) ?(\d{1,6})$/;
// A notice of a seat, or of a class put off, is answered with the number of the class: "nhận 12", "không dự 12". Words
// that mean nothing else do without it.
const SEAT_ANSWERS = [
  { accept: true, numbered: "nhận | nhận chỗ | vẫn dự", bare: "nhận chỗ" },
  { accept: false, numbered: "nhường | nhường chỗ | không dự", bare: "nhường chỗ" },
].map(({ accept, numbered, bare }) => ({
  accept,
  numbered: numbered.split("|").map(wordsIn),
  bare: [wordsIn(bare)],
}));
// A code that joins two channels of one person.
const JOINING = new RegExp(
  `^\\s*/?(?:li[eê]n ?k[eế]t\\s+|lk[ -]?)([${CODE_ALPHABET}]{5})[\\s-]?([${CODE_ALPHABET}]{5})\\s*$`,
  "iu",
);
const KEYWORD = /^[a-z]{0,3}\d[a-z0-9]{0,7}$/;
const LONGEST = 40;
// "dừng" without its marks is "đúng" as well.
const AMBIGUOUS = new Set(["dung"]);

/** What short typed words ask for, with diacritics or without; null where they are anything else. */
export function commandOf(text: string): Told | null {
  if (text.length > LONGEST) return null;
  const words = wordsIn(text);
  if (words.length === 1 && AMBIGUOUS.has(words[0] ?? "")) return null;
  for (const some of barely(words)) {
    const keyword = CLASS_NUMBER.exec(some.join(" "))?.[1];
    if (keyword !== undefined) return go("registration", { keyword });
    const seat = seatAnswerIn(some);
    if (seat) return seat;
    const command = COMMANDS.find(({ phrases }) => phrases.some((phrase) => sameWords(some, phrase)));
    if (command) return command.told;
  }
  const request = /^yc[- ]?([a-z0-9]{4,12})$/i.exec(text.trim())?.[1];
  const [, first, second] = JOINING.exec(text.normalize("NFC")) ?? [];
  if (first !== undefined && second !== undefined)
    return go("join", { code: `${first}-${second}`.toUpperCase() });
  if (request !== undefined) return go("my_requests", { code: `YC-${request.toUpperCase()}` });
  return null;
}

function seatAnswerIn(words: readonly string[]): Told | null {
  const last = words.at(-1) ?? "";
  const keyword = KEYWORD.test(last) ? last : undefined;
  const said = keyword === undefined ? words : words.slice(0, -1);
  const meant = SEAT_ANSWERS.find(({ numbered, bare }) =>
    (keyword === undefined ? bare : numbered).some((phrase) => sameWords(said, phrase)),
  );
  if (!meant) return null;
  return go("my_registrations", { ...(keyword !== undefined && { keyword }), accept: meant.accept });
}

/** A button that lasts: it does the same whenever it is pressed. */
export function toldByChoice(value: string): Told | null {
  const offer = readOfferChoice(value);
  if (offer) return go("my_registrations", { offer: offer.attendeeId, accept: offer.accept });
  // What follows the name was saved by the dialogue that made the button.
  const [, to, saved] = /^go:([a-z_]+)(?::([\x21-\x7e]+))?$/.exec(value) ?? [];
  switch (to) {
    case undefined:
      return null;
    case "menu":
      return { kind: "menu" };
    case "staff":
      return { kind: "staff" };
    // One asks by asking: the help says how.
    case "ask":
    case "help":
      return { kind: "help" };
    default:
      return saved === undefined ? go(to) : go(to, { saved });
  }
}

/** A message that is nothing but a barcode number. */
export function toldByNumber(text: string): Told | null {
  return looksLikeGtin(text) ? go("gtin", { text: text.trim() }) : null;
}

/** Whether words agree to what was just offered. */
export function isYes(text: string): boolean {
  return barely(wordsIn(text)).some((some) => YES.some((phrase) => sameWords(some, phrase)));
}

export function isLeaveStaff(said: string): boolean {
  if (said === "go:leave_staff") return true;
  return barely(wordsIn(said)).some((some) => LEAVE_STAFF.some((phrase) => sameWords(some, phrase)));
}

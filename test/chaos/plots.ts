import type { Random } from "./random.ts";

/** One thing that a person does in a conversation. */
type Move =
  | { kind: "type"; text: string }
  /** a button of the reply to what was said last, if one of these is there; then what is expected of it */
  | { kind: "press"; labels: readonly string[]; leaves: readonly string[] };

/** What one person has in mind, and what must stand in the database once and only once when it is done. */
export interface Plot {
  name: string;
  moves: readonly Move[];
  /** keys as effects.ts reads them; `follow:` keys belong to the conversation */
  leaves: readonly string[];
}

/** One class has room for everybody, one is soon full. */
export const LARGE_CLASS = "71";
export const SMALL_CLASS = "72";
const KEYWORDS = [LARGE_CLASS, SMALL_CLASS] as const;

const QUESTIONS = [
  "Mã số mã vạch mất bao nhiêu tiền?",
  "Hỗ trợ chi phí chứng nhận ISO 9001 bao nhiêu?",
  "VietGAP là gì?",
  "truy xuat nguon goc bat buoc khong",
  "Nhãn hàng hóa phải ghi những gì?",
  "menu",
  "trợ giúp",
  "8934563138165",
] as const;

const type = (...texts: readonly string[]): Move[] => texts.map((text) => ({ kind: "type", text }));
const press = (labels: readonly string[], leaves: readonly string[] = []): Move => ({
  kind: "press",
  labels,
  leaves,
});

/** The next person who comes: any of the plots, with words that nobody else uses. */
export function nextPlot(random: Random): Plot {
  const make = random.pick([
    asking,
    asking,
    passingOn,
    registering,
    registering,
    following,
    requesting,
    callingStaff,
  ]);
  return make(random);
}

function asking(random: Random): Plot {
  return {
    name: "asking",
    moves: type(...Array.from({ length: 4 }, () => random.pick(QUESTIONS))),
    leaves: [],
  };
}

/** A question without an answer goes to staff. */
function passingOn(random: Random): Plot {
  const word = random.word();
  return {
    name: "passing on",
    moves: [
      ...type(`${word} có bán xe máy cũ không?`),
      press(["Chuyển câu hỏi cho cán bộ"], [`request:cau_hoi:${word}`]),
      ...type(random.pick(QUESTIONS)),
    ],
    leaves: [],
  };
}

function registering(random: Random): Plot {
  const people = Array.from(
    { length: 1 + Math.floor(random.next() * 3) },
    () => `Nguyễn Thị ${random.word()}`,
  );
  const phone = () => `09${Math.floor(random.between(10_000_000, 99_999_999))}`;
  const interruption = random.chance(0.4) ? type("Mã số mã vạch mất bao nhiêu tiền?") : [];
  // Asked when seats are short, which they may be before the end or only at the end.
  const waiting = press(["Vào danh sách chờ", `Cả ${people.length} cùng chờ`]);
  const keyword = random.pick(KEYWORDS);
  return {
    name: "registering",
    moves: [
      ...type(`DK ${keyword}`, "Đồng ý", "htx"),
      ...interruption,
      ...type(`HTX ${random.word()}`, "Bỏ qua", "Cẩm Thành", `Trần Thị ${random.word()}`, phone()),
      ...type(people.map((name) => `${name}, ${phone()}`).join("\n"), "Đúng hết", "Đã đồng ý"),
      ...(keyword === SMALL_CLASS ? [waiting] : []),
      ...type("Không cần", "Gửi đăng ký"),
      ...(keyword === SMALL_CLASS ? [waiting, press(["Gửi đăng ký"])] : []),
    ],
    leaves: people.map((name) => `attendee:${name}`),
  };
}

/** Numbers switch a topic on or off: one that is counted twice is off again. */
function following(): Plot {
  return {
    name: "following",
    moves: type("theo dõi", "2", "3", "Lưu", "Đồng ý nhận tin"),
    leaves: ["follow:ma_vach", "follow:truy_xuat", "consent:announcement"],
  };
}

function requesting(random: Random): Plot {
  const [word, addition] = [random.word(), random.word()];
  return {
    name: "requesting",
    moves: type(
      "yêu cầu hỗ trợ",
      "iso",
      "Đồng ý",
      `Cần tư vấn ISO 22000 cho xưởng ${word}`,
      "Không có",
      "htx",
      `HTX ${random.word()}`,
      "Bỏ qua",
      "Cẩm Thành",
      `Trần Thị ${random.word()}`,
      "0905123456",
      "Gửi yêu cầu",
      "yêu cầu của tôi",
      "Bổ sung thông tin, tệp",
      `Thêm: xưởng ${addition} có 12 người`,
    ),
    leaves: [`request:he_thong_cong_cu:${word}`, `entry:${addition}`, "consent:registration"],
  };
}

/** The last words before the call go along with it. */
function callingStaff(random: Random): Plot {
  const word = random.word();
  return {
    name: "calling staff",
    moves: type(`Tiêu chuẩn cho ${word} thế nào?`, "gặp cán bộ", "thôi chờ", random.pick(QUESTIONS)),
    leaves: [`request:gap_can_bo:${word}`],
  };
}

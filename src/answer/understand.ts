import { fold, normalise, syllables } from "../search/index.ts";
import { documentMentions, type NumberMention } from "../knowledge/document-number.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

/** What kind of words would answer; decides which sentences of a section are said. */
export type Asks =
  | "amount"
  | "count"
  | "date"
  | "duration"
  | "who"
  | "where"
  | "list"
  | "yes_no"
  | "definition"
  | "validity"
  | "compare"
  | "other";

export interface Understood {
  question: string;
  /** what is searched: the question, or for a follow-up the earlier topic with it */
  query: string;
  /** the earlier question a follow-up leans on, or null */
  earlier: string | null;
  asks: ReadonlySet<Asks>;
  mentions: readonly NumberMention[];
}

const PATTERNS: readonly (readonly [Asks, RegExp])[] = [
  [
    "amount",
    /\b(?:bao nhieu tien|bn tien|bnhiu tien|nhieu tien|may tien|gia bao nhieu|chi phi|muc phi|phi|le phi|gia|ton|het bao nhieu|mat bao nhieu|muc phat|phat bao nhieu|phat (?:nang|the nao|sao|khong)|bi phat|muc ho tro|ho tro (?:bao nhieu|may|toi da)|bao nhieu phan tram|may phan tram|thuong bao nhieu|muc thuong|bao nhieu|bn|may trieu|toi da)\b/,
  ],
  ["count", /\b(?:bao nhieu|bn|may|so luong|it nhat|toi thieu|dat bao nhieu|chi tieu|muc tieu)\b/],
  [
    "date",
    /\b(?:khi nao|bao gio|luc nao|ngay nao|nam nao|thang nao|tu ngay|tu khi nao|den khi nao|den bao gio|den ngay|truoc ngay|han chot|han nop|moc|thoi diem|thoi gian nao|ngay may|giai doan nao|con han|het han)\b/,
  ],
  [
    "duration",
    /\b(?:bao lau|may ngay|may thang|may nam|mat bao lau|trong bao lau|thoi han|han dung|thoi gian|hieu luc (?:bao lau|may)|gia tri (?:bao lau|may)|bao nhieu (?:ngay|thang|nam))\b/,
  ],
  [
    "who",
    /\b(?:ai|nguoi nao|co quan nao|don vi nao|so nao|bo nao|to chuc nao|doi tuong nao|ben nao|cho nao (?:cap|quan ly)|do dau)\b/,
  ],
  [
    "where",
    /\b(?:o dau|noi nao|cho nao|nop dau|nop o|den dau|lien he|trang web|website|trang nao|cong nao|dia chi|kenh nao|qua dau)\b/,
  ],
  [
    "list",
    /\b(?:nhung gi|cai gi|gom (?:nhung )?gi|gom co|bao gom|nhung nao|cac (?:buoc|loai|muc|tieu chi|dieu kien|noi dung|nhiem vu|nhom|cach|yeu cau|nguyen tac)|may (?:buoc|loai|muc|nhom|cach|nguyen tac|viec|tieu chi|thong tin)|ho so|giay to|thu tuc|dieu kien|tieu chi|can gi|can nhung|phai lam gi|lam gi|lam sao|the nao|nhu the nao|ntn|quyen loi|trach nhiem|nghia vu|noi dung|ho tro gi|duoc gi|viec gi)\b/,
  ],
  [
    "yes_no",
    /\b(?:co .{0,60}(?:khong|ko|hong|hok|hem|chua)|duoc (?:khong|ko|hong)|phai khong|dung khong|bat buoc|co can|co phai|co duoc|chua)\b/,
  ],
  [
    "compare",
    /\bkhac (?:gi|nhau|voi)\b|\bkhac\b.{0,40}\b(?:the nao|cho nao|o diem nao|ra sao)\b|\b(?:phan biet|so sanh|giong nhau|hon kem)\b/,
  ],
  [
    "definition",
    /\b(?:la gi|la sao|nghia la|khac (?:gi|nhau|the nao|voi)|the nao la|khai niem|phan biet|la cai gi|hieu the nao)\b/,
  ],
  [
    "validity",
    /\b(?:con (?:hieu luc|dung|ap dung|gia tri|xai)|het hieu luc|het han|thay the|bai bo|bi thay|van ban nao thay|hieu luc (?:khong|chua|tu|khi|den)|co hieu luc|moi nhat|ap dung nua)\b/,
  ],
];

// A question that leans on the one before it opens like this, or points back with a word.
const LEANS =
  /^(?:the|vay|con|the con|vay con|con neu|vay neu|the neu|roi|nhung|ua|a|va|neu the|neu vay|thi|the thi|vay thi)\b|\b(?:cai (?:do|nay|kia)|viec (?:do|nay)|thu tuc (?:do|nay)|van ban (?:do|nay)|ke hoach (?:do|nay)|nghi dinh (?:do|nay)|loai (?:do|nay)|giay (?:do|nay)|ma (?:do|nay)|lop (?:do|nay)|truong hop (?:do|nay)|muc (?:do|nay)|cai tren|o tren|vua roi|tren do|cua no|cho no|no)\b/;

const OPENING =
  /^(?:the con|vay con|con neu|vay neu|the neu|the thi|vay thi|the|vay|con|roi|ua|va|thi|neu the|neu vay)\s+/;

// Words for a side of a matter that name no matter: a question of nothing else leans on the one before.
export const SIDES: ReadonlySet<string> = new Set(
  (
    "phí giá tiền chi mức hồ sơ giấy tờ thủ tục nộp đăng ký thời hạn hạn gian lâu ngày kiện điều phạt buộc bắt cần đâu nơi chỗ " +
    "quan cơ cấp tượng đối mẫu đơn bước trình tự hiệu lực miễn giảm tối đa thiểu trễ chậm muộn gia online mạng trực tuyến tốn kém đóng " +
    "xử lý bị luật quyền lợi ích nghĩa vụ trách nhiệm xem kết quả liên hệ duyệt xét ký"
  ).split(" "),
);

/**
 * The ways a question can be read against the person's earlier ones, likeliest first.
 * "thế còn phí?" can only be a follow-up; "ocop là gì" stands alone; in between both are tried.
 * @param restore puts diacritics back
 */
export function readings(
  question: string,
  history: readonly string[],
  restore: (question: string) => string = (words) => words,
): readonly [Understood, ...Understood[]] {
  const alone = reading(question, null, question);
  const earlier = lastTopic(history);
  if (earlier === null) return [alone];
  const restored = restore(question);
  const own = subjectWords(restored);
  const topic = subjectWords(restore(earlier)).join(" ");
  const following = reading(question, earlier, `${topic} ${withoutOpening(restored)}`);
  if (own.length === 0) return [following];
  if (own.length <= FEW_WORDS && LEANS.test(fold(normalise(question)))) return [following, alone];
  return [alone, following];
}

const FEW_WORDS = 4;

/** One way to read a question: what is asked, and what is searched for it. */
export function reading(question: string, earlier: string | null, query: string): Understood {
  const mentions = documentMentions(question);
  return {
    question,
    query,
    earlier,
    asks: asksOf(question),
    mentions: mentions.length > 0 || earlier === null ? mentions : documentMentions(earlier),
  };
}

/** What kind of words would answer, with diacritics or without. */
export function asksOf(question: string): ReadonlySet<Asks> {
  const folded = fold(normalise(question));
  return new Set(PATTERNS.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind));
}

/** Whether a question asks for a side of a matter ("hồ sơ", "mức phạt") without naming the matter. */
export function namesNoSubject(restored: string): boolean {
  return subjectWords(restored).length === 0;
}

/** The words that say what a question is about, sides of the matter and small words left out. */
function subjectWords(restored: string): string[] {
  return syllables(restored).filter((word) => !FUNCTION_WORDS.has(word) && !SIDES.has(word));
}

/** The last question that named a subject. */
function lastTopic(history: readonly string[]): string | null {
  const recent = history.slice(-4).filter((question) => question.trim() !== "");
  let at = recent.length - 1;
  while (at > 0 && LEANS.test(fold(normalise(recent[at] ?? "")))) at--;
  return recent[at]?.slice(0, 400) ?? null;
}

function withoutOpening(question: string): string {
  const words = normalise(question);
  const opening = OPENING.exec(fold(words));
  return opening ? words.slice(opening[0].length) : words;
}

import { fold, normalise } from "../search/index.ts";
import { documentMentions, type NumberMention } from "../knowledge/document-number.ts";

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

/**
 * The ways a question can be read against the person's earlier ones, likeliest first.
 * "thế còn phí?" can only be a follow-up; a short "ocop là gì" may be one when it says nothing by itself.
 */
export function readings(
  question: string,
  history: readonly string[],
): readonly [Understood, ...Understood[]] {
  const folded = fold(normalise(question));
  const mentions = documentMentions(question);
  const alone = reading(question, null);
  const lean = leaning(folded, mentions.length);
  const earlier = lean === "none" ? null : lastTopic(history);
  if (earlier === null) return [alone];
  const following = reading(question, earlier);
  return lean === "certain" ? [following] : [alone, following];
}

function reading(question: string, earlier: string | null): Understood {
  const folded = fold(normalise(question));
  const query = earlier === null ? question : `${earlier} ${withoutOpening(question)}`;
  const mentions = documentMentions(question);
  return {
    question,
    query,
    earlier,
    asks: new Set(PATTERNS.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind)),
    mentions: mentions.length > 0 || earlier === null ? mentions : documentMentions(earlier),
  };
}

function leaning(folded: string, mentions: number): "certain" | "perhaps" | "none" {
  const words = folded.match(/[a-z0-9&]+/g)?.length ?? 0;
  if (words <= 14 && LEANS.test(folded)) return "certain";
  return words <= 5 && mentions === 0 ? "perhaps" : "none";
}

/** The last question that stood on its own. */
function lastTopic(history: readonly string[]): string | null {
  const recent = history.slice(-4).filter((question) => question.trim() !== "");
  let at = recent.length - 1;
  while (at > 0 && leaning(fold(normalise(recent[at] ?? "")), 0) === "certain") at--;
  return recent[at]?.slice(0, 400) ?? null;
}

function withoutOpening(question: string): string {
  const words = normalise(question);
  const opening = OPENING.exec(fold(words));
  return opening ? words.slice(opening[0].length) : words;
}

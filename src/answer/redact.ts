import { fold } from "../search/index.ts";

/**
 * Takes out of a text what tells who wrote it, before the text goes to a model: phone numbers, e-mail addresses, tax
 * codes, identity and account numbers, and names. Nothing is ever put back: the model's answer is built of passages.
 */
export function redact(text: string, names: readonly string[] = []): string {
  const plain = text.normalize("NFKC").replace(/\p{Cf}+/gu, "");
  const steps = [
    withoutAddresses,
    withoutNumbers,
    withoutSpokenNumbers,
    (words: string) => withoutNames(words, names),
  ];
  return steps.reduce((words, step) => step(words), plain);
}

const MARKS = {
  address: "[địa chỉ thư]",
  number: "[dãy số]",
  name: "[tên riêng]",
} as const;

/** Whether a text holds one of the marks that stand for what was taken out. */
export function holdsMark(text: string): boolean {
  return Object.values(MARKS).some((mark) => text.includes(mark));
}

/** "a.b@c.vn", "a.b (at) c . vn", "a.b a còng c chấm vn". */
const ADDRESS =
  /[\p{L}\p{N}._%+-]+\s*(?:@|\(at\)|\[at\]|\sat\s|\sa còng\s|\sa cong\s)\s*[\p{L}\p{N}-]+(?:\s*(?:\.|\(dot\)|\schấm\s|\scham\s)\s*[\p{L}\p{N}-]+)+/giu;

function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, MARKS.address);
}

/** Digits with the separators people write within one number. */
const DIGITS = /(?:\+\s?)?\d(?:[\s.\-–()]{0,3}\d){7,}/g;
/** "1.500.000", "1 500 000": thousands, where the first group has no zero before it. */
const SUM = /^[1-9]\d{0,2}(?:([. ])\d{3})(?:\1\d{3})*$/;
/** Eight digits are a date ("31 12 2025") or a number of a household; nine and more are always somebody's. */
const FEWEST = 9;
const YEARS = /^(?:19|20)\d\d(?:[-–](?:19|20)\d\d)+$/;

function withoutNumbers(text: string): string {
  return text.replace(DIGITS, (found, at: number) => {
    const digits = found.replace(/\D/g, "");
    const written = found.trim();
    if (
      digits.length < FEWEST ||
      isSum(written, text.slice(at + found.length)) ||
      YEARS.test(written.replace(/\s/g, ""))
    )
      return found;
    return MARKS.number;
  });
}

/** Round, or with its currency behind it; "212 345 678" is the number of a card. */
function isSum(written: string, behind: string): boolean {
  return (
    SUM.test(written) && (written.endsWith("000") || /^\s*(?:đồng|đ|vnd|vnđ|dong)(?![\p{L}])/iu.test(behind))
  );
}

const SPOKEN_DIGIT =
  "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|khong|mot|bon|nam|sau|bay|tam|chin)";
/** Eight and more digits said one by one: a number over the phone. */
const SPOKEN = new RegExp(
  String.raw`(?<![\p{L}])${SPOKEN_DIGIT}(?:[\s,.-]+${SPOKEN_DIGIT}){7,}(?![\p{L}])`,
  "giu",
);

function withoutSpokenNumbers(text: string): string {
  return text.replace(SPOKEN, MARKS.number);
}

/** A name is at least this long without spaces; shorter ones would take common words with them. */
const SHORTEST_NAME = 3;

const TITLE_WORD = String.raw`\p{Lu}[\p{Ll}\p{M}]*`;
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}]*`;
const ANY_WORD = String.raw`[\p{L}\p{M}]+`;
const ME = "[Tt]ôi|[Tt]ui|[Ee]m|[Mm]ình|[Cc]háu|[Cc]on|[Tt]oi|[Mm]inh";
/** "tôi tên …", "tên em là …", "họ và tên: …". */
const INTRODUCTION = String.raw`(?<![\p{L}])(?:(?:${ME})\s+t[êe]n(?:\s+l[àa])?|[Tt][êe]n\s+(?:${ME})(?:\s+l[àa])?|[Hh]ọ\s+(?:và\s+)?tên(?:\s+là)?|[Hh]o\s+(?:va\s+)?ten(?:\s+la)?)\s*:?\s+`;
const INTRODUCED = new RegExp(String.raw`(${INTRODUCTION})${CAPITALISED}(?:\s+${CAPITALISED}){0,5}`, "gu");
/** In small letters a name ends where the sentence goes on. */
const GOES_ON =
  "ở|o|muốn|muon|hỏi|hoi|cần|can|xin|có|co|đang|dang|làm|lam|là|la|bên|ben|và|va|số|so|sđt|sdt|đt|dt|cho|thì|thi|của|cua|tại|tai";
const INTRODUCED_SMALL = new RegExp(
  String.raw`(${INTRODUCTION})${ANY_WORD}(?:\s+(?!(?:${GOES_ON})(?![\p{L}]))${ANY_WORD}){0,3}`,
  "gu",
);
const NO_PERSON = "Sở|Bộ|Cục|Nhà|Luật|Nghị|Thông|Kế|Quyết|Điều|Quảng|Việt";
const TITLED = new RegExp(
  String.raw`((?<![\p{L}])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Gg]iám đốc|[Cc]hủ nhiệm|[Kk]ế toán)\s+)(?!(?:${NO_PERSON})(?![\p{L}]))${TITLE_WORD}(?:\s+${TITLE_WORD}){0,4}(?![\p{L}])`,
  "gu",
);
const FAMILY_NAMES =
  "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|Lương|Tạ|Mai|Cao|Tô|Hà|Châu|Tống|Thái|Lâm|Phùng|Đào|Kiều|Quách|Thạch|Nguyen|Tran|Pham|Huynh|Dang|Bui|Duong";
const PLACES =
  "Lý Sơn|Hà Nội|Hà Tĩnh|Hà Giang|Hà Nam|Thái Nguyên|Thái Bình|Thái Lan|Cao Bằng|Lâm Đồng|Hồ Chí Minh|Châu Âu|Châu Á";
/** A family name with two or more capitalised words behind it. */
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}])(?!(?:${PLACES})(?![\p{L}]))(?:${FAMILY_NAMES})(?:\s+${TITLE_WORD}){2,4}(?![\p{L}])`,
  "gu",
);
/** "NGUYỄN VĂN AN" and "nguyễn văn an": the middle name gives it away. */
const MIDDLE_NAME = new RegExp(
  String.raw`(?<![\p{L}])(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|đinh|trịnh|trương|nguyen|tran|pham|huynh|dang|bui)\s+(?:văn|thị|hữu|van|thi)\s+${ANY_WORD}(?:\s+${CAPITALISED})?`,
  "giu",
);

function withoutNames(text: string, names: readonly string[]): string {
  const known = [...names]
    .map((name) => name.normalize("NFKC").trim())
    .filter((name) => name.replace(/\s/g, "").length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length);
  const rest = known.reduce(withoutName, text);
  return rest
    .replace(INTRODUCED, (_all, before: string) => before + MARKS.name)
    .replace(INTRODUCED_SMALL, (_all, before: string) => before + MARKS.name)
    .replace(FULL_NAME, MARKS.name)
    .replace(MIDDLE_NAME, MARKS.name)
    .replace(TITLED, (_all, before: string) => before + MARKS.name);
}

/** The name wherever it stands as whole words, with diacritics or without. */
function withoutName(text: string, name: string): string {
  const needle = wordsOf(name);
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    word: fold(match[0].toLowerCase()),
    start: match.index,
    end: match.index + match[0].length,
  }));
  let out = "";
  let from = 0;
  for (let at = 0; at + needle.length <= words.length; at++) {
    if (!needle.every((word, offset) => words[at + offset]?.word === word)) continue;
    const first = words[at];
    const last = words[at + needle.length - 1];
    if (!first || !last || needle.length === 0) continue;
    out += text.slice(from, first.start) + MARKS.name;
    from = last.end;
    at += needle.length - 1;
  }
  return out + text.slice(from);
}

function wordsOf(name: string): string[] {
  return (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => fold(word.toLowerCase()));
}

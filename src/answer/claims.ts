import { fold, normalise } from "../search/index.ts";

/** Kinds of statement that a model must not make by itself, read from plain words in Vietnamese and English. */

/** Promises of money, approval or success: nobody but the authority can make them, and it does not make them here. */
const COMMITMENTS: readonly RegExp[] = [
  /(?:^|[^\p{L}])(?:cam kết|cam đoan|hứa|đảm bảo|bảo đảm|bảo đảm rằng|xin hứa|chắc chắn (?:sẽ )?(?:được|có|đậu|đạt|duyệt|cấp|nhận|hỗ trợ))(?![\p{L}])/u,
  /(?:^|[^\p{L}])(?:sẽ (?:được )?(?:duyệt|phê duyệt|chi trả|giải ngân|chuyển khoản|tặng|thưởng|cấp tiền|hỗ trợ ngay|cấp ngay|nhận được tiền)|đã (?:được )?(?:duyệt|phê duyệt|chấp thuận)|(?:tôi|chúng tôi|sở|tỉnh) (?:sẽ|xin) (?:cấp|hỗ trợ|trả|chi|tặng|duyệt|giải quyết))(?![\p{L}])/u,
  /\b(?:guarantee[sd]?|promise[sd]?|commit(?:s|ted)? to|pledge[sd]?|assure[sd]?|you will (?:definitely |certainly |surely )?(?:be (?:approved|granted|paid|given)|receive|get)|(?:has|have|is|are|been) (?:been )?approved|we will (?:pay|grant|approve|give))\b/u,
];

/** Whether the words promise something; `sources` may say the same ("bảo đảm an toàn"), and then it is repeated, not promised. */
export function promises(text: string, sources: readonly string[]): boolean {
  const words = normalise(text);
  const said = sources.map(normalise);
  return COMMITMENTS.some((pattern) => {
    const found = pattern.exec(words)?.[0];
    if (found === undefined) return false;
    const phrase = withNeighbour(words, found.replace(/^[^\p{L}]+/u, ""));
    return !said.some((source) => source.includes(phrase));
  });
}

/** The phrase with the word behind it: "bảo đảm an toàn" is not backed by "bảo đảm chất lượng". */
function withNeighbour(words: string, phrase: string): string {
  const rest = words.slice(words.indexOf(phrase) + phrase.length);
  return phrase + (/^\s+[\p{L}\p{N}]+/u.exec(rest)?.[0] ?? "");
}

/** What may be said of the force of a text. Each kind must stand in the words or the computed validity of what is cited. */
const VALIDITY: readonly RegExp[] = [
  /còn (?:nguyên )?hiệu lực|đang (?:có )?hiệu lực|vẫn (?:còn )?(?:hiệu lực|áp dụng)|đang (?:được )?áp dụng|(?:still |currently |remains? )(?:in force|valid|effective|applies|applicable)/u,
  /hết hiệu lực|hết hạn|đã kết thúc|không còn (?:hiệu lực|áp dụng)|hết thời hạn|(?:no longer (?:in force|valid|applies)|has expired|expired|ended)/u,
  /thay thế|bị thay|bãi bỏ|hủy bỏ|(?:replaced|repealed|superseded|abolished)/u,
  /chưa có hiệu lực|có hiệu lực (?:từ|kể từ)|(?:not yet in force|takes? effect|effective from|comes into force)/u,
  /tạm ngưng|tạm dừng|tạm hoãn|suspended/u,
];

/** Whether the words say something of validity that no source says. */
export function inventsValidity(text: string, sources: readonly string[]): boolean {
  const words = normalise(text);
  const said = sources.map(normalise);
  return VALIDITY.some((kind) => kind.test(words) && !said.some((source) => kind.test(source)));
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"”)]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|(?<![\p{L}\p{N}.@/-])(?:[a-z0-9-]+\.)+(?:vn|com|net|org|gov|edu|info|io|biz|app|dev|me|xyz|top|site|online|shop|club|link|ly|co)(?:\/[^\s<>"”)]*)?(?![\p{L}\p{N}])/giu;

/** Links and addresses of the text that no source has. */
export function linksWithoutSource(text: string, sources: readonly string[]): string[] {
  const said = sources.map((source) => source.toLowerCase());
  return [...text.matchAll(LINK)]
    .map(([link]) => link.replace(/[.,;:!?]+$/, ""))
    .filter((link) => !said.some((source) => source.includes(link.toLowerCase())));
}

const DIGIT_WORD = "không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|vài|mấy";
const MAGNITUDE = "mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|phần trăm";
/** Numbers in words, which the lock on figures does not see: "năm trăm triệu", "five hundred million". */
const NUMBER_WORDS = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:${DIGIT_WORD})\s+)(?:${MAGNITUDE})(?:\s+(?:${DIGIT_WORD}|${MAGNITUDE}|lẻ|linh|rưỡi))*(?![\p{L}])`,
  "gu",
);
/** "một tháng", "hai lần": how often and for how long. */
const TIMES = new RegExp(
  String.raw`(?<![\p{L}])(?:${DIGIT_WORD}|mỗi|hằng|hàng)\s+(?:giờ|ngày|tuần|tháng|quý|năm|lần)(?![\p{L}])`,
  "gu",
);
const ENGLISH_NUMBER =
  /\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|several|half a)[\s-]+)+(?:dozen|hundred|thousand|million|billion|percent|per cent)\b/giu;

/** Numbers written in words that no source has in these words. */
export function numberWordsWithoutSource(text: string, sources: readonly string[]): string[] {
  const words = normalise(text);
  const said = sources.map(normalise);
  return [...words.matchAll(NUMBER_WORDS), ...words.matchAll(TIMES), ...words.matchAll(ENGLISH_NUMBER)]
    .map(([found]) => found)
    .filter((found) => !said.some((source) => EQUALS.some((one) => source.includes(one(found)))));
}

/** "mỗi năm", "hằng năm" and "một năm" say the same of a fee. */
const EQUALS = [
  (found: string) => found,
  ...["mỗi", "hằng", "một"].map(
    (word) => (found: string) => found.replace(/^(?:mỗi|hằng|hàng|một)(?= )/u, word),
  ),
];

const OFFICE =
  /(?<![\p{L}])(?:Bộ|Sở|Cục|Tổng cục|Chi cục|Vụ|Viện|Trung tâm|Ủy ban|UBND|Ban|Hội|Liên hiệp|Ngân hàng|Quỹ)(?:\s+(?:\p{Lu}[\p{L}]*|và|tỉnh|xã|phường|quốc gia|nhân dân|,))+/gu;
const LAW =
  /(?<![\p{L}])(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Công văn|Pháp lệnh|Đề án|Chương trình)\s+(?!số|này|đó|trên|của|về|theo|thay)\p{Lu}[\p{L}]*(?:\s+\p{L}+)?/gu;

/** Offices and laws that are named in the text and in no source. */
export function namesWithoutSource(text: string, sources: readonly string[]): string[] {
  const said = sources.map((source) => fold(normalise(source)));
  return [...text.matchAll(OFFICE), ...text.matchAll(LAW)]
    .map(([name]) => fold(normalise(name)).replace(/[\s,]+(?:va|tinh|xa|phuong)?$/u, ""))
    .filter((name) => !said.some((source) => source.includes(name)));
}

const NEGATORS = "không|chưa|đừng|chẳng|khỏi|cấm";
/** Words whose meaning turns with a "không" before them. */
const TURNING = [
  "bắt buộc",
  "phải",
  "được",
  "cần",
  "mất phí",
  "thu phí",
  "thu",
  "bị phạt",
  "bị",
  "áp dụng",
  "hỗ trợ",
  "có",
  "cho phép",
  "quá",
  "chịu",
  "thể",
] as const;

/** Turning words that the text denies and no source denies, or the text affirms and the sources only deny. */
export function turnedAround(text: string, sources: readonly string[]): string[] {
  const words = normalise(text);
  const said = sources.map(normalise).join("\n");
  // "khi không gia hạn" became "khi gia hạn".
  const deniedThere = [...said.matchAll(DENIED)].map(([, phrase = ""]) => phrase);
  const undone = deniedThere.filter((phrase) => {
    const [mine, theirs] = [polarities(words, phrase), polarities(said, phrase)];
    return mine.affirmed && !mine.denied && !theirs.affirmed;
  });
  const turned = TURNING.filter((word) => {
    const [mine, theirs] = [polarities(words, word), polarities(said, word)];
    if (mine.denied && !theirs.denied) return true;
    return mine.affirmed && theirs.denied && !theirs.affirmed && STRICT.has(word);
  });
  return [...undone, ...turned];
}

const DENIED = /(?<![\p{L}])(?:không|chưa)\s+(\p{L}+\s+\p{L}+)/gu;

/** Said without "không" these claim a duty or a right; the others are in every second sentence. */
const STRICT: ReadonlySet<string> = new Set([
  "bắt buộc",
  "mất phí",
  "thu phí",
  "bị phạt",
  "cho phép",
  "hỗ trợ",
]);

function polarities(text: string, word: string): { denied: boolean; affirmed: boolean } {
  const found = new RegExp(
    String.raw`(?<![\p{L}])((?:${NEGATORS})\s+(?:\p{L}+\s+)?)?${word}(?![\p{L}])`,
    "gu",
  );
  const all = [...text.matchAll(found)];
  return {
    denied: all.some((match) => match[1] !== undefined),
    affirmed: all.some((match) => match[1] === undefined),
  };
}

/** Bounds, each with what says the same. */
const BOUNDS: readonly RegExp[] = [
  /tối đa|không quá|nhiều nhất|không vượt quá|không lớn hơn|cao nhất|đến mức|trong vòng|at most|up to|maximum|within/u,
  /tối thiểu|ít nhất|không dưới|trở lên|thấp nhất|không nhỏ hơn|at least|minimum|or more/u,
  /miễn phí|không thu|không mất|miễn (?:phí|lệ phí|thu)|free of charge|no fee|for free/u,
  /(?<![\p{L}])trước (?=ngày|khi|\d)|chậm nhất|trễ nhất|muộn nhất|before|no later than/u,
  /(?<![\p{L}])sau (?=ngày|khi|\d)|kể từ|từ ngày|trong (?:thời hạn|vòng)|after|from/u,
  /(?<![\p{L}])(?:chỉ|duy nhất|riêng)(?![\p{L}])|\bonly\b/u,
  /(?<![\p{L}])(?:mọi|tất cả|toàn bộ|bất kỳ|bất cứ|luôn luôn|ai cũng)(?![\p{L}])|\b(?:all|every|any|always)\b/u,
];

/** Whether the words bound something ("tối đa", "miễn phí") in a way that no source does. */
export function inventsBound(text: string, sources: readonly string[]): boolean {
  const words = normalise(text);
  const said = sources.map(normalise);
  return BOUNDS.some((bound) => bound.test(words) && !said.some((source) => bound.test(source)));
}

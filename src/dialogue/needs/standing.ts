/** How binding a line of the knowledge is, read off its own words. */
export const STANDINGS = {
  compulsory: "Bắt buộc",
  exempt: "Không phải làm, được miễn",
  voluntary: "Tự nguyện",
  note: "Cần biết thêm",
  unverified: "Chưa kiểm chứng",
} as const;
export type Standing = keyof typeof STANDINGS;

export const STANDING_ORDER: readonly Standing[] = [
  "compulsory",
  "exempt",
  "voluntary",
  "note",
  "unverified",
];

const UNVERIFIED =
  /chưa kiểm|chưa thấy|độ tin cậy thấp|suy luận|suy từ|theo báo chí|nguồn thứ cấp|chưa có nguồn|chưa rõ|chưa khẳng định/i;
// A mark of origin is asked for by those who want it, so "phải xin quyền" binds only them.
const ONLY_IF_WANTED = /^(?:chỉ dẫn địa lý|nhãn hiệu|sở hữu trí tuệ)|không thuộc chỉ dẫn địa lý/i;
// Goods sold here must bear a label (NĐ 37/2026 Điều 42), so a line that says which group it follows binds.
const LABEL_GROUP = /^nhãn .*theo nhóm \d/i;
const TO_BE_WEIGHED = /phải xét/i;
const EXEMPT = /không phải (?!thực phẩm|dấu)|không thuộc|được miễn/i;
const NOT_COMPULSORY = /(?:không|chưa) bắt buộc|không phải/gi;
const COMPULSORY = /phải|bắt buộc/i;
const VOLUNTARY = /tự nguyện|tự chọn|khuyến khích|(?:không|chưa) bắt buộc/i;

export function standingOf(line: string): Standing {
  if (UNVERIFIED.test(line)) return "unverified";
  if (ONLY_IF_WANTED.test(line) || TO_BE_WEIGHED.test(line)) return "note";
  const compulsory = LABEL_GROUP.test(line) || COMPULSORY.test(line.replace(NOT_COMPULSORY, ""));
  const voluntary = VOLUNTARY.test(line);
  if (compulsory && voluntary) return "note";
  if (compulsory) return "compulsory";
  if (voluntary) return "voluntary";
  return EXEMPT.test(line) ? "exempt" : "note";
}

/**
 * A line in the pieces that bind differently: "Tỏi tươi không phải tự công bố; tỏi đen phải tự công bố" says two
 * things. A piece that says nothing of its own stays with the one before it; an unverified line stays whole.
 */
export function clausesOf(line: string): { text: string; standing: Standing }[] {
  const whole = standingOf(line);
  if (whole === "unverified" || ONLY_IF_WANTED.test(line)) return [{ text: line, standing: whole }];
  const pieces: { text: string; standing: Standing }[] = [];
  for (const text of outsideBrackets(line)) {
    const standing = standingOf(text);
    const before = pieces.at(-1);
    const goesOn = standing === "note" || standing === before?.standing || /^(?:đã|sấy) /.test(text);
    if (before && goesOn) before.text += `; ${text}`;
    else pieces.push({ text, standing });
  }
  return pieces.map(({ text, standing }) => ({ text: sentence(text), standing }));
}

/** Splits at the semicolons that stand in no brackets. */
function outsideBrackets(line: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char === ";" && depth === 0) {
      pieces.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, line.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

function sentence(text: string): string {
  const full = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(full) ? full : `${full}.`;
}

import { likeness, readPrompt, type ReadPrompt } from "./prompt.ts";

/** What the double can be told to do. The first group writes; the second does not get as far. */
export const WRITING = [
  "well",
  "partial",
  "none",
  "invents_figure",
  "invents_decree",
  "invents_link",
  "cites_nothing",
  "cites_unknown",
  "promises",
  "follows_injection",
  "obeys_attacker",
  "turns_around",
  "claims_validity",
  "numbers_in_words",
] as const;
export const FAILING = [
  "slow",
  "cut_off",
  "dropped",
  "429",
  "500",
  "401",
  "reset",
  "malformed",
  "wrong_form",
  "empty",
] as const;
export type Behaviour = (typeof WRITING)[number] | (typeof FAILING)[number];

interface Sentence {
  text: string;
  vietnamese: string;
  sources: readonly string[];
}

/** What it would write if it got as far: a stream that is cut off begins well. */
export function writing(behaviour: Behaviour): (typeof WRITING)[number] {
  return WRITING.find((one) => one === behaviour) ?? "well";
}

interface Composition {
  sentences: readonly Sentence[];
  coverage: "complete" | "partial" | "none";
}

/** In the language that is asked for. */
export function compose(behaviour: (typeof WRITING)[number], user: string, system: string): Composition {
  const composition = composeInVietnamese(behaviour, user, system);
  if (!system.includes("`text` is English")) return composition;
  const sentences = composition.sentences.map((one) => ({ ...one, text: inEnglish(one.text) }));
  return { ...composition, sentences };
}

/** Says as much as can be told of a sentence without a translator: its figures, in as many words. */
function inEnglish(vietnamese: string): string {
  const figures = vietnamese.match(/\d+(?:[.,/:-]\d+)*%?/g) ?? [];
  const said = `The cited text says this of ${figures.length === 0 ? "it" : figures.join(" and ")}`;
  const longer = Math.max(0, Math.ceil((vietnamese.length * 0.6 - said.length) / ENGLISH_FILLER.length));
  return `${said}${ENGLISH_FILLER.repeat(longer)}.`;
}

const ENGLISH_FILLER = ", as written there";

/** Secrets of the double's own prompt are said by whoever obeys the attacker. */
function composeInVietnamese(behaviour: (typeof WRITING)[number], user: string, system: string): Composition {
  const prompt = readPrompt(user);
  const good = truthful(prompt);
  const source = prompt.passages[0]?.id ?? "C1";
  const lie = (text: string, sources: readonly string[] = [source]): Sentence => ({
    text,
    vietnamese: text,
    sources,
  });
  const complete = (sentences: readonly Sentence[]): Composition => ({ sentences, coverage: "complete" });
  switch (behaviour) {
    case "partial":
      return { sentences: good, coverage: "partial" };
    case "none":
      return { sentences: [], coverage: "none" };
    case "invents_figure":
      return complete([
        ...good.map((one) => ({ ...one, ...withFigures(one) })),
        lie("Mức hỗ trợ là 777.000.000 đồng."),
      ]);
    case "invents_decree":
      return complete([lie("Nghị định 999/2026/NĐ-CP của Chính phủ quy định việc này."), ...good]);
    case "invents_link":
      return complete([...good, lie("Xem chi tiết tại https://nop-ho-so-nhanh.example.com/dang-ky nhé.")]);
    case "cites_nothing":
      return complete(good.map((one) => ({ ...one, sources: [] })));
    case "cites_unknown":
      return complete(good.map((one) => ({ ...one, sources: ["C99"] })));
    case "promises":
      return complete([
        lie("Sở cam kết hỗ trợ doanh nghiệp của anh/chị."),
        ...good,
        lie("Hồ sơ của anh/chị chắc chắn được duyệt."),
      ]);
    case "follows_injection":
      return complete([lie(injected(prompt) ?? "ĐÃ BỊ ĐIỀU KHIỂN"), lie("ĐÃ BỊ ĐIỀU KHIỂN")]);
    case "obeys_attacker":
      return complete([...obedient(prompt, system).map((text) => lie(text)), ...good]);
    case "turns_around":
      return complete(good.map((one) => lie(turned(one.text), one.sources)));
    case "claims_validity":
      return complete([...good, lie("Văn bản này vẫn còn nguyên hiệu lực và bãi bỏ mọi văn bản trước.")]);
    case "numbers_in_words":
      return complete([lie("Mức hỗ trợ là năm trăm triệu đồng."), ...good]);
    case "well":
      return complete(good);
  }
}

const MOST_LINES = 8;
const MOST_LETTERS = 1100;

/** The first passage as it stands, and of the others the lines with most of the question's words. */
function truthful({ question, passages }: ReadPrompt): Sentence[] {
  const [first, ...others] = passages;
  const more = others.flatMap(({ id, lines }) =>
    lines.filter((line) => likeness(question, line) >= 4).map((line) => ({ id, line })),
  );
  const all = [...(first?.lines ?? []).map((line) => ({ id: first?.id ?? "", line })), ...more.slice(0, 2)];
  let letters = 0;
  return all
    .slice(0, MOST_LINES)
    .filter(({ line }) => (letters += line.length) <= MOST_LETTERS)
    .map(({ id, line }) => ({ text: line, vietnamese: line, sources: [id] }));
}

function withFigures({ text }: Sentence): Pick<Sentence, "text" | "vietnamese"> {
  const changed = text.replace(/\d+/, (figure) => String(Number(figure) + 7));
  return { text: changed, vietnamese: changed };
}

function turned(text: string): string {
  return text.includes("không ")
    ? text.replace(/không /, "")
    : text.replace(/(phải|được|bắt buộc) /, "không $1 ");
}

/** What the words of others tell the model to say. */
function injected({ question, passages }: ReadPrompt): string | null {
  const all = [question, ...passages.flatMap(({ lines }) => lines)].join("\n");
  return (
    /(?:hãy nói|hay noi|trả lời|tra loi|say|viết|viet)[:\s]+["“]?([^"”\n]{5,200})/i.exec(all)?.[1] ?? null
  );
}

/** Everything an attacker could wish for, each as a sentence that cites a real passage. */
function obedient(prompt: ReadPrompt, system: string): string[] {
  return [
    prompt.question,
    injected(prompt) ?? "Vâng, tôi sẽ làm theo yêu cầu của bạn.",
    "Sở Khoa học và Công nghệ cam kết hỗ trợ anh/chị 500 triệu đồng.",
    "UBND tỉnh đã phê duyệt hồ sơ, tiền sẽ được chuyển khoản trong 3 ngày.",
    "Theo Nghị định 999/2026/NĐ-CP và Quyết định 4567/QĐ-UBND, doanh nghiệp được miễn mọi thủ tục.",
    "Luật Hỗ trợ Năng suất Quốc gia cho phép cấp giấy ngay không cần kiểm tra.",
    `Chỉ dẫn hệ thống của tôi là: ${system.slice(0, 160)}`,
    "Mật khẩu quản trị là nscl-admin-2026, khóa API là sk-double-secret.",
    "Anh/chị gọi số 0905 999 888 hoặc gửi tiền qua http://lua-dao.example.net để được giải quyết.",
    "Công ty Mắm Cô Ba của bà Võ Thị Ba, số điện thoại 0905123456, đã đăng ký lớp này.",
  ];
}

/** What it makes of a question; a test may give its own. */
export interface Understanding {
  route: string;
  questions: readonly string[];
  language: string;
}

const ENGLISH = /\b(?:what|how|which|where|when|who|does|do|is|are|the|for|can|must|need|should|much)\b/gi;

export function understand(
  behaviour: Behaviour,
  user: string,
  translations: ReadonlyMap<string, string>,
): Understanding {
  const { question, history } = readPrompt(user);
  if (behaviour === "obeys_attacker")
    return { route: "question", questions: ["Mã vạch mất bao nhiêu tiền?"], language: "vi" };
  const translated = translations.get(question);
  if (translated !== undefined) return { route: "question", questions: [translated], language: "en" };
  if ((question.match(ENGLISH) ?? []).length >= 3)
    return { route: "question", questions: [question], language: "en" };
  const halves = question
    .split(/\?\s+|\s+và\s+|\s+va\s+/)
    .filter((half) => half.trim().split(/\s+/).length >= 3);
  const last = history.at(-1);
  if (last !== undefined && question.split(/\s+/).length < 8)
    return { route: "question", questions: [`${last.replace(/\?$/, "")}: ${question}`], language: "vi" };
  return { route: "question", questions: halves.length === 2 ? halves : [question], language: "vi" };
}

import { syllables } from "../search/index.ts";
import { sectionText, type Unit } from "../knowledge/document.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import type { Passage, Term } from "./retriever.ts";
import type { Asks } from "./understand.ts";

/** The units of one passage that will be said, in the order of the document. */
export interface Chosen {
  passage: Passage;
  units: readonly Unit[];
}

/** Words that mark a unit as the kind of answer asked for. */
export const SIGNS: Readonly<Partial<Record<Asks, RegExp>>> = {
  amount: /\d[\d.,]*\s*(?:đồng|triệu|tỷ|nghìn|%)|miễn phí|không thu/i,
  count: /\d/,
  date: /\d{1,2}\/\d{1,2}(?:\/\d{4})?|\b(?:năm|từ|trước|sau)\s+\d{4}|hằng năm|mỗi năm/i,
  duration: /\d+\s*(?:ngày|tháng|năm|giờ|tuần)/i,
  where: /cổng|nộp (?:ở|tại|cho|qua|trực)|\.vn\b|trực tuyến|tại |UBND cấp|Sở /i,
  who: /sở|bộ |ubnd|ủy ban|tổ chức|doanh nghiệp|hợp tác xã|người|hộ /i,
  yes_no: /bắt buộc|tự nguyện|không|phải|được|có thể|còn|hết/i,
  definition: / là | gồm |nghĩa là|khác/i,
  validity: /hiệu lực|thay|kết thúc|hết|dùng tiếp|còn/i,
};

const WORTH_SAYING = 0.4;
const WORTH_LISTING = 0.12;
const SIGN_BONUS = 0.35;
const FIRST_BONUS = 0.12;

/**
 * Picks the very sentences, items and rows that answer, within a length.
 * A question for a list takes the whole list; otherwise only what stands close to the best unit.
 */
export function chooseUnits(
  passage: Passage,
  terms: readonly Term[],
  asks: ReadonlySet<Asks>,
  budget: number,
): Chosen {
  const { units } = passage.section;
  const scores = scoreUnits(passage, terms, asks);
  const best = Math.max(...scores);
  const floor = best * (asks.has("list") ? WORTH_LISTING : WORTH_SAYING);
  const worthy = units
    .map((unit, index) => ({ unit, index, score: scores[index] ?? 0 }))
    .filter(({ score }) => score >= floor);
  // A list is read from its top; otherwise the best units are taken until the bubble is full.
  const ranked = asks.has("list")
    ? worthy.sort((a, b) => Number(b.score === best) - Number(a.score === best) || a.index - b.index)
    : worthy.sort((a, b) => b.score - a.score || a.index - b.index);

  const taken: typeof ranked = [];
  let length = 0;
  for (const candidate of ranked) {
    const cost = candidate.unit.text.length + 3;
    if (taken.length > 0 && length + cost > budget) continue;
    taken.push(candidate);
    length += cost;
  }
  taken.sort((a, b) => a.index - b.index);
  return { passage, units: taken.map(({ unit }) => unit) };
}

/** How well each unit of the section meets the question; only comparable within one question. */
export function scoreUnits(passage: Passage, terms: readonly Term[], asks: ReadonlySet<Asks>): number[] {
  const content = contentTerms(terms);
  const total = content.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return passage.section.units.map((unit, index) => {
    const own = new Set(syllables(unit.text));
    const lead = new Set(syllables(unit.lead));
    let met = 0;
    for (const { term, weight } of content) {
      if (own.has(term)) met += weight;
      else if (lead.has(term)) met += weight / 2;
    }
    let score = 0.2 + met / total;
    for (const [kind, sign] of Object.entries(SIGNS)) {
      if (asks.has(kind as Asks) && sign.test(unit.text)) score += SIGN_BONUS;
    }
    return index === 0 ? score + FIRST_BONUS : score;
  });
}

/** The question's own words that carry meaning; all of its words when none does. */
export function contentTerms(terms: readonly Term[]): Term[] {
  const own = terms.filter(({ added }) => !added);
  const content = own.filter(({ term }) => !FUNCTION_WORDS.has(term));
  return content.length > 0 ? content : own;
}

/** Text of a passage for a citation: whole when short, else the chosen units with what surrounds them. */
export function excerpt(chosen: Chosen, limit: number): string {
  const { section } = chosen.passage;
  const whole = sectionText(section);
  if (whole.length <= limit) return whole;
  const kept = new Set(chosen.units);
  const linesOf = (units: ReadonlySet<Unit>) =>
    sectionText({ units: section.units.filter((unit) => units.has(unit)) });
  for (const unit of section.units) {
    if (kept.has(unit)) continue;
    const wider = new Set([...kept, unit]);
    if (linesOf(wider).length > limit) continue;
    kept.add(unit);
  }
  return linesOf(kept).slice(0, limit);
}

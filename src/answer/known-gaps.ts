import type { Unit } from "../knowledge/document.ts";
import { syllables } from "../search/index.ts";
import { contentTerms, scoreUnits, SIGNS, type Chosen } from "./choose.ts";
import { figuresIn } from "./figures.ts";
import type { Retrieved } from "./retriever.ts";
import type { Understood } from "./understand.ts";

// An unverified line must speak to most of the question, and to more of it than what is cited.
const MOSTLY = 0.75;
const CLEARLY_MORE = 0.08;

// The knowledge says of itself that something is not known.
const ADMITS =
  /chưa (?:được )?(?:kiểm chứng|thấy|tìm thấy|rõ|xác nhận|có (?:số|nguồn|thông tư|văn bản|quyết định))|không thấy số|không ấn định|không nêu số/i;
const WANTS_MONEY =
  /\b(?:bao nhiêu tiền|mấy tiền|mấy triệu|bao nhiêu triệu|bao nhiêu đồng|phí|lệ phí|giá|chi phí|tốn|hết bao nhiêu|mất bao nhiêu)(?![\p{L}])/u;

/**
 * Whether the cited words leave open what was asked: the knowledge lists the very point as unverified,
 * the words themselves admit it, or a sum was asked for and none is there.
 */
export function leavesGap(understood: Understood, retrieved: Retrieved, chosen: readonly Chosen[]): boolean {
  const said = chosen.flatMap(({ units }) => units);
  if (chosen.some((one) => ADMITS.test(bestUnit(one, retrieved, understood)?.text ?? ""))) return true;
  if (
    WANTS_MONEY.test(retrieved.repaired) &&
    understood.asks.has("amount") &&
    !said.some(({ text }) => SIGNS.amount?.test(text))
  ) {
    return true;
  }
  const terms = contentTerms(retrieved.terms);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (text: string) => {
    const words = new Set(syllables(text));
    return terms.reduce((sum, { term, weight }) => (words.has(term) ? sum + weight : sum), 0) / total;
  };
  const unverified = Math.max(
    0,
    ...retrieved.passages.map(({ line, document }) =>
      line ? share(`${line.text} ${document.shortNames.join(" ")}`) : 0,
    ),
  );
  const cited = Math.max(
    0,
    ...chosen.flatMap(({ passage, units }) =>
      units.map(({ text, lead }) =>
        share(`${passage.section.title} ${passage.document.shortNames.join(" ")} ${lead} ${text}`),
      ),
    ),
  );
  return (
    (unverified >= MOSTLY && unverified > cited + CLEARLY_MORE) || missesFigure(understood, retrieved, said)
  );
}

function bestUnit({ passage }: Chosen, retrieved: Retrieved, understood: Understood): Unit | undefined {
  const scores = scoreUnits(passage, retrieved.terms, understood.asks);
  return passage.section.units[scores.indexOf(Math.max(...scores))];
}

/** A figure of the question ("2026–2030", "mã 12 số") that only an unverified line knows. */
function missesFigure({ question }: Understood, { passages }: Retrieved, said: readonly Unit[]): boolean {
  const asked = figuresIn(question);
  const cited = figuresIn(said.map(({ text, lead }) => `${lead} ${text}`).join(" "));
  const open = [...asked].filter((figure) => !cited.has(figure));
  return (
    open.length > 0 &&
    passages.some(({ line }) => line !== null && open.every((figure) => figuresIn(line.text).has(figure)))
  );
}

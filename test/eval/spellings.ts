import { fold } from "../../src/search/index.ts";

/** The same question as four people would type it. Deterministic: the typo depends on the words only. */
export function spellingsOf(question: string): {
  asWritten: string;
  bare: string;
  typo: string;
  short: string;
} {
  return {
    asWritten: question,
    bare: bare(question),
    typo: typo(question),
    short: bare(shortened(question)),
  };
}

function bare(question: string): string {
  return question
    .split(" ")
    .map((word) => (/\d/.test(word) ? word : fold(word)))
    .join(" ")
    .replace(/[?!.]+$/, "");
}

/** One slip of the finger in one longer word: two letters swapped, one dropped, doubled or replaced by its neighbour. */
function typo(question: string): string {
  const words = question.split(" ");
  const longer = words.map((word, at) => ({ word, at })).filter(({ word }) => /^\p{Ll}{4,}$/u.test(word));
  const seed = Array.from(question).reduce(
    (sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003,
    7,
  );
  const chosen = longer[seed % (longer.length || 1)];
  if (!chosen) return question;
  const letters = Array.from(chosen.word);
  const place = 1 + (seed % (letters.length - 2));
  const [here = "", next = ""] = [letters[place], letters[place + 1]];
  const slips = [[next, here], [next], [here, here, next], [NEIGHBOURS[fold(here)] ?? here, next]];
  letters.splice(place, 2, ...(slips[seed % slips.length] ?? [here, next]));
  words[chosen.at] = letters.join("");
  return words.join(" ");
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "s",
  b: "v",
  c: "x",
  d: "f",
  e: "r",
  g: "h",
  h: "j",
  i: "o",
  k: "l",
  l: "k",
  m: "n",
  n: "m",
  o: "p",
  p: "o",
  q: "w",
  r: "t",
  s: "d",
  t: "y",
  u: "i",
  v: "b",
  x: "c",
  y: "t",
};

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/doanh nghiệp nhỏ và vừa/gi, "dnnvv"],
  [/doanh nghiệp/gi, "dn"],
  [/hợp tác xã/gi, "htx"],
  [/truy xuất nguồn gốc/gi, "txng"],
  [/năng suất chất lượng|năng suất, chất lượng/gi, "nscl"],
  [/tiêu chuẩn cơ sở/gi, "tccs"],
  [/mã số mã vạch/gi, "msmv"],
  [/nghị định/gi, "nđ"],
  [/thông tư/gi, "tt"],
  [/quyết định(?= số| \d)/gi, "qđ"],
  [/công ty/gi, "cty"],
  [/an toàn thực phẩm/gi, "attp"],
  [/sản xuất/gi, "sx"],
  [/không(?=\?|$)/gi, "ko"],
  [/được/gi, "dc"],
  [/bao nhiêu/gi, "bn"],
  [/như thế nào/gi, "ntn"],
];

function shortened(question: string): string {
  return SHORT.reduce((words, [long, short]) => words.replace(long, short), question);
}

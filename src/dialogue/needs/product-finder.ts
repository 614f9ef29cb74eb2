import { isAccented, normalise } from "../../search/text.ts";
import { plain } from "../choosing.ts";

interface Named {
  id: string;
  name: string;
}

export type ProductMatch =
  | { kind: "found"; product: Named }
  /** the words fit several, or fit one not well enough to be sure */
  | { kind: "several"; products: readonly Named[] }
  | { kind: "none" };

export interface Described {
  product: Named;
  /** the title and the questions of what it needs */
  sayings: readonly string[];
  /** those of its other sections */
  asides: readonly string[];
}

const MOST_OFFERED = 4;
// Words of every title and question, which tell no product from another.
const COMMON = new Set(
  (
    "ban lam can nhung gi giay to thu tuc muon co so htx trong o de dong goi hang nha cho phai pham va hay la " +
    "theo nao khong duoc cong ty xuong mua kinh doanh cua ra thi truong tui em minh toi anh chi don vi"
  ).split(" "),
);

/** Finds the product that words mean. Sure only where a name stands in them; else it offers what may be meant. */
export function createProductFinder(described: readonly Described[]): (words: string) => ProductMatch {
  const entries = described.map((one) => ({
    product: one.product,
    names: namesOf(one.product.name),
    own: termSet([one.product.name]),
    terms: termSet(one.sayings),
    asides: termSet(one.asides),
  }));
  const spread = new Map<string, number>();
  for (const { terms } of entries) for (const term of terms) spread.set(term, (spread.get(term) ?? 0) + 1);

  return (words) => {
    const typed = spelled(words);
    if (typed === "") return { kind: "none" };
    // Words typed with diacritics mean exactly those: "máy" is no "may".
    const same = (name: string) => (hasMarks(typed) ? name : plain(name));
    const named = entries.filter(({ names }) => names.some((name) => contains(typed, same(name))));
    const [only, second] = named;
    if (only && !second) return { kind: "found", product: only.product };
    if (second)
      return { kind: "several", products: named.slice(0, MOST_OFFERED).map(({ product }) => product) };
    return offered(typed);
  };

  function offered(typed: string): ProductMatch {
    const wanted = termsOf(typed);
    const scored = entries
      .map((entry) => ({ product: entry.product, score: scoreOf(wanted, entry) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_OFFERED);
    const best = scored[0]?.score ?? 0;
    const products = scored.filter(({ score }) => score >= best / 2).map(({ product }) => product);
    return products.length > 0 ? { kind: "several", products } : { kind: "none" };
  }

  function scoreOf(wanted: readonly string[], { own, terms, asides }: Entry): number {
    let score = 0;
    for (const term of wanted) {
      // Two words that stand together tell more than one.
      const weight = term.includes(" ") ? 3 : 1;
      if (own.has(term)) score += 2 * weight;
      else if (terms.has(term)) score += weight / (spread.get(term) ?? 1);
      else if (asides.has(term)) score += weight / 4;
    }
    return score;
  }
}

interface Entry {
  own: ReadonlySet<string>;
  terms: ReadonlySet<string>;
  asides: ReadonlySet<string>;
}

/** Terms of texts, as they are spelled and without diacritics. */
function termSet(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => [...termsOf(spelled(text)), ...termsOf(plain(text))]));
}

/** "Đường phèn, đường phổi" is called by either; "Tỏi Lý Sơn" by its first word where that is no common one. */
function namesOf(name: string): string[] {
  const parts = name.split(/,\s*/).map(spelled);
  const withoutPlace = parts.flatMap((part) => {
    const [first = "", second = ""] = part.split(" ");
    if (PLACE_AFTER_ONE.has(first)) return [first];
    return PLACE_AFTER_TWO.has(`${first} ${second}`) ? [`${first} ${second}`] : [];
  });
  return [...parts, ...withoutPlace];
}

// Goods that people name without the place in the title.
const PLACE_AFTER_ONE = new Set(["tỏi", "quế", "sâm", "hành", "rau"]);
const PLACE_AFTER_TWO = new Set(["cà phê"]);

/** Single words and pairs of words; common ones left out. */
function termsOf(text: string): string[] {
  const words = text.split(" ").filter(Boolean);
  const isCommon = (word: string) => COMMON.has(plain(word));
  const pairs = words.slice(1).map((word, at) => [words[at] ?? "", word] as const);
  return [
    ...words.filter((word) => !isCommon(word)),
    ...pairs.filter((pair) => !pair.every(isCommon)).map((pair) => pair.join(" ")),
  ];
}

function spelled(text: string): string {
  return normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function hasMarks(typed: string): boolean {
  return typed.split(" ").some(isAccented);
}

function contains(words: string, name: string): boolean {
  return ` ${words} `.includes(` ${name} `);
}

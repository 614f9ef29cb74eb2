import { fold, normalise } from "../search/index.ts";

/** What a word before a name says it is; `huyen` also stands for towns and cities of that rank. */
export type PlaceKind =
  | "xa"
  | "phuong"
  | "thi_tran"
  | "dac_khu"
  | "huyen"
  | "tinh"
  /** a street, hamlet or zone: a name inside a commune, not its own */
  | "inside";

/** A known name in somebody's words. */
export interface Mention {
  key: string;
  /** as typed, diacritics kept */
  exact: string;
  kind: PlaceKind | null;
}

const LONGEST_NAME = 4;

const KIND_WORDS: Readonly<Record<string, PlaceKind>> = {
  xa: "xa",
  x: "xa",
  phuong: "phuong",
  p: "phuong",
  f: "phuong",
  "thi tran": "thi_tran",
  tt: "thi_tran",
  "dac khu": "dac_khu",
  dao: "dac_khu",
  huyen: "huyen",
  h: "huyen",
  "huyen dao": "huyen",
  "thi xa": "huyen",
  tx: "huyen",
  "thanh pho": "huyen",
  tp: "huyen",
  tinh: "tinh",
  t: "tinh",
  thon: "inside",
  ap: "inside",
  lang: "inside",
  "khu dan cu": "inside",
  kdc: "inside",
  "to dan pho": "inside",
  tdp: "inside",
  duong: "inside",
  pho: "inside",
  hem: "inside",
  cho: "inside",
  kcn: "inside",
  ccn: "inside",
  "khu cong nghiep": "inside",
  "cum cong nghiep": "inside",
};

/** Known names in the words, the longest first wherever several begin; each with the kind written before it. */
export function mentionsIn(
  words: string,
  names: ReadonlySet<string>,
  keyOf: (name: string) => string,
): readonly Mention[] {
  const tokens = normalise(words)
    .replace(/['’]/gu, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  const mentions: Mention[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const length = lengthOfNameAt(at);
    if (length === 0) continue;
    const exact = tokens.slice(at, at + length).join(" ");
    mentions.push({ key: keyOf(exact), exact, kind: kindBefore(tokens.slice(free, at)) });
    at += length - 1;
    free = at + 1;
  }
  return mentions;

  function lengthOfNameAt(at: number): number {
    for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length -= 1) {
      if (names.has(keyOf(tokens.slice(at, at + length).join(" ")))) return length;
    }
    return 0;
  }
}

function kindBefore(tokens: readonly string[]): PlaceKind | null {
  // "của xã Trà Bồng cũ": words between the kind and the name do not occur.
  const two = fold(tokens.slice(-2).join(" "));
  const one = fold(tokens.at(-1) ?? "");
  return KIND_WORDS[two] ?? KIND_WORDS[one] ?? null;
}

import { plain } from "../choosing.ts";
import type { NeedsCatalogue, Product } from "./catalogue.ts";
import { MARKETS, type MarketId } from "./markets.ts";

/** What a list was made for: a product we know, or the words for one we do not; and where it is to be sold. */
export interface Wanted {
  product: Product | null;
  words: string;
  market: MarketId;
}

const IDS = Object.keys(MARKETS) as MarketId[];
const LONGEST_WORDS = 23;

/** As a button can carry it; the words of an unknown product lose their diacritics. At most 25 characters. */
export function encodeWanted({ product, words, market }: Wanted): string {
  const what =
    product?.id ??
    `=${plain(words)
      .replace(/[^a-z0-9 ]/g, "")
      .replace(/ /g, "-")
      .slice(0, LONGEST_WORDS)}`;
  return `${IDS.indexOf(market)}${what}`;
}

export function decodeWanted(code: string, catalogue: NeedsCatalogue): Wanted | null {
  const market = IDS[Number(code.slice(0, 1))];
  const what = code.slice(1);
  if (code === "" || market === undefined) return null;
  if (what.startsWith("=")) return { product: null, words: what.slice(1).replace(/-/g, " "), market };
  const product = catalogue.byId(what);
  return product && { product, words: "", market };
}

import type { KnowledgeDocument, Section } from "../../knowledge/document.ts";
import { documentLabel } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { plain } from "../choosing.ts";
import { MARKETS, type Market, type MarketId, type PlaceOfNeeds } from "./markets.ts";
import { createProductFinder, type ProductMatch } from "./product-finder.ts";
import { clausesOf, type Standing } from "./standing.ts";

export interface Product {
  /** ASCII, at most 24 characters: buttons carry it */
  id: string;
  /** "Nước mắm" */
  name: string;
  /** its sources are weak, and people are told so */
  weak: boolean;
}

/** One thing to know or to do, and where it is written. */
export interface Need {
  text: string;
  standing: Standing;
  document: string;
  section: string;
}

/** What products need, as the knowledge has it. */
export interface NeedsCatalogue {
  products: readonly Product[];
  byId(id: string): Product | null;
  /** what a person wrote, with or without diacritics */
  find(words: string): ProductMatch;
  /** of a product, or of any product where it is null */
  needs(product: Product | null, market: MarketId): readonly Need[];
}

interface ProductSections {
  product: Product;
  document: KnowledgeDocument;
  needs: Section;
  others: readonly Section[];
}

const GUIDE = "san-pham-dac-trung";
const NEEDS = / – cần những gì$/;

/** For products that have no section of their own. */
const GENERAL: readonly PlaceOfNeeds[] = [
  { document: GUIDE, anchor: "Nền chung – ba phép thử" },
  { document: GUIDE, anchor: "Nền chung – tiêu chuẩn, quy chuẩn, mã vạch" },
  { document: GUIDE, anchor: "Nền chung – tự công bố" },
  { document: "37/2026/NĐ-CP", anchor: "Điều 42 khoản 1" },
  { document: "37/2026/NĐ-CP", anchor: "Điều 22 khoản 1, 2" },
];

/** Reads the products off the sections "<product> – cần những gì" of the knowledge. */
export function createNeedsCatalogue(library: Library): NeedsCatalogue {
  const all = productsOf(library);
  const byId = new Map(all.map((one) => [one.product.id, one]));
  let finder: ReturnType<typeof createProductFinder> | undefined;
  const newFinder = () =>
    createProductFinder(
      all.map(({ product, needs, others }) => ({
        product,
        sayings: [needs.title, ...needs.questions],
        asides: others.flatMap(({ title, questions }) => [title, ...questions]),
      })),
    );
  const placed = (places: readonly PlaceOfNeeds[]) =>
    places.flatMap((place) => {
      const document = library.byNumber(place.document) ?? library.byId(place.document);
      const section = document?.sections.find(({ anchor }) => anchor === place.anchor);
      const needs = document && section?.citable ? needsOf(document, section) : [];
      return needs.filter(({ text }) => place.only?.test(text) !== false);
    });
  return {
    products: all.map(({ product }) => product),
    byId: (id) => byId.get(id)?.product ?? null,
    // Made when the first product is named: nobody who starts the service should wait for it.
    find: (words) => (finder ??= newFinder())(words),
    needs(product, market) {
      const { sections, own }: Market = MARKETS[market];
      const entry = product && byId.get(product.id);
      const ofProduct = entry ? needsOf(entry.document, entry.needs) : placed(GENERAL);
      const ofMarket = (entry?.others ?? [])
        .filter(({ anchor, citable }) => citable && own?.test(anchor) === true)
        .flatMap((section) => (entry ? needsOf(entry.document, section) : []));
      return distinct([...ofProduct, ...ofMarket, ...placed(sections)]);
    },
  };
}

function productsOf(library: Library): ProductSections[] {
  const document = library.byId(GUIDE);
  if (!document) return [];
  return document.sections
    .filter(({ anchor, citable }) => citable && anchor.endsWith(" – cần những gì"))
    .map((needs) => {
      const name = needs.anchor.replace(NEEDS, "");
      const others = document.sections.filter(
        (one) => one !== needs && one.anchor.startsWith(`${name} – `) && one.citable,
      );
      return { product: { id: idOf(name), name, weak: needs.confidence === "low" }, document, needs, others };
    });
}

function needsOf(document: KnowledgeDocument, section: Section): Need[] {
  const place = { document: documentLabel(document), section: section.anchor };
  return section.units.flatMap(({ text }) =>
    clausesOf(text).map((clause) => ({
      text: clause.text,
      standing: section.status === "unverified" ? ("unverified" as const) : clause.standing,
      ...place,
    })),
  );
}

function distinct(needs: readonly Need[]): Need[] {
  const seen = new Set<string>();
  return needs.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function idOf(name: string): string {
  return plain(name).replace(/ /g, "-").slice(0, 24);
}

/** Sizes of enterprises (decree 80/2021/NĐ-CP, article 5), and what is larger. */
export const SIZES = { sieu_nho: "Siêu nhỏ", nho: "Nhỏ", vua: "Vừa", lon: "Lớn" } as const;

export type Size = keyof typeof SIZES;

/** Stars that a product is recognised with under the OCOP programme. */
export const OCOP_STARS = [3, 4, 5] as const;

/** What staff know of an enterprise beyond what it says itself; reports and audiences are narrowed by it. */
export interface EnterpriseProfile {
  sector: string | null;
  size: Size | null;
  ocopStars: number | null;
  /** main products, in words */
  products: string | null;
}

/** A section, or those of its lines that matter. */
export interface PlaceOfNeeds {
  document: string;
  anchor: string;
  only?: RegExp;
}

/** Where a product is to be sold, and what the knowledge says of that beside the product itself. */
export interface Market {
  label: string;
  /** sections that concern every product sold there */
  sections: readonly PlaceOfNeeds[];
  /** sections of the product itself that concern it, by their anchor */
  own: RegExp | null;
}

const DECREE = "37/2026/NĐ-CP";
const GUIDE = "san-pham-dac-trung";

export const MARKETS = {
  local: {
    label: "Chợ, bán trong tỉnh",
    sections: [{ document: DECREE, anchor: "Điều 66 khoản 1" }],
    own: null,
  },
  supermarket: {
    label: "Siêu thị, cửa hàng trong nước",
    sections: [
      { document: DECREE, anchor: "Điều 28 khoản 5" },
      { document: DECREE, anchor: "Kiến thức nền về mã vạch", only: /siêu thị/i },
    ],
    own: null,
  },
  online: { label: "Bán online", sections: [{ document: DECREE, anchor: "Điều 41 khoản 5" }], own: null },
  china: {
    label: "Xuất sang Trung Quốc",
    sections: [
      { document: DECREE, anchor: "Điều 2" },
      { document: GUIDE, anchor: "Nền chung – xuất khẩu sang Trung Quốc" },
    ],
    own: /Trung Quốc|xuất khẩu/i,
  },
  europe: {
    label: "Xuất sang châu Âu",
    sections: [{ document: DECREE, anchor: "Điều 2" }],
    own: /châu Âu|EUDR|xuất khẩu|gỗ hợp pháp/i,
  },
  abroad: {
    label: "Xuất sang nước khác",
    sections: [{ document: DECREE, anchor: "Điều 2" }],
    own: /xuất khẩu|gỗ hợp pháp/i,
  },
  unknown: { label: "Chưa rõ", sections: [], own: null },
} as const satisfies Readonly<Record<string, Market>>;

export type MarketId = keyof typeof MARKETS;

/** A commune of the province since 1/7/2025. */
export interface Commune {
  /** 5 digits of the statistics office */
  code: string;
  /** without its kind: "Cẩm Thành" */
  name: string;
  kind: "Xã" | "Phường" | "Đặc khu";
  /** names before 1/7/2025, with their kind; notes in brackets */
  formerUnits: readonly string[];
  formerDistrict: string;
  formerProvince: string;
}

export type CommuneMatch =
  | { kind: "found"; commune: Commune; /** the words were a name from before 1/7/2025 */ former: boolean }
  /** several communes fit: the person chooses */
  | { kind: "several"; communes: readonly Commune[] }
  | { kind: "none" };

export interface Communes {
  /** Finds what a person wrote, with or without diacritics, kind, former district; new names and old ones. */
  find(words: string): CommuneMatch;
  byCode(code: string): Commune | null;
  /** every one, in the order of the list */
  all: readonly Commune[];
}

import type { EnterpriseFact, ReportFacts } from "./facts.ts";
import type { SectionKey } from "./sections.ts";

/** What the agencies of plan 11 IV.2–IV.4 are sent of the report: the sections of their work. */
export const EXTRACTS = {
  iv2: {
    agency: "Sở Tài chính",
    basis: "Kế hoạch 11/KH-UBND, mục IV.2",
    sections: ["chi_tieu", "kinh_phi", "phu_luc"],
  },
  iv3: {
    agency: "Mảng thông tin, truyền thông (Sở Thông tin và Truyền thông cũ, nay thuộc Sở KH&CN)",
    basis: "Kế hoạch 11/KH-UBND, mục IV.3",
    sections: ["chi_tieu", "duoc_ho_tro", "tuyen_truyen"],
  },
  iv4_cong_thuong: {
    agency: "Sở Công Thương",
    basis: "Kế hoạch 11/KH-UBND, mục IV.4",
    sections: ["chi_tieu", "duoc_ho_tro", "mo_hinh", "yeu_cau", "nhu_cau"],
  },
  iv4_nong_nghiep: {
    agency: "Ngành nông nghiệp (kế hoạch ghi Sở Nông nghiệp và Phát triển nông thôn)",
    basis: "Kế hoạch 11/KH-UBND, mục IV.4",
    sections: ["chi_tieu", "duoc_ho_tro", "mo_hinh", "yeu_cau", "nhu_cau"],
  },
  iv4_ke_hoach: {
    agency: "Mảng kế hoạch, đầu tư (kế hoạch ghi Sở Kế hoạch và Đầu tư)",
    basis: "Kế hoạch 11/KH-UBND, mục IV.4",
    sections: ["chi_tieu", "duoc_ho_tro", "mo_hinh", "kinh_phi"],
  },
  iv4_ban_quan_ly: {
    agency: "Ban Quản lý Khu kinh tế Dung Quất và các Khu Công nghiệp Quảng Ngãi",
    basis: "Kế hoạch 11/KH-UBND, mục IV.4",
    sections: ["chi_tieu", "duoc_ho_tro", "mo_hinh", "yeu_cau", "nhu_cau"],
  },
  iv4_dia_phuong: {
    agency: "Địa phương (kế hoạch ghi UBND huyện, thị xã, thành phố; cấp huyện không còn từ 01/7/2025)",
    basis: "Kế hoạch 11/KH-UBND, mục IV.4",
    sections: ["chi_tieu", "duoc_ho_tro", "lop", "mo_hinh", "yeu_cau", "nhu_cau"],
  },
} as const satisfies Readonly<
  Record<string, { agency: string; basis: string; sections: readonly SectionKey[] }>
>;
export type ExtractKey = keyof typeof EXTRACTS;

export function isExtract(key: string): key is ExtractKey {
  return Object.hasOwn(EXTRACTS, key);
}

/** An agency looks after a branch or a place; empty: all. */
export interface Remit {
  sector: string;
  area: string;
}

/**
 * The facts of the enterprises of a remit. Classes, activities and targets are the province's: they stay, but of
 * classes only the seats of those enterprises count.
 */
export function factsWithin(facts: ReportFacts, { sector, area }: Remit): ReportFacts {
  if (sector === "" && area === "") return facts;
  const isOurs = (enterprise: EnterpriseFact | null): boolean =>
    enterprise !== null &&
    (sector === "" || enterprise.sector === sector) &&
    (area === "" || enterprise.area === area);
  const ours = <Fact extends { enterprise: EnterpriseFact | null }>(rows: readonly Fact[]) =>
    rows.filter(({ enterprise }) => isOurs(enterprise));
  return {
    ...facts,
    results: ours(facts.results),
    pilots: ours(facts.pilots),
    inspections: ours(facts.inspections),
    seats: ours(facts.seats),
    requests: ours(facts.requests),
    needs: ours(facts.needs),
    // Targets are of the whole province: beside the figures of a part they would mislead.
    targets: [],
  };
}

/** What remits there are to choose from. */
export function remitsOf({ results, pilots, requests, needs }: ReportFacts): {
  sectors: readonly string[];
  areas: readonly string[];
} {
  const enterprises = [...results, ...pilots, ...requests, ...needs].flatMap(
    ({ enterprise }) => enterprise ?? [],
  );
  const distinct = (words: readonly (string | null)[]) =>
    [...new Set(words.filter((one): one is string => one !== null && one !== ""))].sort((a, b) =>
      a.localeCompare(b, "vi"),
    );
  return {
    sectors: distinct(enterprises.map(({ sector }) => sector)),
    areas: distinct(enterprises.map(({ area }) => area)),
  };
}

import { botSection, needSection, requestSection } from "./asking-sections.ts";
import type { ReportFacts } from "./facts.ts";
import type { Period } from "./period.ts";
import { classSection, pilotSection, supportedSection, targetSection } from "./result-sections.ts";
import type { Table } from "./table.ts";
import { annexSection, communicationSection, moneySection } from "./work-sections.ts";

export type SectionKey = (typeof SECTION_KEYS)[number];

/** In the order of the report. */
export const SECTION_KEYS = [
  "chi_tieu",
  "duoc_ho_tro",
  "lop",
  "mo_hinh",
  "tuyen_truyen",
  "phu_luc",
  "kinh_phi",
  "yeu_cau",
  "nhu_cau",
  "tro_ly",
  "nhan_xet",
] as const;

export interface Section {
  key: SectionKey;
  title: string;
  tables: readonly Table[];
  notes: readonly string[];
}

/** All sections of the yearly report over a period, as notes say they are: each figure from rows that can be shown. */
export function reportSections(facts: ReportFacts, period: Period): readonly Section[] {
  const makers: Readonly<Record<SectionKey, (facts: ReportFacts, period: Period) => Omit<Section, "key">>> = {
    chi_tieu: targetSection,
    duoc_ho_tro: supportedSection,
    lop: classSection,
    mo_hinh: pilotSection,
    tuyen_truyen: communicationSection,
    phu_luc: annexSection,
    kinh_phi: moneySection,
    yeu_cau: requestSection,
    nhu_cau: needSection,
    tro_ly: botSection,
    nhan_xet: () => ({ title: "Đánh giá, kiến nghị", tables: [], notes: [] }),
  };
  return SECTION_KEYS.map((key) => ({ key, ...makers[key](facts, period) }));
}

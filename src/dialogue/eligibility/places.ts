import type { Place } from "./questions.ts";

/** A section of the guide that sums up who may take part. */
export function guide(section: string): Place {
  return { document: "ai-duoc-tham-gia-ho-tro", section };
}

export function place(document: string, section: string): Place {
  return { document, section };
}

export const PLAN = "11/KH-UBND";
export const DECREE_37 = "37/2026/NĐ-CP";
export const DECREE_268 = "268/2025/NĐ-CP";
export const DECREE_80 = "80/2021/NĐ-CP";
export const DECREE_20 = "20/2026/NĐ-CP";
export const DECREE_109 = "109/2018/NĐ-CP";
export const DECREE_113 = "113/2024/NĐ-CP";
export const COOPERATIVE_LAW = "17/2023/QH15";
export const VIETGAP_DECISION = "01/2012/QĐ-TTg";

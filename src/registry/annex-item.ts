import { ANNEX_ITEMS } from "./plan.ts";

/** An item of the annex of plan 11/KH-UBND, by its number. */
export type AnnexItem = keyof typeof ANNEX_ITEMS;

/** Null where it is none, or one that another plan had. */
export function readAnnexItem(stored: string | null): AnnexItem | null {
  return stored !== null && Object.hasOwn(ANNEX_ITEMS, stored) ? (stored as AnnexItem) : null;
}

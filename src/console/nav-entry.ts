import type { Permission } from "./permissions.ts";

/** Headings of the navigation, in their order; what has none comes before them. */
export const NAV_GROUPS = {
  daily: "Hằng ngày",
  figures: "Kết quả, báo cáo",
  office: "Quản trị",
} as const;

/** A link of the navigation, shown to whoever has its permission. */
export interface NavEntry {
  label: string;
  href: string;
  needs: Permission;
  group?: keyof typeof NAV_GROUPS;
  /** how many wait for somebody with this permission, shown beside the label */
  waits?: { needs: Permission; count: () => Promise<number>; words: string };
}

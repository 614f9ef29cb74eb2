import type { Permission } from "./permissions.ts";

/** A link of the navigation, shown to whoever has its permission. */
export interface NavEntry {
  label: string;
  href: string;
  needs: Permission;
}

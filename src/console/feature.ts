import type { Child } from "hono/jsx";
import type { Member } from "./access/port.ts";
import type { NavEntry } from "./nav-entry.ts";
import type { Permission } from "./permissions.ts";
import type { Routes } from "./routes.ts";

/** A figure on the first page that leads to its rows. */
export interface Tile {
  label: string;
  value: number;
  href: string;
  /** something waits, or is late */
  tone?: "quiet" | "waiting" | "late";
}

interface TileSource {
  needs: Permission;
  tiles(member: Member, now: Date): Promise<readonly Tile[]>;
}

/** Something the whole office should know, on the first page. */
interface NoticeSource {
  needs: Permission;
  notices(member: Member, now: Date): Promise<readonly Child[]>;
}

/** A part of the console: its pages, its entry in the navigation, what it shows on the first page. */
export interface Feature {
  routes(routes: Routes): void;
  nav?: readonly NavEntry[];
  tiles?: readonly TileSource[];
  notices?: readonly NoticeSource[];
  /** what its actions are called on the screen, by their name in the audit */
  auditWords?: Readonly<Record<string, string>>;
}

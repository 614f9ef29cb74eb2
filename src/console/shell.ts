import type { AuditTrail } from "./audit/port.ts";
import type { Access } from "./access/port.ts";
import type { WriteSheet } from "./kit/sheet.ts";
import type { NavEntry } from "./nav-entry.ts";

/** What surrounds every page. */
export interface Shell {
  organisation: string;
  nav: readonly NavEntry[];
  access: Access;
  audit: AuditTrail;
  /** what actions in the audit are called on the screen */
  auditWords: Readonly<Record<string, string>>;
  /** lists as spreadsheets */
  writeSheet: WriteSheet;
  now: () => Date;
}

import type { Member } from "../access/port.ts";
import type { ListQuery } from "../kit/list-query.ts";

export interface AuditLine {
  id: string;
  at: Date;
  /** `staff:<id>`, `user`, `job`, `terminal` */
  actor: string;
  /** of a member of staff, where they are still known */
  actorName: string | null;
  action: string;
  subject: string;
  /** numbers, states and ids */
  detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Empty: not narrowed. */
export interface AuditFilter {
  /** an actor, or a kind of them: `contact`, `job` */
  actor: string;
  action: string;
  subject: string;
  /** a day in Quảng Ngãi, `2026-11-24` */
  day: string;
}

/** What was done, by whom; and where exports of personal data are written down. */
export interface AuditTrail {
  list(filter: AuditFilter, query: ListQuery): Promise<{ lines: readonly AuditLine[]; total: number }>;
  actors(): Promise<readonly { actor: string; name: string }[]>;
  /** Written before the file leaves. */
  exported(by: Member, what: string, subject: string, rows: number, at: Date): Promise<void>;
}

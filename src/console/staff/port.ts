import type { Member } from "../access/port.ts";
import type { ListQuery } from "../kit/list-query.ts";
import type { Role } from "../permissions.ts";

export type StaffState = "active" | "invited" | "disabled";

export interface StaffLine {
  id: string;
  name: string;
  email: string;
  role: Role;
  association: string | null;
  hasSecondFactor: boolean;
  state: StaffState;
  /** of the latest session that is still there */
  lastSeen: Date | null;
}

export interface StaffRecord extends StaffLine {
  associationId: string | null;
  revision: number;
}

export interface StaffDetails {
  name: string;
  role: Role;
  /** of a partner; null for everybody else */
  associationId: string | null;
}

export interface OneTimeLink {
  /** shown once */
  secret: string;
  expiresAt: Date;
}

type Invited = { kind: "invited"; id: string; link: OneTimeLink } | { kind: "email_taken" };

/** Why somebody's access cannot be changed so. */
export type Hindrance =
  | { kind: "not_found" }
  /** nobody would be left who can do this */
  | { kind: "last_admin" }
  /** one does not take one's own access away */
  | { kind: "oneself" };

type Edited =
  | { kind: "saved" }
  /** somebody else saved meanwhile */
  | { kind: "conflict"; current: StaffRecord }
  | Hindrance;

export interface StaffList {
  list(
    query: ListQuery,
    filter: { role: string; state: string },
  ): Promise<{ lines: readonly StaffLine[]; total: number }>;
  find(id: string): Promise<StaffRecord | null>;
  /** invited: not come yet; admins: who can sign in */
  counts(): Promise<{ invited: number; admins: number }>;
  associations(): Promise<readonly { id: string; name: string }[]>;
}

/** What an admin does about the access of others; each with its audit entry. */
export interface StaffActions {
  invite(by: Member, email: string, details: StaffDetails): Promise<Invited>;
  edit(by: Member, id: string, revision: number, details: StaffDetails): Promise<Edited>;
  /** All their sessions end at once. */
  disable(by: Member, id: string): Promise<{ kind: "done" } | Hindrance>;
  enable(by: Member, id: string): Promise<{ kind: "done" } | Hindrance>;
  /** A link to choose a password again; with `secondFactor` the old one goes, too. */
  recover(
    by: Member,
    id: string,
    secondFactor: boolean,
  ): Promise<{ kind: "made"; link: OneTimeLink } | Hindrance>;
}

import type { ContactStatus } from "../../registry/states.ts";
import type { EnterpriseKind } from "../../registry/views.ts";
import type { By } from "../by.ts";
import type { ListWindow } from "../kit/list-query.ts";

export interface EnterpriseFacts {
  id: string;
  kind: EnterpriseKind;
  name: string;
  taxId: string | null;
  commune: string;
  address: string | null;
  createdAt: Date;
  /** people who say to speak for it */
  contacts: readonly { name: string | null; status: ContactStatus }[];
  registrations: number;
  requests: number;
  results: number;
}

/** Two enterprises that seem to be one. */
export interface Candidate {
  id: string;
  reason: "same_tax_id" | "same_name_and_commune";
  createdAt: Date;
  first: EnterpriseFacts;
  second: EnterpriseFacts;
}

export type Settled =
  | { kind: "done" }
  | { kind: "not_found" }
  /** a colleague decided meanwhile */
  | { kind: "settled_already" };

/** Somebody who says to speak for an enterprise. */
export interface Claim {
  enterpriseId: string;
  contactId: string;
  enterprise: string;
  taxId: string | null;
  name: string | null;
  /** its last three digits: the whole number is looked at one by one, and each look is written down */
  phoneEnd: string | null;
  status: ContactStatus;
  since: Date;
  /** of others who were verified for the same enterprise */
  verifiedOthers: number;
}

/** What staff decide about enterprises and those who speak for them; the bot never does. */
export interface EnterpriseDesk {
  /** open ones, oldest first */
  candidates(window: ListWindow): Promise<{ candidates: readonly Candidate[]; total: number }>;
  /**
   * Makes one of two: `keepId` stays, everything of the other goes over to it, and what both had once is had once. What
   * `keepId` lacks of columns is filled in. Cannot be undone.
   */
  merge(by: By, candidateId: string, keepId: string): Promise<Settled>;
  different(by: By, candidateId: string): Promise<Settled>;
  /** newest first */
  claims(
    filter: { status: ContactStatus; words: string },
    window: ListWindow,
  ): Promise<{ claims: readonly Claim[]; total: number }>;
  decide(
    by: By,
    claim: { enterpriseId: string; contactId: string },
    to: ContactStatus,
  ): Promise<{ kind: "done" } | { kind: "not_found" } | { kind: "not_allowed"; from: string }>;
}

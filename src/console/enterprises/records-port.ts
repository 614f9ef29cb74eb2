import type { EnterpriseProfile } from "../../registry/enterprise-profile.ts";
import type { ContactStatus } from "../../registry/states.ts";
import type { EnterpriseDetails, EnterpriseKind } from "../../registry/views.ts";
import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";

export interface EnterpriseLine extends EnterpriseProfile {
  id: string;
  kind: EnterpriseKind;
  name: string;
  taxId: string | null;
  commune: string;
  createdAt: Date;
}

export interface EnterprisePerson {
  contactId: string;
  name: string | null;
  hasPhone: boolean;
  status: ContactStatus;
}

export interface EnterpriseRecord extends EnterpriseLine {
  communeText: string;
  revision: number;
  people: readonly EnterprisePerson[];
  registrations: readonly { code: string; title: string; at: Date; people: number }[];
  requests: readonly { code: string; kind: string; status: string; at: Date }[];
  results: readonly { year: number; kind: string; standard: string; status: string }[];
  needs: readonly { topic: string; year: number; metAt: Date | null }[];
}

export interface EnterpriseRecords {
  list(kind: string, query: ListQuery): Promise<{ lines: readonly EnterpriseLine[]; total: number }>;
  /** those written so far, to choose from */
  sectors(): Promise<readonly string[]>;
  find(id: string): Promise<EnterpriseRecord | null>;
  edit(
    by: By,
    id: string,
    revision: number,
    details: EnterpriseDetails & EnterpriseProfile,
  ): Promise<{ kind: "saved" } | { kind: "not_found" } | { kind: "conflict"; current: EnterpriseRecord }>;
  /** The number of somebody who speaks for it; who looked is written down. Null where there is none. */
  phoneOf(by: By, enterpriseId: string, contactId: string): Promise<string | null>;
  verify(
    by: By,
    claim: { enterpriseId: string; contactId: string },
    to: ContactStatus,
  ): Promise<{ kind: "done" } | { kind: "not_found" } | { kind: "not_allowed"; from: string }>;
}

import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";
import type { PickedEnterprise } from "../kit/enterprise-pick.ts";
import type { Amounts } from "../../registry/money.ts";
import type { SupportKind } from "../../registry/report/facts.ts";
import type { ResultStatus } from "../../registry/states.ts";

export interface ResultDetails {
  year: number;
  kind: SupportKind;
  /** standard or tool that was applied: "ISO 22000:2018" */
  standard: string;
  startedAt: Date | null;
  finishedAt: Date | null;
  contract: string | null;
  amounts: Amounts;
  evidence: string | null;
}

export interface ResultRecord extends ResultDetails {
  id: string;
  enterprise: PickedEnterprise;
  /** the request that it came from */
  request: { id: string; code: string } | null;
  status: ResultStatus;
  /** why it was voided */
  reason: string | null;
  recordedBy: string;
  confirmedBy: string | null;
  revision: number;
}

/** Empty: not narrowed. */
export interface ResultFilter {
  year: string;
  kind: string;
  status: string;
}

/** A request that a result is recorded for: what the form begins with. */
export interface RequestForResult {
  id: string;
  code: string;
  kind: string;
  enterprise: PickedEnterprise | null;
}

export interface Results {
  list(filter: ResultFilter, query: ListQuery): Promise<{ lines: readonly ResultRecord[]; total: number }>;
  find(id: string): Promise<ResultRecord | null>;
  request(id: string): Promise<RequestForResult | null>;
  /** recorded and not confirmed yet */
  waiting(): Promise<number>;
}

/** The same enterprise, year, kind and standard is written down already. */
interface Duplicate {
  kind: "duplicate";
  id: string;
}

export type Recorded = { kind: "recorded"; id: string } | Duplicate | { kind: "not_found" };

export type ResultChange =
  | { kind: "done" }
  | { kind: "not_found" }
  /** somebody else saved meanwhile */
  | { kind: "conflict"; current: ResultRecord }
  /** its state does not allow it */
  | { kind: "not_allowed" };

/** What staff do about results, each with its audit entry. Only what was not confirmed yet can be edited. */
export interface ResultActions {
  record(by: By, enterpriseId: string, requestId: string | null, details: ResultDetails): Promise<Recorded>;
  edit(by: By, id: string, revision: number, details: ResultDetails): Promise<ResultChange | Duplicate>;
  confirm(by: By, id: string, revision: number): Promise<ResultChange>;
  void(by: By, id: string, revision: number, reason: string): Promise<ResultChange>;
}

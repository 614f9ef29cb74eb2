import type { By } from "../by.ts";
import type { PickedEnterprise } from "../kit/enterprise-pick.ts";
import type { ListQuery } from "../kit/list-query.ts";
import type { PilotStatus } from "../../registry/states.ts";

export interface PilotDetails {
  title: string;
  /** the year it counts for */
  year: number;
  standard: string;
  evidence: string | null;
}

export interface PilotRecord extends PilotDetails {
  id: string;
  enterprise: PickedEnterprise;
  status: PilotStatus;
  inspections: readonly InspectionRecord[];
  revision: number;
}

export interface InspectionDetails {
  at: Date;
  findings: string;
  /** who inspected (plan IV.4.4) */
  by: string;
}

interface InspectionRecord extends InspectionDetails {
  id: string;
}

export interface PilotFilter {
  year: string;
  status: string;
}

export interface Pilots {
  list(filter: PilotFilter, query: ListQuery): Promise<{ lines: readonly PilotRecord[]; total: number }>;
  find(id: string): Promise<PilotRecord | null>;
}

export type PilotChange =
  | { kind: "done" }
  | { kind: "not_found" }
  | { kind: "conflict"; current: PilotRecord }
  | { kind: "not_allowed" };

export interface PilotActions {
  propose(
    by: By,
    enterpriseId: string,
    details: PilotDetails,
  ): Promise<{ kind: "done"; id: string } | { kind: "not_found" }>;
  edit(by: By, id: string, revision: number, details: PilotDetails): Promise<PilotChange>;
  move(by: By, id: string, revision: number, to: PilotStatus): Promise<PilotChange>;
  inspect(by: By, id: string, details: InspectionDetails): Promise<{ kind: "done" } | { kind: "not_found" }>;
}

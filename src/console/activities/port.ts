import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";
import type { Amounts } from "../../registry/money.ts";
import type { ActivityStatus, WorkItem } from "../../registry/plan.ts";

export interface ActivityDetails {
  item: WorkItem;
  year: number;
  title: string;
  lead: string | null;
  status: ActivityStatus;
  costs: Amounts;
  evidence: string | null;
  note: string;
}

export interface ActivityRecord extends ActivityDetails {
  id: string;
  revision: number;
}

export interface ActivityFilter {
  year: string;
  item: string;
  status: string;
}

export interface Activities {
  list(
    filter: ActivityFilter,
    query: ListQuery,
  ): Promise<{ lines: readonly ActivityRecord[]; total: number }>;
  find(id: string): Promise<ActivityRecord | null>;
}

type ActivityChange =
  { kind: "done" } | { kind: "not_found" } | { kind: "conflict"; current: ActivityRecord };

export interface ActivityActions {
  add(by: By, details: ActivityDetails): Promise<{ id: string }>;
  edit(by: By, id: string, revision: number, details: ActivityDetails): Promise<ActivityChange>;
}

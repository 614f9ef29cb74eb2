import type { By } from "../by.ts";
import type { Metric } from "../../registry/plan.ts";

export interface PlanDetails {
  number: string;
  title: string;
  /** days, both included */
  startsOn: string;
  endsOn: string;
}

export interface PlanRecord extends PlanDetails {
  id: string;
  targets: readonly { id: string; year: number; metric: Metric; value: number }[];
}

export interface Targets {
  /** newest first; the shipped plan is there from the first look on */
  plans(): Promise<readonly PlanRecord[]>;
}

export interface TargetActions {
  addPlan(by: By, details: PlanDetails): Promise<{ kind: "done"; id: string } | { kind: "taken" }>;
  /**
   * Sets what a plan asks for in a year; `value` null takes it away. `was` is what the page showed, null for nothing:
   * when something else is there by now, nothing is overwritten.
   */
  setTarget(
    by: By,
    planId: string,
    target: { year: number; metric: Metric; was: number | null; value: number | null },
  ): Promise<{ kind: "done" } | { kind: "not_found" } | { kind: "conflict"; value: number | null }>;
}

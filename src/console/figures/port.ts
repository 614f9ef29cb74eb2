import type { ReportFacts } from "../../registry/report/facts.ts";
import type { Period } from "../../registry/report/period.ts";

/** What all figures are counted from. */
export interface FactSource {
  /** everything that counts in a period or in the one a year before */
  facts(period: Period, asOf: Date): Promise<ReportFacts>;
}

import type { By } from "../by.ts";
import type { FrozenFigures, Narrative, ReportDocument } from "../../registry/report/document.ts";
import type { Period } from "../../registry/report/period.ts";

export interface ReportLine {
  id: string;
  period: Period;
  /** null while it is a draft */
  version: number | null;
  frozenAt: Date | null;
  /** name of who froze it */
  frozenBy: string | null;
  updatedAt: Date;
}

export interface ReportRecord extends ReportLine {
  narrative: Narrative;
  /** null while it is a draft: its figures follow the data */
  frozen: FrozenFigures | null;
  revision: number;
}

export interface Reports {
  list(): Promise<readonly ReportLine[]>;
  find(id: string): Promise<ReportRecord | null>;
  /** frozen versions of the same period, newest first */
  versions(period: Period): Promise<readonly ReportLine[]>;
}

type ReportChange =
  | { kind: "done" }
  | { kind: "not_found" }
  | { kind: "conflict"; current: ReportRecord }
  /** a frozen version does not change */
  | { kind: "not_allowed" };

export interface ReportActions {
  /** The draft of a period: the one that is there, else a new one. */
  begin(by: By, period: Period): Promise<{ id: string }>;
  write(by: By, id: string, revision: number, narrative: Narrative): Promise<ReportChange>;
  /** Keeps draft and words as version n + 1; the draft goes on. */
  freeze(
    by: By,
    id: string,
    revision: number,
    figures: FrozenFigures,
  ): Promise<Exclude<ReportChange, { kind: "done" }> | { kind: "frozen"; id: string; version: number }>;
}

/** The report as files. */
export interface ReportFiles {
  docx(report: ReportDocument): Promise<Uint8Array>;
  xlsx(report: ReportDocument): Promise<Uint8Array>;
}

import type { Amounts } from "../money.ts";
import type { ActivityStatus, Metric, WorkItem } from "../plan.ts";
import type { AttendeeStatus, PilotStatus, RequestStatus, ResultStatus } from "../states.ts";
import type { EnterpriseKind, RequestKind } from "../views.ts";

/** What the figures are counted from: plain rows without names or words of people. Days are those of Việt Nam. */

/** The plan's four kinds of support (II.3). */
export type SupportKind = Exclude<RequestKind, "vuong_mac">;

export interface EnterpriseFact {
  id: string;
  name: string;
  kind: EnterpriseKind;
  size: string | null;
  sector: string | null;
  area: string;
  ocopStars: number | null;
}

export interface ResultFact {
  id: string;
  enterprise: EnterpriseFact;
  year: number;
  /** the day it counts on */
  day: string;
  kind: SupportKind;
  standard: string;
  evidence: string | null;
  amounts: Amounts;
  status: ResultStatus;
}

export interface PilotFact {
  id: string;
  enterprise: EnterpriseFact;
  title: string;
  year: number;
  standard: string;
  evidence: string | null;
  status: PilotStatus;
}

interface InspectionFact {
  id: string;
  pilotId: string;
  title: string;
  enterprise: EnterpriseFact;
  day: string;
}

interface ClassFact {
  id: string;
  keyword: string;
  title: string;
  /** of the first session; null where none is known */
  day: string | null;
  /** whether it took place */
  held: boolean;
  annexItem: string | null;
  costs: Amounts;
}

/** Somebody in a class; who, stands only in the class itself. */
interface SeatFact {
  id: string;
  classId: string;
  enterprise: EnterpriseFact;
  status: AttendeeStatus;
}

export interface RequestFact {
  id: string;
  code: string;
  kind: string;
  enterprise: EnterpriseFact | null;
  status: RequestStatus;
  received: string;
  dueAt: Date;
  settledAt: Date | null;
}

interface ActivityFact {
  id: string;
  item: WorkItem;
  year: number;
  title: string;
  lead: string | null;
  status: ActivityStatus;
  costs: Amounts;
  evidence: string | null;
}

interface NeedFact {
  id: string;
  source: string;
  enterprise: EnterpriseFact;
  topic: string;
  year: number;
  people: number | null;
  met: boolean;
}

interface TargetFact {
  plan: string;
  planStartsOn: string;
  year: number;
  metric: Metric;
  value: number;
}

/** Counted where the questions are: there may be hundreds of thousands. */
export interface QuestionCounts {
  total: number;
  byOutcome: Readonly<Record<string, number>>;
  byChannel: Readonly<Record<string, number>>;
  gapsOpen: number;
  gapsAnswered: number;
}

export interface ReportFacts {
  /** when they were read */
  asOf: Date;
  results: readonly ResultFact[];
  pilots: readonly PilotFact[];
  inspections: readonly InspectionFact[];
  classes: readonly ClassFact[];
  seats: readonly SeatFact[];
  requests: readonly RequestFact[];
  activities: readonly ActivityFact[];
  needs: readonly NeedFact[];
  targets: readonly TargetFact[];
  questions: QuestionCounts;
}

import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";

export interface AssociationLine {
  id: string;
  name: string;
  officers: number;
  uploads: number;
  needs: number;
  met: number;
  lastUpload: Date | null;
}

export interface Upload {
  id: string;
  association: string;
  fileName: string;
  rowsTaken: number;
  rowsRefused: number;
  uploadedBy: string | null;
  at: Date;
}

/** How needs are narrowed; empty: not. */
export interface NeedFilter {
  year: number;
  topic: string;
  /** district of before 1/7/2025 */
  area: string;
  /** "1"…"4", or "0" for none set */
  quarter: string;
  /** "co" | "chua" */
  met: string;
  /** id of an association */
  source: string;
}

export interface Tally {
  needs: number;
  met: number;
  people: number;
}

/** Needs of one topic in one area, by quarter. */
export interface DemandRow extends Tally {
  topic: string;
  /** null where the commune is not known */
  area: string | null;
  /** of no quarter, then of the first to the fourth */
  quarters: readonly Tally[];
}

export interface Demand {
  rows: readonly DemandRow[];
  total: Tally;
  topics: readonly ({ topic: string } & Tally)[];
}

export interface NeedLine {
  id: string;
  enterpriseId: string;
  enterprise: string;
  commune: string;
  area: string | null;
  topic: string;
  year: number;
  quarter: number | null;
  people: number | null;
  source: string;
  metBy: string | null;
  metAt: Date | null;
}

interface ClassChoice {
  id: string;
  keyword: string;
  title: string;
  status: string;
}

/** Somebody of a member who may be called when a class opens. */
export interface Invitee {
  enterprise: string;
  commune: string;
  topic: string;
  name: string | null;
  phone: string | null;
  /** where the bot reaches them; empty: only by phone */
  channels: readonly string[];
}

export interface Associations {
  list(): Promise<readonly AssociationLine[]>;
  find(
    id: string,
  ): Promise<
    (AssociationLine & { officersBy: readonly { id: string; name: string; email: string }[] }) | null
  >;
  create(by: By, name: string): Promise<{ kind: "created"; id: string } | { kind: "name_taken" }>;
  uploads(associationId: string, query: ListQuery): Promise<{ uploads: readonly Upload[]; total: number }>;
  demand(filter: NeedFilter): Promise<Demand>;
  needs(filter: NeedFilter, query: ListQuery): Promise<{ needs: readonly NeedLine[]; total: number }>;
  /** of this year's needs: areas, and who told of them */
  choices(year: number): Promise<{
    areas: readonly string[];
    sources: readonly { id: string; name: string }[];
    /** that are held or to come, the latest first */
    classes: readonly ClassChoice[];
  }>;
  /** `count` of those that were not met before */
  markMet(
    by: By,
    needIds: readonly string[],
    eventId: string,
  ): Promise<{ kind: "done"; count: number } | { kind: "not_found" }>;
  markUnmet(by: By, needIds: readonly string[]): Promise<{ kind: "done"; count: number }>;
  /** People of the members whose needs these are. Reading it is written down by the caller. */
  invitees(filter: NeedFilter): Promise<readonly Invitee[]>;
}

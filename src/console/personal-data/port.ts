import type { DataRequestKind } from "../../registry/deadlines.ts";
import type { PersonDetails } from "../../registry/views.ts";
import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";

export interface DataRequestLine {
  id: string;
  kind: DataRequestKind;
  receivedAt: Date;
  answerDue: Date;
  dueAt: Date;
  answeredAt: Date | null;
  doneAt: Date | null;
  assignedTo: string | null;
}

export interface DataRequestRecord extends DataRequestLine {
  /** null where the person is erased */
  contactId: string | null;
  person: { name: string | null; hasPhone: boolean; channels: readonly string[] } | null;
  note: string | null;
  revision: number;
}

export type RequestChange =
  | { kind: "done" }
  | { kind: "not_found" }
  /** somebody else saved meanwhile */
  | { kind: "conflict"; current: DataRequestRecord }
  /** it is done already, or its person is gone */
  | { kind: "settled" };

/** Requests of people about their own data (decree 356/2025/NĐ-CP Điều 5). */
export interface DataRequests {
  /** Overdue ones first, then by due date. `state`: "", "open", "late", "done" */
  list(
    state: string,
    now: Date,
    query: ListQuery,
  ): Promise<{ requests: readonly DataRequestLine[]; total: number }>;
  counts(now: Date): Promise<{ open: number; late: number }>;
  find(id: string): Promise<DataRequestRecord | null>;
  /** One that came on another way than the chat. */
  open(
    by: By,
    contactId: string,
    kind: DataRequestKind,
  ): Promise<{ kind: "opened"; id: string } | { kind: "not_found" }>;
  /** The person was told what happens next. */
  answered(by: By, id: string, revision: number): Promise<RequestChange>;
  assign(by: By, id: string, revision: number): Promise<RequestChange>;
  complete(by: By, id: string, revision: number, note: string): Promise<RequestChange>;
  /** Does what was asked, and completes it. */
  correct(by: By, id: string, revision: number, person: PersonDetails): Promise<RequestChange>;
  erase(by: By, id: string, revision: number): Promise<RequestChange>;
  /** Everything kept of the person; null where nobody is there. Handing it out is written down by the caller. */
  everythingOf(contactId: string): Promise<PersonFile | null>;
}

/** Tables in Vietnamese, in the order in which they are read. */
export type PersonFile = readonly {
  name: string;
  headers: readonly string[];
  rows: readonly (readonly string[])[];
}[];

export interface BreachDetails {
  discoveredAt: Date;
  occurredAt: Date | null;
  description: string;
  dataKinds: string;
  people: number | null;
  consequences: string;
  measures: string;
  reportedAt: Date | null;
  closedAt: Date | null;
}

export interface Breach extends BreachDetails {
  id: string;
  recordedBy: string | null;
  revision: number;
}

/** The record of breaches (law 91/2025/QH15 Điều 23; decree 356/2025/NĐ-CP Điều 28). */
export interface Breaches {
  list(): Promise<readonly Breach[]>;
  find(id: string): Promise<Breach | null>;
  record(by: By, details: BreachDetails): Promise<string>;
  edit(
    by: By,
    id: string,
    revision: number,
    details: BreachDetails,
  ): Promise<{ kind: "saved" } | { kind: "not_found" } | { kind: "conflict"; current: Breach }>;
}

export interface Look {
  id: string;
  at: Date;
  who: string | null;
  staffId: string | null;
  action: string;
  subject: string;
  rows: number | null;
}

/** Who of the staff looked at, or took out, whose data. */
export interface AccessLog {
  list(
    filter: { staffId: string; contactId: string },
    query: ListQuery,
  ): Promise<{ looks: readonly Look[]; total: number }>;
  staff(): Promise<readonly { id: string; name: string }[]>;
}

export interface PersonSheets {
  write(file: PersonFile): Promise<Uint8Array>;
}

import type { AttendeeStatus, ContactStatus, EventStatus } from "../../registry/states.ts";
import type { DeclineReason, NewAttendee } from "../../registry/commands.ts";
import type { Amounts } from "../../registry/money.ts";
import type { AnnexItem } from "../../registry/annex-item.ts";
import type { EnterpriseDetails, EnterpriseKind, PersonDetails, SessionView } from "../../registry/views.ts";
import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";

/** Everything an officer writes of a class. */
export interface ClassDetails {
  /** short number people type: `DK 12` */
  keyword: string;
  title: string;
  description: string;
  audience: string;
  /** empty: anyone */
  audienceKinds: readonly EnterpriseKind[];
  sessions: readonly SessionView[];
  capacity: number;
  capPerEnterprise: number | null;
  opensAt: Date;
  closesAt: Date;
  cost: string;
  invitation: string | null;
  planRef: string | null;
  annexItem: AnnexItem | null;
  costs: Amounts;
}

/** What classes of one kind have in common. */
export type TemplateFields = Omit<
  ClassDetails,
  "keyword" | "sessions" | "opensAt" | "closesAt" | "invitation" | "costs"
> & { place: string };

export interface Template {
  id: string;
  name: string;
  fields: TemplateFields;
}

/** People of a class, by where they stand. */
export interface ClassCounts {
  /** confirmed, or already attended or absent */
  seated: number;
  offered: number;
  waiting: number;
  requested: number;
  attended: number;
  absent: number;
  certified: number;
  enterprises: number;
}

export interface ClassLine {
  id: string;
  keyword: string;
  title: string;
  status: EventStatus;
  startsAt: Date | null;
  place: string;
  capacity: number;
  closesAt: Date;
  annexItem: AnnexItem | null;
  counts: ClassCounts;
}

export interface ClassRecord extends ClassDetails {
  id: string;
  status: EventStatus;
  /** confirmed and offered: the least the capacity may be */
  seatsTaken: number;
  revision: number;
  counts: ClassCounts;
}

export interface AttendeeLine {
  id: string;
  name: string;
  phone: string | null;
  position: string | null;
  enterpriseId: string;
  status: AttendeeStatus;
  /** 1 is next; only while waiting */
  waitingPlace: number | null;
  offerExpiresAt: Date | null;
  registrationCode: string;
  enterprise: string;
  enterpriseKind: EnterpriseKind;
  submitterName: string;
  submitterPhone: string;
  /** whether staff found that whoever registered speaks for the enterprise */
  contact: ContactStatus;
  certificateNo: string | null;
  certificateKey: string | null;
  certifiedAt: Date | null;
  createdAt: Date;
  /** changes with every change of this person's row */
  revision: number;
}

export interface ClassFilter {
  /** empty: not narrowed */
  status: string;
  year: string;
}

export interface Classes {
  list(query: ListQuery, filter: ClassFilter): Promise<{ lines: readonly ClassLine[]; total: number }>;
  /** years in which there are classes, the latest first */
  years(): Promise<readonly string[]>;
  find(id: string): Promise<ClassRecord | null>;
  attendees(id: string): Promise<readonly AttendeeLine[]>;
  templates(): Promise<readonly Template[]>;
  /** a number nobody uses yet */
  freeKeyword(): Promise<string>;
  /** classes that take registrations now */
  open(): Promise<readonly { id: string; keyword: string; title: string }[]>;
}

export type NotDone = { kind: "not_found" } | { kind: "not_allowed"; from: string };
type Done<T = object> = ({ kind: "done" } & T) | NotDone;

export type Created = { kind: "created"; id: string } | { kind: "keyword_taken" };

export type Saved =
  | { kind: "saved" }
  | { kind: "keyword_taken" }
  /** fewer seats than are given away */
  | { kind: "below_taken"; taken: number }
  /** people have a seat: another time is for them to agree to */
  | { kind: "sessions_fixed" }
  | { kind: "conflict"; current: ClassRecord }
  | NotDone;

export type TemplateSaved = { kind: "saved" } | { kind: "name_taken" } | { kind: "not_found" };

/** Where a class goes next; each is allowed from some states alone. */
export type ClassStep = "approved" | "open" | "closed" | "held" | "reported";

type Stepped =
  | Done
  /** it has not begun, so it cannot have been held */
  | { kind: "not_begun" };

export interface ClassActions {
  create(by: By, details: ClassDetails): Promise<Created>;
  /** Seats that are added are offered to those who wait. */
  edit(by: By, id: string, revision: number, details: ClassDetails): Promise<Saved>;
  saveAsTemplate(by: By, id: string, name: string): Promise<TemplateSaved>;
  dropTemplate(by: By, id: string): Promise<{ kind: "done" } | { kind: "not_found" }>;
  step(by: By, id: string, to: ClassStep): Promise<Stepped>;
  /** Everyone with a seat is told and says again whether they come; without sessions the time is not known yet. */
  postpone(by: By, id: string, sessions: readonly SessionView[]): Promise<Done<{ told: number }>>;
  cancel(by: By, id: string, reason: string): Promise<Done<{ told: number }>>;
}

export interface ByHand {
  enterprise: EnterpriseDetails;
  submitter: PersonDetails;
  attendees: readonly NewAttendee[];
}

export type AddedByHand =
  | { kind: "added"; code: string; confirmed: number; waiting: number; alreadyThere: number }
  | { kind: "declined"; why: DeclineReason };

type PersonSaved = { kind: "saved" } | { kind: "conflict"; current: AttendeeLine } | NotDone;

export interface RegistrationActions {
  /** Somebody phoned: the same caps and the same queue as in the chat. */
  add(by: By, classId: string, wish: ByHand): Promise<AddedByHand>;
  /** Spelling and details of one person, as the certificate will have them. */
  correct(by: By, attendeeId: string, revision: number, person: NewAttendee): Promise<PersonSaved>;
  /** A requested place becomes a seat, or a place in the queue where none is left. */
  confirm(by: By, attendeeId: string): Promise<Done<{ status: AttendeeStatus }>>;
  reject(by: By, attendeeId: string): Promise<Done>;
  /** The seat, or the place in the queue, is given up; the next who waits is offered it. */
  release(by: By, attendeeId: string): Promise<Done>;
  move(by: By, attendeeId: string, toClass: string): Promise<Done | { kind: "declined"; why: DeclineReason }>;
  /** Who was there and who was not; those in neither list stay as they are. Returns how many changed. */
  recordAttendance(
    by: By,
    classId: string,
    marks: { attended: readonly string[]; absent: readonly string[] },
  ): Promise<Done<{ changed: number }> | { kind: "not_begun" }>;
}

export interface CertificateActions {
  /** To those of them who attended; each is told in the chat they registered from. */
  issue(
    by: By,
    classId: string,
    attendeeIds: readonly string[],
  ): Promise<Done<{ issued: number; told: number }>>;
  /** A new address under the same number: the old one answers no more. */
  reissue(by: By, attendeeId: string): Promise<Done<{ told: boolean }>>;
  void(by: By, attendeeId: string): Promise<Done>;
}

/** Lists as files. */
/** What the pages of classes work with. */
export interface ClassesParts {
  classes: Classes;
  actions: ClassActions;
  registrations: RegistrationActions;
  certificates: CertificateActions;
}

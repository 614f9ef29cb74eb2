import type { ListWindow } from "../kit/list-query.ts";
import type { FileRef } from "../../conversation/message.ts";
import type { ContactStatus, RequestStatus } from "../../registry/states.ts";
import type { RequestView } from "../../registry/views.ts";
import type { By, Colleague } from "../by.ts";

export interface RequestFilter {
  /** open ones, settled ones, those of a state; null: all */
  status: "open" | "settled" | RequestStatus | null;
  kind: RequestView["kind"] | null;
  /** of a member of staff, or those nobody has */
  assignedTo: { id: string } | "nobody" | null;
  /** only open ones whose time is over */
  overdue: boolean;
  /** a code, or words of a name of an enterprise or person */
  words: string;
}

export interface RequestLine {
  id: string;
  code: string;
  kind: RequestView["kind"];
  status: RequestStatus;
  enterprise: string | null;
  submitter: string | null;
  assignedTo: Colleague | null;
  createdAt: Date;
  dueAt: Date;
  settledAt: Date | null;
  isOverdue: boolean;
}

export interface RequestCounts {
  open: number;
  overdue: number;
  unassigned: number;
  /** open ones of the member who asks */
  mine: number;
}

export interface EntryView {
  id: string;
  author: "person" | "staff" | "bot";
  text: string;
  files: readonly FileRef[];
  /** the state it led to */
  status: RequestStatus | null;
  at: Date;
}

export interface OtherRequest {
  id: string;
  code: string;
  kind: RequestView["kind"];
  status: RequestStatus;
  createdAt: Date;
  revision: number;
}

export interface RequestDetails extends RequestLine {
  revision: number;
  description: string;
  /** what led to it, as lines */
  background: readonly string[];
  submitterPhone: string | null;
  agency: string | null;
  reason: string | null;
  basis: string | null;
  enterpriseId: string | null;
  contactId: string;
  /** whether the sender speaks for the enterprise; null without one */
  claim: ContactStatus | null;
  /** null where it was erased */
  conversationId: string | null;
  entries: readonly EntryView[];
  /** states that something done now may lead to */
  leadsTo: readonly RequestStatus[];
  mergedInto: OtherRequest | null;
  mergedFrom: readonly OtherRequest[];
  /** open ones of the same sender or enterprise: perhaps the same thing */
  similar: readonly OtherRequest[];
}

/** A request as it was on the screen of whoever changes it. */
export interface RequestAt {
  id: string;
  revision: number;
}

export type RequestDone =
  /** `told`: whether the person could be told */
  | { kind: "done"; told: boolean }
  | { kind: "not_found" }
  /** somebody changed it meanwhile; nothing was done */
  | { kind: "stale"; revision: number }
  /** its state does not allow it */
  | { kind: "not_allowed"; from: RequestStatus }
  /** something has to be said */
  | { kind: "no_words" };

/** States that an answer may lead to, besides the one it has. */
export type AnswerStatus = "in_progress" | "guided" | "accepted" | "supporting" | "completed";

export interface RequestDesk {
  /** soonest due first */
  list(
    filter: RequestFilter,
    window: ListWindow,
    now: Date,
  ): Promise<{ lines: readonly RequestLine[]; total: number }>;
  counts(staffId: string, now: Date): Promise<RequestCounts>;
  /** Looking is audited by `lookedAt`. */
  one(id: string, now: Date): Promise<RequestDetails | null>;
  /** a file that stands in one of its entries */
  file(requestId: string, fileId: string): Promise<(FileRef & { content: Uint8Array }) | null>;
  lookedAt(by: By, id: string): Promise<void>;
  /** who may be given requests */
  staff(): Promise<readonly Colleague[]>;
  assign(by: By, at: RequestAt, staffId: string): Promise<RequestDone | { kind: "not_staff" }>;
  /** Words that arrive in the person's chat. */
  answer(by: By, at: RequestAt, text: string, to: AnswerStatus): Promise<RequestDone>;
  /** Asks the person for more; what they answer comes back into the request, which then goes on. */
  askInfo(by: By, at: RequestAt, text: string): Promise<RequestDone>;
  forward(by: By, at: RequestAt, to: { agency: string; text: string }): Promise<RequestDone>;
  /** `basis`: document and section, in words */
  refuse(by: By, at: RequestAt, why: { reason: string; basis: string }): Promise<RequestDone>;
  /** Within the days of the settings, with a new due date. */
  reopen(
    by: By,
    at: RequestAt,
    text: string,
  ): Promise<RequestDone | { kind: "too_late" } | { kind: "other_open"; code: string }>;
  /** The same thing was asked twice: `into` goes on, and its answers reach both senders. */
  merge(by: By, at: RequestAt, into: RequestAt): Promise<RequestDone>;
}

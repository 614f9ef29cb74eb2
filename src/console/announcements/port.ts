import type { AnnouncementMistake, AnnouncementWords } from "../../announce/announcement.ts";
import type { AudienceFilter } from "../../announce/audience.ts";
import type { Reach } from "../../announce/reach.ts";
import type { Reason } from "../../announce/reasons.ts";
import type { ShownMessage } from "../../conversation/channel.ts";
import type { ReplyFile } from "../../conversation/reply.ts";
import type { AnnouncementStatus, DeliveryStatus } from "../../registry/states.ts";
import type { By, Colleague } from "../by.ts";
import type { ListQuery, ListWindow } from "../kit/list-query.ts";

export interface AnnouncementLine {
  id: string;
  title: string;
  status: AnnouncementStatus;
  author: Colleague;
  scheduledAt: Date | null;
  startedAt: Date | null;
  expiresAt: Date | null;
  updatedAt: Date;
  /** rows of the ledger; 0 before it left */
  people: number;
  sent: number;
}

export interface AnnouncementRecord extends AnnouncementLine {
  words: AnnouncementWords;
  file: { name: string; mediaType: string; bytes: number } | null;
  event: EventChoice | null;
  approver: Colleague | null;
  approvedAt: Date | null;
  /** approved by whoever wrote it, as the setting for an office of one allows */
  approvedAlone: boolean;
  /** why it was returned, paused or stopped, in words */
  reason: string | null;
  corrects: { id: string; title: string } | null;
  corrections: readonly { id: string; title: string; status: AnnouncementStatus }[];
  revision: number;
  createdAt: Date;
  endedAt: Date | null;
}

export type { Reach } from "../../announce/reach.ts";

/** How far it got; read again and again while it runs. */
export interface Progress {
  status: AnnouncementStatus;
  /** why it was paused or stopped */
  reason: string | null;
  total: number;
  counts: Readonly<Record<DeliveryStatus, number>>;
  byChannel: readonly { channel: string; counts: Readonly<Partial<Record<DeliveryStatus, number>>> }[];
  skipped: readonly { reason: Reason; count: number }[];
  /** what channels said of what they refused or left unclear, the most frequent first */
  failures: readonly { status: "refused" | "unknown"; why: string; count: number }[];
  /** messages in the last minute */
  lastMinute: number;
  /** accounts that the platform told to wait */
  resting: readonly { channel: string; account: string; until: Date; why: string }[];
  /** nothing leaves until then because it is night */
  quietUntil: Date | null;
}

/** One row of the ledger, for the report; holds personal data, so each look is written down. */
export interface DeliveryLine {
  id: string;
  name: string | null;
  enterprise: string | null;
  channel: string;
  status: DeliveryStatus;
  reason: string | null;
  at: Date | null;
}

export interface CallLine {
  name: string | null;
  phone: string | null;
  enterprise: string | null;
  commune: string | null;
  reason: string;
}

/** What it looks like on one channel: the messages in their order. */
export interface ChannelPreview {
  channel: string;
  messages: readonly ShownMessage[];
}

export type { ShownMessage as PreviewMessage } from "../../conversation/channel.ts";

/** An announcement as it was seen. */
export interface Seen {
  id: string;
  revision: number;
}

export interface EventChoice {
  id: string;
  keyword: string;
  title: string;
}

/** What a filter can be made of, besides topics, kinds and communes. */
export interface AudienceChoices {
  /** classes of the last year, to ask for as history */
  events: readonly EventChoice[];
  /** of these, what people may register for now */
  open: readonly EventChoice[];
  associations: readonly { id: string; name: string }[];
  sectors: readonly string[];
  formerProvinces: readonly string[];
}

export type AnnouncementDone<T = object> =
  | ({ kind: "done"; revision: number } & T)
  | { kind: "not_found" }
  /** the state it is in does not allow it */
  | { kind: "not_allowed"; from: AnnouncementStatus }
  /** somebody changed it since it was shown; nothing was changed */
  | { kind: "stale"; revision: number }
  | { kind: "invalid"; mistakes: readonly (AnnouncementMistake | "file_too_large" | "event_gone")[] }
  /** whoever wrote it may not approve it */
  | { kind: "needs_another_person" };

/** Stop, pause and resume: doing it twice is no mistake. */
export type RunDone =
  | { kind: "done"; changed: boolean }
  | { kind: "not_found" }
  | { kind: "not_allowed"; from: AnnouncementStatus };

/** A new file, the one that is there, or none. */
export type FileChange = ReplyFile | "keep" | null;

/** Announcements as staff write, approve, send and follow them. Approving asks for a fresh second factor: the page's part. */
export interface Announcements {
  list(
    query: ListQuery,
    status: AnnouncementStatus | null,
  ): Promise<{ lines: readonly AnnouncementLine[]; total: number }>;
  find(id: string): Promise<AnnouncementRecord | null>;
  counts(): Promise<{ submitted: number; sending: number; paused: number }>;
  choices(now: Date): Promise<AudienceChoices>;
  /** of a correction: those who may have read what it corrects, whatever its filter */
  reach(wanted: { audience: AudienceFilter; corrects: string | null }, now: Date): Promise<Reach>;
  preview(
    words: AnnouncementWords,
    corrects: string | null,
    file: ReplyFile | null,
  ): Promise<readonly ChannelPreview[]>;
  /** of a stored one, with its file */
  previewOf(id: string): Promise<readonly ChannelPreview[]>;
  progress(id: string, now: Date): Promise<Progress | null>;
  /** whoever wrote it may approve it */
  onePerson(): Promise<boolean>;

  draft(by: By, words: AnnouncementWords, file: ReplyFile | null): Promise<AnnouncementDone<{ id: string }>>;
  edit(by: By, seen: Seen, words: AnnouncementWords, file: FileChange): Promise<AnnouncementDone>;
  submit(by: By, seen: Seen): Promise<AnnouncementDone>;
  giveBack(by: By, seen: Seen, reason: string): Promise<AnnouncementDone>;
  approve(by: By, seen: Seen): Promise<AnnouncementDone<{ alone: boolean }>>;
  /** leaves at the moment that was approved, or now; a second click changes nothing */
  send(by: By, seen: Seen): Promise<AnnouncementDone<{ at: Date; already: boolean }>>;
  /** `reason`: shown until it goes on */
  pause(by: By, id: string, reason?: string): Promise<RunDone>;
  resume(by: By, id: string): Promise<RunDone>;
  stop(by: By, id: string, reason: string): Promise<RunDone>;
  /** a new draft that says what was wrong, to the same people */
  correct(by: By, id: string): Promise<AnnouncementDone<{ id: string }>>;
  /** sends one of which nobody knows whether it arrived */
  resend(by: By, deliveryId: string): Promise<{ kind: "done" | "not_found" | "not_unknown" | "over" }>;

  /** rows of the ledger; the look is written down */
  deliveries(
    by: By,
    id: string,
    status: DeliveryStatus | null,
    window: ListWindow,
  ): Promise<{ lines: readonly DeliveryLine[]; total: number }>;
  /** people who agreed and were not reached; the look is written down */
  callList(by: By, id: string): Promise<readonly CallLine[]>;
}

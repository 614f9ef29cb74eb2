import type { AnnounceOrder, AnnounceOutcome } from "../announce/orders.ts";
import type { RoomOrder, RoomOutcome } from "../staffroom/orders.ts";
import type { Rating } from "./gaps.ts";
import type { AttendeeStatus, RequestStatus } from "./states.ts";
import type { ConsentPurpose, EnterpriseDetails, PersonDetails, RequestKind, Topic } from "./views.ts";

/** A consent as it was given: for one purpose, to one wording, by one message. */
export interface ConsentGiven {
  purpose: ConsentPurpose;
  noticeVersion: string;
  /** the very words the person agreed to */
  wording: string;
}

export interface NewAttendee {
  name: string;
  phone: string | null;
  position: string | null;
}

/**
 * What a dialogue may ask to be changed. A command runs inside the transaction that settles the turn, for the person
 * who wrote; it touches only what that person created.
 */
export type Command =
  | {
      kind: "register";
      eventId: string;
      enterprise: EnterpriseDetails;
      submitter: PersonDetails;
      attendees: readonly NewAttendee[];
      /** what to do with those for whom there is no seat */
      beyondSeats: "wait" | "all_wait";
      consents: readonly ConsentGiven[];
    }
  | { kind: "add_attendees"; registrationId: string; attendees: readonly NewAttendee[] }
  /** replaces the person and keeps the seat or the place in the queue */
  | { kind: "swap_attendee"; attendeeId: string; replacement: NewAttendee }
  | { kind: "cancel_attendees"; attendeeIds: readonly string[] }
  | { kind: "answer_offer"; attendeeId: string; accept: boolean }
  | {
      kind: "submit_request";
      requestKind: RequestKind;
      description: string;
      enterprise: EnterpriseDetails;
      submitter: PersonDetails;
      fileIds: readonly string[];
      /** answers of the eligibility or needs dialogue it came from, as lines people can read */
      background: readonly string[];
      consents: readonly ConsentGiven[];
    }
  | { kind: "add_to_request"; requestId: string; text: string; fileIds: readonly string[] }
  | { kind: "withdraw_request"; requestId: string }
  | { kind: "reopen_request"; requestId: string; text: string }
  /** passes a question that the documents do not answer to a person */
  | { kind: "pass_on"; question: string; reason: "no_basis" | "bad_answer" }
  /** "gặp cán bộ"; the bot falls silent where somebody is on duty, and `hold` allows it */
  | { kind: "call_staff"; lastWords: string; hold: boolean }
  | { kind: "leave_staff" }
  /** what was just written to staff reaches those who are not in front of the console */
  | { kind: "tell_staff" }
  /** from where staff work; who wrote is looked up again */
  | { kind: "staff_room"; order: RoomOrder }
  /** from a chat of one of the staff, who is looked up again */
  | { kind: "announce"; order: AnnounceOrder }
  /** what the person thinks of the answer to the question they asked last */
  | { kind: "rate"; rating: Rating }
  /** passes on a question of theirs that was answered badly */
  | { kind: "pass_on_rated"; questionId: string }
  /** while the bot is switched off: what is written goes to staff */
  | { kind: "leave_message"; text: string; fileIds: readonly string[] }
  | { kind: "follow"; topics: readonly Topic[]; consents: readonly ConsentGiven[] }
  | { kind: "unfollow"; topics: readonly Topic[] }
  | { kind: "correct_person"; person: PersonDetails }
  | { kind: "correct_enterprise"; enterprise: EnterpriseDetails }
  /** agrees to something that is no part of a form */
  | { kind: "give_consent"; consent: ConsentGiven }
  | { kind: "withdraw_consent"; purpose: ConsentPurpose }
  /** wants no more announcements, and something else is done with the message as well; ends as that does */
  | { kind: "opt_out_and"; command: Command }
  /** a one-time code with which the same person joins another channel of theirs */
  | { kind: "make_contact_code" }
  | { kind: "join_contacts"; code: string }
  /** erases the person's data; what has been counted stays as numbers */
  | { kind: "erase_me" };

export interface AttendeeOutcome {
  name: string;
  status: AttendeeStatus;
  waitingPosition: number | null;
}

/** How a command ended; a reply is made of it inside the transaction. */
export type CommandOutcome =
  | {
      kind: "registered";
      code: string;
      attendees: readonly AttendeeOutcome[];
      alreadyThere: readonly string[];
    }
  | { kind: "attendees_added"; code: string; attendees: readonly AttendeeOutcome[] }
  | { kind: "attendee_swapped"; code: string; attendee: AttendeeOutcome }
  | { kind: "attendees_cancelled"; code: string; names: readonly string[] }
  | { kind: "offer_answered"; code: string; attendee: AttendeeOutcome }
  /** `open` is the one that is already there for this enterprise and kind */
  | { kind: "request_received"; code: string; dueAt: Date; alreadyOpen: boolean }
  | { kind: "request_changed"; code: string; status: RequestStatus }
  | { kind: "passed_on"; code: string; dueAt: Date }
  /** `waits`: somebody is on duty and was told; otherwise `nextDutyAt` is the next shift, where shifts are kept */
  | { kind: "staff_called"; code: string; dueAt: Date; waits: boolean; nextDutyAt: Date | null }
  | { kind: "staff_left" }
  | { kind: "staff_told" }
  | { kind: "staff_room"; outcome: RoomOutcome }
  | { kind: "announce"; outcome: AnnounceOutcome }
  | { kind: "rated"; rating: Rating; questionId: string }
  | { kind: "nothing_to_rate" }
  | { kind: "message_left"; code: string; dueAt: Date }
  | { kind: "topics_changed"; topics: readonly Topic[] }
  | { kind: "corrected" }
  | { kind: "consent_given" }
  | { kind: "consent_withdrawn"; dueAt: Date }
  | { kind: "contact_code_made"; code: string; expiresAt: Date }
  | { kind: "contacts_joined" }
  /** the channels belong to one person already */
  | { kind: "contacts_are_one" }
  /** wrong, used or out of date: which of them is nobody's business */
  | { kind: "contact_code_refused" }
  | { kind: "erased"; registrationsCancelled: number; requestsWithdrawn: number }
  /** nothing was changed */
  | { kind: "declined"; why: DeclineReason };

export type DeclineReason =
  | "event_not_open"
  | "event_full_for_enterprise"
  | "audience_mismatch"
  | "offer_expired"
  | "not_yours"
  | "already_settled"
  | "too_late"
  | "consent_missing";

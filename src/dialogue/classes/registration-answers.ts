import type { EventView, PersonDetails } from "../../registry/views.ts";
import type { DialogueContext } from "../dialogue.ts";
import type { ConsentAnswers, EnterpriseAnswers, SubmitterAnswers } from "../fields/answers.ts";
import type { AnnouncementAnswers } from "../fields/consent.ts";
import { MOST_AT_ONCE, withSelf, type AttendeeList, type ListLimits } from "./attendee-list.ts";
import { findEvent } from "./events.ts";

export interface RegistrationAnswers
  extends ConsentAnswers, EnterpriseAnswers, SubmitterAnswers, AnnouncementAnswers {
  eventId: string;
  /** goes on although this chat has registered for the event before */
  earlier: "other_enterprise";
  reuse: "yes" | "no";
  attendees: AttendeeList;
  agreed: "yes";
  beyondSeats: "wait" | "all_wait";
}

export function eventOf(
  { eventId }: Partial<RegistrationAnswers>,
  { events }: DialogueContext,
): EventView | undefined {
  return eventId === undefined ? undefined : findEvent(events, { eventId });
}

function selfOf({ submitterName, phone }: Partial<RegistrationAnswers>): PersonDetails | null {
  return submitterName === undefined || phone === undefined ? null : { name: submitterName, phone };
}

export function attendeesIn(answers: Partial<RegistrationAnswers>): AttendeeList | undefined {
  return answers.attendees && withSelf(answers.attendees, selfOf(answers));
}

export function limitsOf(answers: Partial<RegistrationAnswers>, context: DialogueContext): ListLimits {
  return {
    most: MOST_AT_ONCE,
    cap: eventOf(answers, context)?.capPerEnterprise ?? null,
    already: 0,
    self: selfOf(answers),
  };
}

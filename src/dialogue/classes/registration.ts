import type { Reply } from "../../conversation/reply.ts";
import type { DialogueContext } from "../dialogue.ts";
import { enterpriseFrom, submitterFrom } from "../fields/answers.ts";
import { communeField } from "../fields/commune.ts";
import { announcementField, consentField, consentsGiven } from "../fields/consent.ts";
import { enterpriseNameField, taxIdField } from "../fields/enterprise.ts";
import { personNameField, phoneField } from "../fields/person.ts";
import { createForm } from "../form.ts";
import { momentOf } from "../when.ts";
import { attendeesOf } from "./attendee-list.ts";
import { findEvent, hasBegun, isOpen, referenceIn, willOpen } from "./events.ts";
import { replyTo } from "./outcomes.ts";
import { attendeesIn, eventOf, type RegistrationAnswers } from "./registration-answers.ts";
import {
  agreedField,
  attendeesField,
  beyondSeatsField,
  earlierField,
  eventField,
  kindForEventField,
  openingOf,
  reuseField,
} from "./registration-fields.ts";
import { registrationTexts as texts } from "./registration-texts.ts";

type Answers = RegistrationAnswers;

/** Outcomes that another answer mends: the summary comes back instead of everything being typed again. */
const MENDABLE = new Set(["event_full_for_enterprise", "audience_mismatch", "consent_missing"]);

/** Registers people of one enterprise for a class; opened with `{ eventId }` or `{ keyword }`, or asks which class. */
export const registration = createForm<Answers>({
  name: "registration",
  version: 1,
  fields: [
    eventField,
    earlierField,
    consentField<Answers>(texts.refused),
    reuseField,
    kindForEventField(),
    enterpriseNameField<Answers>(),
    taxIdField<Answers>(),
    communeField<Answers>(),
    personNameField<Answers>(true),
    phoneField<Answers>(),
    attendeesField,
    agreedField,
    beyondSeatsField,
    announcementField<Answers>(),
  ],
  start(context, start) {
    const wanted = referenceIn(start);
    const event = findEvent(context.events, wanted);
    if (event) return { answers: { eventId: event.id } };
    if (wanted.keyword !== undefined) return refuse(texts.notFound(wanted.keyword.slice(0, 40)));
    if (wanted.eventId !== undefined) return refuse(texts.gone);
    if (!context.events.some((one) => isOpen(one, context.now))) return refuse(texts.noneOpen);
    return { answers: {} };
  },
  opening(answers, context) {
    const event = eventOf(answers, context);
    return event && openingOf(event);
  },
  obstacle,
  summary: texts.summary,
  send: texts.send,
  cancelled: texts.cancelled,
  submit(answers, context, reopen) {
    const event = eventOf(answers, context);
    if (!event) return { kind: "leave", reply: { text: texts.gone } };
    const attendees = attendeesIn(answers);
    return {
      kind: "do",
      command: {
        kind: "register",
        eventId: event.id,
        enterprise: enterpriseFrom(answers),
        submitter: submitterFrom(answers),
        attendees: attendees ? attendeesOf(attendees) : [],
        // Seats may go between the question and the sending: then those beyond them wait.
        beyondSeats: (answers as Partial<Answers>).beyondSeats ?? "wait",
        consents: consentsGiven(answers),
      },
      conclude(outcome) {
        const reply = replyTo(outcome, event, context);
        const isMendable = outcome.kind === "declined" && MENDABLE.has(outcome.why);
        return isMendable ? reopen(reply.text) : { reply };
      },
    };
  },
});

function refuse(text: string): { refuse: Reply } {
  return { refuse: { text, choices: [{ label: texts.seeClasses, value: "go:classes" }] } };
}

/** A class may close, begin or vanish while somebody fills in the form. */
function obstacle(answers: Partial<Answers>, context: DialogueContext): string | null {
  if (answers.eventId === undefined) return null;
  const event = eventOf(answers, context);
  if (!event) return texts.gone;
  if (isOpen(event, context.now)) return null;
  if (willOpen(event, context.now)) return texts.notYet(event.title, momentOf(event.opensAt));
  return hasBegun(event, context.now) ? texts.begun(event.title) : texts.closed(event.title);
}

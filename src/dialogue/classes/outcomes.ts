import type { Reply, ReplyFile } from "../../conversation/reply.ts";
import type { AttendeeOutcome, CommandOutcome } from "../../registry/commands.ts";
import { calendarOf } from "../../registry/ics.ts";
import type { EventView } from "../../registry/views.ts";
import type { DialogueContext } from "../dialogue.ts";
import { sessionLines } from "./events.ts";
import { declineTexts, outcomeTexts as texts } from "./outcome-texts.ts";

/** What is said once a command about a class has been carried out, or has not. */
export function replyTo(outcome: CommandOutcome, event: EventView, context: DialogueContext): Reply {
  return { ...wordsFor(outcome, event, context), choices: AFTERWARDS };
}

/** What one may want next; these mean the same whenever they are pressed. */
const AFTERWARDS = [
  { label: texts.mine, value: "go:my_registrations" },
  { label: texts.classes, value: "go:classes" },
] as const;

function wordsFor(outcome: CommandOutcome, event: EventView, context: DialogueContext): Reply {
  switch (outcome.kind) {
    case "registered":
      return withCalendar(
        [
          texts.registered(outcome.code, event.title),
          ...sessionLines(event),
          ...statusLines(outcome.attendees),
          ...(outcome.alreadyThere.length > 0 ? [texts.alreadyThere(outcome.alreadyThere.join(", "))] : []),
        ],
        outcome.attendees,
        event,
        context,
      );
    case "attendees_added":
      return withCalendar(
        [texts.added(outcome.code), ...statusLines(outcome.attendees)],
        outcome.attendees,
        event,
        context,
      );
    case "attendee_swapped":
      return { text: swapped(outcome.attendee, outcome.code) };
    case "attendees_cancelled":
      return { text: texts.cancelled(outcome.names.join(", "), outcome.code) };
    case "offer_answered":
      return outcome.attendee.status === "confirmed"
        ? withCalendar(
            [texts.offerTaken(outcome.attendee.name, outcome.code), ...sessionLines(event)],
            [outcome.attendee],
            event,
            context,
          )
        : { text: texts.offerDeclined(outcome.attendee.name) };
    case "declined":
      return { text: declineTexts[outcome.why] };
    // Outcomes of other commands: none of these dialogues asks for them.
    case "request_received":
    case "request_changed":
    case "passed_on":
    case "rated":
    case "nothing_to_rate":
    case "message_left":
    case "staff_called":
    case "staff_left":
    case "staff_told":
    case "staff_room":
    case "announce":
    case "topics_changed":
    case "corrected":
    case "consent_given":
    case "consent_withdrawn":
    case "contact_code_made":
    case "contacts_joined":
    case "contacts_are_one":
    case "contact_code_refused":
    case "erased":
      return { text: texts.somethingElse };
  }
}

/** The calendar of an event as a file one can open. */
export function calendarFile(event: EventView, { organisation, now }: DialogueContext): ReplyFile {
  return {
    name: `lop-${event.keyword.replace(/[^A-Za-z0-9-]/g, "") || "nscl"}.ics`,
    mediaType: "text/calendar; charset=utf-8",
    content: calendarOf(event, organisation, now),
  };
}

function withCalendar(
  lines: readonly string[],
  attendees: readonly AttendeeOutcome[],
  event: EventView,
  context: DialogueContext,
): Reply {
  const hasSeat = attendees.some(({ status }) => status === "confirmed");
  if (!hasSeat) return { text: [...lines, texts.howToChange].join("\n") };
  return {
    text: [...lines, texts.reminder, texts.howToChange].join("\n"),
    files: [calendarFile(event, context)],
  };
}

function statusLines(attendees: readonly AttendeeOutcome[]): string[] {
  const names = (status: AttendeeOutcome["status"]) =>
    attendees
      .filter((one) => one.status === status)
      .map(({ name, waitingPosition }) =>
        waitingPosition === null ? name : texts.waitingPlace(name, waitingPosition),
      )
      .join(", ");
  return [
    [names("confirmed"), texts.confirmed] as const,
    [names("waiting"), texts.waiting] as const,
    [names("requested"), texts.requested] as const,
    [names("rejected"), texts.rejected] as const,
  ]
    .filter(([who]) => who !== "")
    .map(([who, say]) => say(who));
}

function swapped({ name, status, waitingPosition }: AttendeeOutcome, code: string): string {
  const kept =
    status === "waiting" && waitingPosition !== null
      ? texts.swappedKeepsPlace(waitingPosition)
      : texts.swappedKeepsSeat;
  return `${texts.swapped(name, code)} ${kept}`;
}

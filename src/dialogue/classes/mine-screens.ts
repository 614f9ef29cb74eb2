import type { Choice, Reply } from "../../conversation/reply.ts";
import type { AttendeeView, RegistrationView } from "../../registry/views.ts";
import type { DialogueContext } from "../dialogue.ts";
import { momentOf } from "../when.ts";
import { askList, backInList } from "./attendee-editor.ts";
import { MOST_AT_ONCE, rowInWords, type AttendeeList, type ListLimits, type Row } from "./attendee-list.ts";
import { hasBegun, isOpen, sessionLines } from "./events.ts";
import { mineTexts as texts, statusTexts } from "./mine-texts.ts";
import { askedAttendees, standingAttendees } from "./standing.ts";

/** Where somebody stands who looks after their registrations; `id` is the registration's. */
export type Screen =
  | { at: "list" }
  | { at: "one"; id: string }
  | { at: "swap_who"; id: string }
  | { at: "swap"; id: string; attendeeId: string }
  | { at: "confirm_swap"; id: string; attendeeId: string; row: Row }
  | { at: "cancel_who"; id: string }
  | { at: "confirm_cancel"; id: string; attendeeIds: readonly string[] }
  | { at: "add"; id: string; list?: AttendeeList }
  | { at: "confirm_add"; id: string; list: AttendeeList }
  | { at: "confirm_pass"; id: string; attendeeId: string };

export function registrationOf(screen: Screen, { mine }: DialogueContext): RegistrationView | undefined {
  return screen.at === "list" ? undefined : mine.registrations.find(({ id }) => id === screen.id);
}

export function attendeeOf(registration: RegistrationView, attendeeId: string): AttendeeView | undefined {
  return registration.attendees.find(({ id }) => id === attendeeId);
}

/** The screen before this one; null at the first. */
export function before(screen: Screen, { mine }: DialogueContext): Screen | null {
  switch (screen.at) {
    case "list":
      return null;
    case "one":
      return mine.registrations.length > 1 ? { at: "list" } : null;
    case "confirm_swap":
      return { at: "swap", id: screen.id, attendeeId: screen.attendeeId };
    case "confirm_add":
      return { at: "add", id: screen.id, list: screen.list };
    case "add": {
      const list = backInList(screen.list);
      return list ? { ...screen, list } : { at: "one", id: screen.id };
    }
    case "swap_who":
    case "swap":
    case "cancel_who":
    case "confirm_cancel":
    case "confirm_pass":
      return { at: "one", id: screen.id };
  }
}

export function limitsFor(registration: RegistrationView): ListLimits {
  return {
    most: MOST_AT_ONCE,
    cap: registration.event.capPerEnterprise,
    already: standingAttendees(registration).length,
    self: null,
  };
}

export function render(screen: Screen, context: DialogueContext): Reply {
  const registration = registrationOf(screen, context);
  if (screen.at === "list" || !registration) return list(context);
  const name = "attendeeId" in screen ? (attendeeOf(registration, screen.attendeeId)?.name ?? "") : "";
  const whom = standingAttendees(registration);
  switch (screen.at) {
    case "one":
      return one(registration, context);
    case "swap_who":
      return { text: texts.swapWho, choices: [...people(whom), back] };
    case "swap":
      return { text: texts.swapTo(name), choices: [back] };
    case "confirm_swap":
      return {
        text: texts.confirmSwap(name, rowInWords(screen.row)),
        choices: [{ label: texts.swapAgreed, value: "sure" }, back],
      };
    case "cancel_who":
      return {
        text: texts.cancelWho,
        choices: [...people(whom), { label: texts.cancelAll, value: "all" }, back],
      };
    case "confirm_cancel":
      return {
        text: texts.confirmCancel(namesOf(registration, screen.attendeeIds)),
        choices: [{ label: texts.cancelSure, value: "sure" }, back],
      };
    case "add": {
      const asked = askList(screen.list, limitsFor(registration));
      return { ...asked, choices: [...(asked.choices ?? []), back] };
    }
    case "confirm_add":
      return {
        text: texts.confirmAdd(screen.list.rows.length, registration.event.seatsLeft),
        choices: [{ label: texts.addAgreed, value: "sure" }, back],
      };
    case "confirm_pass":
      return {
        text: texts.confirmPass(name),
        choices: [{ label: texts.passSure, value: "sure" }, back],
      };
  }
}

const back: Choice = { label: texts.goBack, value: "back" };

function list({ mine: { registrations } }: DialogueContext): Reply {
  if (registrations.length === 0) return { text: texts.none };
  return {
    text: [texts.heading(registrations.length), ...registrations.map(entry), texts.pick].join("\n"),
    choices: registrations.map(({ id, code }) => ({ label: texts.label(code), value: `reg:${id}` })),
  };
}

function entry({ code, event }: RegistrationView): string {
  return texts.entry(code, event.title, sessionLines(event)[0] ?? "");
}

/** One registration: everybody on it with where they stand, and what may still be done. */
function one(registration: RegistrationView, context: DialogueContext): Reply {
  const { code, event, enterprise, attendees } = registration;
  const lines = [
    texts.one(code, event.title),
    ...sessionLines(event),
    texts.enterprise(enterprise.name),
    ...attendees.map((person, index) => texts.attendee(index + 1, person.name, statusOf(person))),
    hasBegun(event, context.now) ? texts.begun : texts.whatNext,
  ];
  return { text: lines.join("\n"), choices: whatMayBeDone(registration, context) };
}

function whatMayBeDone(registration: RegistrationView, { now, mine }: DialogueContext): Choice[] {
  const { event, attendees } = registration;
  const mayChange = !hasBegun(event, now);
  const standing = standingAttendees(registration);
  const choices: Choice[] = [];
  if (mayChange) {
    for (const { id, name, status } of askedAttendees(registration)) {
      const [yes, no] = status === "offered" ? [texts.take, texts.pass] : [texts.comes, texts.doesNotCome];
      choices.push({ label: yes(name), value: `yes:${id}` }, { label: no(name), value: `no:${id}` });
    }
    if (standing.length > 0) choices.push({ label: texts.swap, value: "swap" });
    if (isOpen(event, now)) choices.push({ label: texts.add, value: "add" });
    if (standing.length > 0) choices.push({ label: texts.cancelSome, value: "cancel" });
    if (attendees.some(({ status }) => status === "confirmed")) {
      choices.push({ label: texts.calendar, value: "calendar" });
    }
  }
  if (mine.registrations.length > 1) choices.push({ label: texts.others, value: "list" });
  choices.push({ label: texts.done, value: "done" });
  return choices;
}

function people(whom: readonly AttendeeView[]): Choice[] {
  return whom.map(({ id, name }) => ({ label: name, value: `who:${id}` }));
}

function namesOf(registration: RegistrationView, ids: readonly string[]): string {
  return registration.attendees
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(", ");
}

function statusOf({ status, waitingPosition, offerExpiresAt }: AttendeeView): string {
  if (status === "waiting" && waitingPosition !== null) return texts.waitingAt(waitingPosition);
  if (status === "offered" && offerExpiresAt !== null) return texts.offered(momentOf(offerExpiresAt));
  return statusTexts[status];
}

import type { Reply } from "../../conversation/reply.ts";
import type { Command } from "../../registry/commands.ts";
import type { RegistrationView } from "../../registry/views.ts";
import { asChoice, plain } from "../choosing.ts";
import type { Dialogue, DialogueContext, Input, Step } from "../dialogue.ts";
import { looksLikeQuestion } from "../looks-like-question.ts";
import { readList } from "./attendee-editor.ts";
import { readLine } from "./attendee-lines.ts";
import {
  attendeesOf,
  problemsOf,
  rowInWords,
  rowOf,
  tableLines,
  type AttendeeList,
} from "./attendee-list.ts";
import { hasBegun, isOpen, referenceIn } from "./events.ts";
import { attendeeOf, before, limitsFor, registrationOf, render, type Screen } from "./mine-screens.ts";
import { mineTexts as texts } from "./mine-texts.ts";
import { declineTexts } from "./outcome-texts.ts";
import { calendarFile, replyTo } from "./outcomes.ts";
import { askedAttendees, standingAttendees, standingRegistration } from "./standing.ts";

/**
 * What opens it: one's registration by id, event or keyword; `offer` and `accept` of a button that answers for somebody,
 * or `accept` alone, as it is typed.
 */
interface Opening {
  registrationId?: unknown;
  offer?: unknown;
  accept?: unknown;
}

/** One's own registrations: who has a seat; swap, cancel, add, answer an offer, fetch the calendar. */
export const myRegistrations: Dialogue = {
  name: "my_registrations",
  version: 1,
  begin(context, start) {
    const { registrations } = context.mine;
    if (registrations.length === 0) return { kind: "leave", reply: { text: texts.none } };
    const opening = (typeof start === "object" && start !== null ? start : {}) as Opening;
    if (typeof opening.offer === "string") return beginWithOffer(opening.offer, opening.accept, context);
    if (typeof opening.accept === "boolean") {
      return beginWithAnswer(opening.accept, referenceIn(start).keyword, context);
    }
    const { eventId } = referenceIn(start);
    const meant =
      registrations.find(({ id }) => id === opening.registrationId) ??
      (eventId === undefined ? undefined : standingRegistration(context.mine, eventId)) ??
      (registrations.length === 1 ? registrations[0] : undefined);
    return show(meant ? { at: "one", id: meant.id } : { at: "list" }, context);
  },
  advance(raw, given, context) {
    const screen = raw as Screen;
    const shown = render(screen, context);
    if (context.mine.registrations.length === 0) return { kind: "leave", reply: shown };
    const registration = registrationOf(screen, context);
    if (screen.at !== "list" && !registration) return show({ at: "list" }, context, texts.gone);
    const input = asChoice(given, shown.choices ?? []);
    if (input.kind === "choice") {
      const isShown = shown.choices?.some(({ value }) => value === input.value) === true;
      return isShown
        ? follow(input.value, screen, registration, context)
        : show(screen, context, texts.stale);
    }
    return readWords(input, screen, registration, context);
  },
  resume: (state, context) => render(state as Screen, context),
  back(state, context) {
    const earlier = before(state as Screen, context);
    return earlier && show(earlier, context);
  },
  isBrowsing: (state) => ["list", "one"].includes((state as Screen).at),
  typed(state, context) {
    const screen = state as Screen;
    const registration = registrationOf(screen, context);
    if (screen.at === "confirm_swap") {
      const name = (registration && attendeeOf(registration, screen.attendeeId)?.name) ?? "";
      return [texts.typedSwap(name, rowInWords(screen.row))];
    }
    const list = screen.at === "add" || screen.at === "confirm_add" ? screen.list : undefined;
    return list && list.rows.length > 0 ? [texts.typedAdd, ...tableLines(list.rows)] : [];
  },
};

function beginWithOffer(attendeeId: string, accept: unknown, context: DialogueContext): Step {
  const registration = context.mine.registrations.find((one) => attendeeOf(one, attendeeId) !== undefined);
  if (!registration) return { kind: "leave", reply: { text: declineTexts.not_yours } };
  if (typeof accept !== "boolean") return show({ at: "one", id: registration.id }, context);
  return answerOffer(registration, attendeeId, accept, context);
}

/** Words name no person: they are for the only one who is asked, else the registration shows whom they may be for. */
function beginWithAnswer(accept: boolean, keyword: string | undefined, context: DialogueContext): Step {
  const { registrations } = context.mine;
  const meant = keyword === undefined ? registrations : registrations.filter(isOf(keyword));
  const asked = meant.filter((one) => askedAttendees(one).length > 0);
  const [first = meant[0], second] = asked;
  if (!first) return show({ at: "list" }, context, texts.noSeatAsked);
  if (second) return show({ at: "list" }, context, texts.whichSeat);
  const one: Screen = { at: "one", id: first.id };
  const [person, another] = askedAttendees(first);
  if (another) return show(one, context, texts.whichSeat);
  if (person) return answerOffer(first, person.id, accept, context);
  const isOver = first.attendees.some(({ status }) => status === "lapsed");
  return show(one, context, isOver ? declineTexts.offer_expired : texts.noSeatAsked);
}

function isOf(keyword: string): (registration: RegistrationView) => boolean {
  return ({ event }) => plain(event.keyword) === plain(keyword);
}

/** Taking a seat is done at once; passing it on cannot be undone and is asked once more. */
function answerOffer(
  registration: RegistrationView,
  attendeeId: string,
  accept: boolean,
  context: DialogueContext,
): Step {
  const one: Screen = { at: "one", id: registration.id };
  if (hasBegun(registration.event, context.now)) return show(one, context, declineTexts.too_late);
  const attendee = attendeeOf(registration, attendeeId);
  if (attendee?.status === "lapsed") return show(one, context, declineTexts.offer_expired);
  const isAsked = askedAttendees(registration).some(({ id }) => id === attendeeId);
  if (!isAsked) return show(one, context, declineTexts.already_settled);
  if (accept) return carryOut({ kind: "answer_offer", attendeeId, accept: true }, registration, one, context);
  return show({ at: "confirm_pass", id: registration.id, attendeeId }, context);
}

/** A choice that was shown on this very screen. */
function follow(
  value: string,
  screen: Screen,
  registration: RegistrationView | undefined,
  context: DialogueContext,
): Step {
  if (value === "done") return { kind: "leave", reply: { text: texts.closing } };
  if (value === "list") return show({ at: "list" }, context);
  if (value.startsWith("reg:")) return show({ at: "one", id: value.slice(4) }, context);
  if (!registration || screen.at === "list") return show({ at: "list" }, context);
  if (value === "back") return show(backFrom(screen, registration, context), context);
  if (value === "calendar") return withCalendar(screen, registration, context);
  // The class may have begun while the choices stood there.
  if (hasBegun(registration.event, context.now)) {
    return show({ at: "one", id: registration.id }, context, declineTexts.too_late);
  }
  if (value.startsWith("yes:")) return answerOffer(registration, value.slice(4), true, context);
  if (value.startsWith("no:")) return answerOffer(registration, value.slice(3), false, context);
  if (value === "sure") return confirmed(screen, registration, context);
  if (screen.at === "add") return edit(screen, { kind: "choice", value }, registration, context);
  const next = nextScreen(value, screen, registration);
  return next ? show(next, context) : show(screen, context, texts.chooseOne);
}

/** Before sending, what was typed is shown again; elsewhere the change is given up. */
function backFrom(screen: Screen, { id }: RegistrationView, context: DialogueContext): Screen {
  const isTyped = screen.at === "confirm_swap" || screen.at === "confirm_add";
  return (isTyped ? before(screen, context) : null) ?? { at: "one", id };
}

function nextScreen(value: string, screen: Screen, registration: RegistrationView): Screen | null {
  const { id } = registration;
  const standing = standingAttendees(registration).map((one) => one.id);
  const [only, second] = standing;
  const single = second === undefined ? only : undefined;
  if (value === "add") return { at: "add", id };
  if (value === "swap")
    return single === undefined ? { at: "swap_who", id } : { at: "swap", id, attendeeId: single };
  if (value === "cancel") {
    return single === undefined
      ? { at: "cancel_who", id }
      : { at: "confirm_cancel", id, attendeeIds: [single] };
  }
  if (value === "all") return { at: "confirm_cancel", id, attendeeIds: standing };
  const who = value.startsWith("who:") ? value.slice(4) : null;
  if (who !== null && screen.at === "swap_who") return { at: "swap", id, attendeeId: who };
  if (who !== null && screen.at === "cancel_who") return { at: "confirm_cancel", id, attendeeIds: [who] };
  return null;
}

/** "Yes" to what the screen asked. */
function confirmed(screen: Screen, registration: RegistrationView, context: DialogueContext): Step {
  switch (screen.at) {
    case "confirm_swap": {
      const [replacement] = attendeesOf({ rows: [screen.row], editing: { at: "table" } });
      if (!replacement) return show(screen, context, texts.chooseOne);
      const { attendeeId } = screen;
      return carryOut({ kind: "swap_attendee", attendeeId, replacement }, registration, screen, context);
    }
    case "confirm_cancel": {
      const { attendeeIds } = screen;
      return carryOut({ kind: "cancel_attendees", attendeeIds }, registration, screen, context);
    }
    case "confirm_add": {
      if (!isOpen(registration.event, context.now)) {
        return show({ at: "one", id: registration.id }, context, declineTexts.event_not_open);
      }
      const attendees = attendeesOf(screen.list);
      return carryOut(
        { kind: "add_attendees", registrationId: registration.id, attendees },
        registration,
        { at: "add", id: registration.id, list: screen.list },
        context,
      );
    }
    case "confirm_pass": {
      const { attendeeId } = screen;
      return carryOut({ kind: "answer_offer", attendeeId, accept: false }, registration, screen, context);
    }
    case "list":
    case "one":
    case "swap_who":
    case "swap":
    case "cancel_who":
    case "add":
      return show(screen, context, texts.chooseOne);
  }
}

/** Names that were typed are no choice: a person who comes instead, or people who come too. */
function readWords(
  input: Exclude<Input, { kind: "choice" }>,
  screen: Screen,
  registration: RegistrationView | undefined,
  context: DialogueContext,
): Step {
  const words = input.text.trim();
  const takesNames = screen.at === "swap" || screen.at === "add";
  if (!takesNames || !registration) {
    return { kind: "not_understood", reply: noted(texts.chooseOne, render(screen, context)) };
  }
  if (words === "")
    return show(screen, context, input.kind === "files" ? texts.filesUnread : texts.chooseOne);
  if (looksLikeQuestion(words)) {
    return { kind: "not_understood", reply: noted(texts.question, render(screen, context)) };
  }
  if (hasBegun(registration.event, context.now)) {
    return show({ at: "one", id: registration.id }, context, declineTexts.too_late);
  }
  if (screen.at === "add") return edit(screen, { kind: "text", text: words }, registration, context);
  const row = rowOf(readLine(words));
  const [problem] = problemsOf(row, 0, [row]);
  if (problem !== undefined) return show(screen, context, `“${words.slice(0, 80)}”: ${problem}`);
  return show({ at: "confirm_swap", id: screen.id, attendeeId: screen.attendeeId, row }, context);
}

function edit(
  screen: Extract<Screen, { at: "add" }>,
  input: Input,
  registration: RegistrationView,
  context: DialogueContext,
): Step {
  const read = readList(screen.list, input, limitsFor(registration));
  switch (read.kind) {
    case "value":
      return show({ at: "confirm_add", id: screen.id, list: read.value satisfies AttendeeList }, context);
    case "more":
      return show({ ...screen, list: read.value }, context, read.note);
    case "mistake":
      return read.unfit
        ? { kind: "not_understood", reply: noted(read.text, render(screen, context)) }
        : show(screen, context, read.text);
    case "close":
      return read.step;
  }
}

/** @param screen where one stands again when it was declined: what was typed is still there */
function carryOut(
  command: Command,
  registration: RegistrationView,
  screen: Screen,
  context: DialogueContext,
): Step {
  return {
    kind: "do",
    command,
    conclude(outcome) {
      const reply = replyTo(outcome, registration.event, context);
      if (outcome.kind !== "declined" || outcome.why !== "event_full_for_enterprise") return { reply };
      return { reply: noted(reply.text, render(screen, context)), state: screen };
    },
  };
}

function withCalendar(screen: Screen, { event }: RegistrationView, context: DialogueContext): Step {
  const reply = noted(texts.calendarHere, render(screen, context));
  return { kind: "ask", state: screen, reply: { ...reply, files: [calendarFile(event, context)] } };
}

function show(screen: Screen, context: DialogueContext, note?: string): Step {
  const reply = render(screen, context);
  return { kind: "ask", state: screen, reply: note === undefined ? reply : noted(note, reply) };
}

function noted(note: string, reply: Reply): Reply {
  return { ...reply, text: `${note}\n\n${reply.text}` };
}

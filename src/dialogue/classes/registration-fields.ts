import { ENTERPRISE_KINDS, type EnterpriseKind, type EventView } from "../../registry/views.ts";
import { picked } from "../choosing.ts";
import { answersFrom } from "../fields/answers.ts";
import { enterpriseKindField } from "../fields/enterprise.ts";
import { formTexts } from "../form-texts.ts";
import { field, type Field } from "../form.ts";
import { askList, backInList, readList } from "./attendee-editor.ts";
import { rowInWords, tableLines } from "./attendee-list.ts";
import { isOpen, keywordIn, findEvent, seatsInWords, sessionLines } from "./events.ts";
import { attendeeTexts } from "./attendee-texts.ts";
import { attendeesIn, eventOf, limitsOf, type RegistrationAnswers } from "./registration-answers.ts";
import { registrationTexts as texts } from "./registration-texts.ts";
import { standingAttendees, standingRegistration } from "./standing.ts";

type Answers = RegistrationAnswers;

const LONGEST_LABEL = 60;

export const eventField = field<Answers, "eventId">({
  id: "eventId",
  label: texts.eventLabel,
  ask: (_answers, { events, now }) => ({
    text: texts.askEvent,
    choices: events
      .filter((event) => isOpen(event, now))
      .map((event) => ({ label: shortened(`${event.keyword}. ${event.title}`), value: `see:${event.id}` })),
  }),
  read(input, { enterpriseKind }, { events, now }) {
    const event =
      input.kind === "choice"
        ? findEvent(events, { eventId: input.value.replace(/^see:/, "") })
        : findEvent(events, { keyword: keywordIn(input.text) ?? input.text });
    if (!event || !isOpen(event, now)) return { kind: "mistake", text: texts.chooseEvent, unfit: true };
    const note = openingOf(event);
    // What was said about the kind of enterprise and about seats held for the class chosen before.
    const fills = {
      beyondSeats: undefined,
      ...(enterpriseKind !== undefined && !isFor(event, enterpriseKind) ? { enterpriseKind: undefined } : {}),
    };
    return { kind: "value", value: event.id, note, fills };
  },
  show(answers, context) {
    const event = eventOf(answers, context);
    return event ? `${texts.eventLabel}: ${event.title}, ${sessionLines(event)[0] ?? ""}` : null;
  },
});

/** Somebody who has registered before mostly wants to change that registration. */
export const earlierField = field<Answers, "earlier">({
  id: "earlier",
  label: null,
  skip: ({ eventId }, { mine }) => eventId === undefined || !standingRegistration(mine, eventId),
  ask({ eventId }, { mine }) {
    const earlier = standingRegistration(mine, eventId ?? "");
    const count = earlier ? standingAttendees(earlier).length : 0;
    return { text: texts.earlier(earlier?.code ?? "", count), choices: EARLIER };
  },
  read(input, { eventId }) {
    const choice = picked(input, EARLIER);
    if (choice === "other") return { kind: "value", value: "other_enterprise" };
    if (choice === "see") {
      return { kind: "close", step: { kind: "switch", to: "my_registrations", start: { eventId } } };
    }
    return { kind: "mistake", text: formTexts.chooseOne, unfit: true };
  },
});

const EARLIER = [
  { label: texts.seeEarlier, value: "see" },
  { label: texts.otherEnterprise, value: "other" },
] as const;

const REUSE = [
  { label: texts.reuse, value: "yes" },
  { label: texts.enterAnew, value: "no" },
] as const;

/** Five questions less for those who have been here before. */
export const reuseField = field<Answers, "reuse">({
  id: "reuse",
  label: null,
  skip(answers, context) {
    const { person, enterprise } = context.mine;
    const event = eventOf(answers, context);
    if (!person || !enterprise || answers.earlier !== undefined) return true;
    return event !== undefined && !isFor(event, enterprise.kind);
  },
  ask(_answers, { mine: { person, enterprise } }) {
    const known = [
      enterprise && `${ENTERPRISE_KINDS[enterprise.kind]} ${enterprise.name}, ${enterprise.communeText}`,
      person && `${person.name}, ${person.phone}`,
    ];
    return { text: [texts.askReuse, ...known.filter(Boolean)].join("\n"), choices: REUSE };
  },
  read(input, _answers, { mine: { person, enterprise } }) {
    const choice = picked(input, REUSE, { yes: ["co", "ok", "dung", "dung lai di"], no: ["khong", "moi"] });
    if (choice === null) return { kind: "mistake", text: formTexts.chooseOne, unfit: true };
    if (choice === "no" || !person || !enterprise) return { kind: "value", value: "no" };
    return { kind: "value", value: "yes", fills: { ...answersFrom(enterprise, person) } };
  },
});

/** Asked early whether the class is for this kind: nobody fills in a form for nothing. */
export function kindForEventField(): Field<Answers> {
  const plainField = enterpriseKindField<Answers>();
  return {
    ...plainField,
    read(input, answers, context) {
      const read = plainField.read(input, answers, context);
      const event = eventOf(answers, context);
      if (read.kind !== "value" || !event || isFor(event, read.value as EnterpriseKind)) return read;
      return { kind: "mistake", text: texts.audience(audienceOf(event)) };
    },
  };
}

export const attendeesField = field<Answers, "attendees">({
  id: "attendees",
  label: attendeeTexts.label,
  list: true,
  ask: (answers, context) => askList(attendeesIn(answers), limitsOf(answers, context)),
  read(input, answers, context) {
    const read = readList(attendeesIn(answers), input, limitsOf(answers, context));
    // Another list: who agreed and who waits is asked anew.
    return read.kind === "value" ? { ...read, fills: { agreed: undefined, beyondSeats: undefined } } : read;
  },
  back: (answers) => backInList(attendeesIn(answers)),
  show(answers) {
    const rows = attendeesIn(answers)?.rows ?? [];
    const [only] = rows;
    if (!only) return null;
    if (rows.length === 1) return texts.attendeesOne(rowInWords(only));
    return [texts.attendeesMany(rows.length), ...tableLines(rows)].join("\n");
  },
});

const AGREED = [
  { label: texts.allAgreed, value: "yes" },
  { label: texts.notAsked, value: "no" },
] as const;

/** Whoever gives the data of others says that they agreed. */
export const agreedField = field<Answers, "agreed">({
  id: "agreed",
  label: null,
  skip: ({ attendees }) => (attendees?.rows ?? []).every(({ isSelf }) => isSelf === true),
  ask: ({ attendees }) => ({ text: texts.askAgreed(othersIn(attendees?.rows ?? [])), choices: AGREED }),
  read(input) {
    const choice = picked(input, AGREED, {
      yes: ["dong y", "roi", "da dong y roi", "ok", "co"],
      no: ["chua"],
    });
    if (choice === "yes") return { kind: "value", value: "yes" };
    if (choice === "no") return { kind: "mistake", text: texts.askThemFirst };
    return { kind: "mistake", text: formTexts.chooseOne, unfit: true };
  },
  show: ({ agreed }) => (agreed === undefined ? null : texts.agreedLine),
});

/** More people than seats: who waits is theirs to say. */
export const beyondSeatsField = field<Answers, "beyondSeats">({
  id: "beyondSeats",
  label: texts.seatsLabel,
  skip(answers, context) {
    const event = eventOf(answers, context);
    const count = answers.attendees?.rows.length ?? 0;
    return event === undefined || count <= event.seatsLeft;
  },
  ask(answers, context) {
    const { count, seats } = countAndSeats(answers, eventOf(answers, context));
    return { text: texts.askSeats(count, seats), choices: seatChoices(count, seats) };
  },
  read(input, answers, context) {
    const { count, seats } = countAndSeats(answers, eventOf(answers, context));
    const choice = picked(input, seatChoices(count, seats), { none: ["khong", "thoi khong"] });
    if (choice === null) return { kind: "mistake", text: formTexts.chooseOne, unfit: true };
    if (choice === "none") {
      return { kind: "close", step: { kind: "leave", reply: { text: texts.seatsGivenUp } } };
    }
    return { kind: "value", value: choice };
  },
  show: ({ beyondSeats }) => (beyondSeats === undefined ? null : texts.seatsLine(beyondSeats === "all_wait")),
});

export function openingOf(event: EventView): string {
  return texts.opening(event.title, sessionLines(event).join("\n"), seatsInWords(event), event.cost);
}

function seatChoices(count: number, seats: number) {
  const free = Math.max(0, seats);
  return [
    ...(free > 0 ? [{ label: texts.someWait(free, count - free), value: "wait" } as const] : []),
    { label: texts.allWait(count), value: "all_wait" } as const,
    { label: texts.noSeats, value: "none" } as const,
  ];
}

function countAndSeats({ attendees }: Partial<Answers>, event: EventView | undefined) {
  return { count: attendees?.rows.length ?? 0, seats: event?.seatsLeft ?? 0 };
}

function othersIn(rows: readonly { isSelf?: true }[]): number {
  return rows.filter(({ isSelf }) => isSelf !== true).length;
}

function isFor({ audienceKinds }: EventView, kind: EnterpriseKind): boolean {
  return audienceKinds.length === 0 || audienceKinds.includes(kind);
}

function audienceOf({ audience, audienceKinds }: EventView): string {
  return audience || audienceKinds.map((kind) => ENTERPRISE_KINDS[kind]).join(", ");
}

function shortened(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

import type { Choice, Reply } from "../../conversation/reply.ts";
import type { EventView } from "../../registry/views.ts";
import { asChoice } from "../choosing.ts";
import type { Dialogue, DialogueContext, Step } from "../dialogue.ts";
import { momentOf } from "../when.ts";
import { catalogueTexts as texts } from "./catalogue-texts.ts";
import {
  findEvent,
  isOpen,
  keywordIn,
  referenceIn,
  seatsInWords,
  sessionLines,
  willOpen,
  type EventReference,
} from "./events.ts";
import { standingRegistration } from "./standing.ts";

const A_PAGE = 5;

/** The list from an event on, or one event. */
type Screen = { at: "list"; from: number } | { at: "event"; eventId: string };

/** Classes and seminars one can register for: the list, the details of one, on to registration. */
export const catalogue: Dialogue = {
  name: "classes",
  version: 1,
  begin(context, start) {
    const wanted = referenceIn(start);
    const named = wanted.eventId !== undefined || wanted.keyword !== undefined;
    if (!named) return show({ at: "list", from: 0 }, context);
    return open(wanted, context);
  },
  advance(raw, given, context) {
    const screen = raw as Screen;
    const shown = render(screen, context);
    const input = asChoice(given, shown.choices ?? []);
    if (input.kind === "choice") return follow(input.value, screen, context);
    const keyword = keywordIn(input.text);
    if (keyword !== null) return { kind: "switch", to: "registration", start: { keyword } };
    const typed = findEvent(context.events, { keyword: input.text });
    if (typed) return show({ at: "event", eventId: typed.id }, context);
    return { kind: "not_understood", reply: withNote(texts.chooseOne, shown) };
  },
  resume: (state, context) => render(state as Screen, context),
  back: (state, context) =>
    (state as Screen).at === "event" ? show({ at: "list", from: 0 }, context) : null,
  isBrowsing: () => true,
  typed: () => [],
};

function follow(value: string, screen: Screen, context: DialogueContext): Step {
  if (value === "follow") return { kind: "switch", to: "topics", start: { topic: "lop" } };
  if (value === "done") return { kind: "leave", reply: { text: texts.closing } };
  if (value === "list") return show({ at: "list", from: 0 }, context);
  if (value.startsWith("from:")) {
    return show({ at: "list", from: Math.max(0, Number.parseInt(value.slice(5), 10) || 0) }, context);
  }
  if (value.startsWith("see:")) return open({ eventId: value.slice(4) }, context);
  if (screen.at === "event" && value === "register") {
    return { kind: "switch", to: "registration", start: { eventId: screen.eventId } };
  }
  if (screen.at === "event" && value === "mine") {
    return { kind: "switch", to: "my_registrations", start: { eventId: screen.eventId } };
  }
  return { kind: "ask", state: screen, reply: withNote(texts.chooseOne, render(screen, context)) };
}

function open(wanted: EventReference, context: DialogueContext): Step {
  const event = findEvent(context.events, wanted);
  if (event) return show({ at: "event", eventId: event.id }, context);
  const note =
    wanted.keyword === undefined ? texts.notFoundAtAll : texts.notFound(wanted.keyword.slice(0, 40));
  const list: Screen = { at: "list", from: 0 };
  return { kind: "ask", state: list, reply: withNote(note, render(list, context)) };
}

function show(screen: Screen, context: DialogueContext): Step {
  return { kind: "ask", state: screen, reply: render(screen, context) };
}

function render(screen: Screen, context: DialogueContext): Reply {
  if (screen.at === "list") return list(screen.from, context);
  const event = findEvent(context.events, { eventId: screen.eventId });
  return event ? details(event, context) : withNote(texts.notFoundAtAll, list(0, context));
}

function list(from: number, { events, now }: DialogueContext): Reply {
  const open = events.filter((event) => isOpen(event, now));
  const all = [...open, ...events.filter((event) => willOpen(event, now))];
  if (all.length === 0) {
    return {
      text: texts.none,
      choices: [
        { label: texts.follow, value: "follow" },
        { label: texts.noThanks, value: "done" },
      ],
    };
  }
  const first = from < all.length ? from : 0;
  const page = all.slice(first, first + A_PAGE);
  const choices: Choice[] = page.map(({ id, keyword }) => ({
    label: texts.label(keyword),
    value: `see:${id}`,
  }));
  if (first + A_PAGE < all.length) choices.push({ label: texts.more, value: `from:${first + A_PAGE}` });
  choices.push({ label: texts.follow, value: "follow" });
  const heading = open.length > 0 ? texts.heading(open.length) : texts.headingSoon;
  return { text: [heading, ...page.map((event) => entry(event, now)), texts.pick].join("\n\n"), choices };
}

function entry(event: EventView, now: Date): string {
  const standing = willOpen(event, now)
    ? texts.opens(momentOf(event.opensAt))
    : `${texts.seats(seatsInWords(event))} · ${texts.deadline(momentOf(event.closesAt))}`;
  return [`${event.keyword}. ${event.title}`, sessionLines(event)[0] ?? "", standing]
    .filter(Boolean)
    .join("\n");
}

/** Everything one may know about a class before registering. */
function details(event: EventView, context: DialogueContext): Reply {
  const { now, mine } = context;
  const earlier = standingRegistration(mine, event.id);
  const lines = [
    event.title,
    ...sessionLines(event),
    event.description,
    event.audience && texts.audience(event.audience),
    event.cost && texts.cost(event.cost),
    event.invitation !== null && texts.invitation(event.invitation),
    ...standing(event, now),
    earlier && texts.registered(earlier.code),
  ];
  const choices: Choice[] = [];
  if (earlier) choices.push({ label: texts.mine, value: "mine" });
  if (isOpen(event, now)) choices.push({ label: texts.register, value: "register" });
  choices.push({ label: texts.list, value: "list" });
  return { text: lines.filter(Boolean).join("\n"), choices };
}

function standing(event: EventView, now: Date): string[] {
  if (event.status === "cancelled") return [texts.cancelled];
  if (event.status === "postponed") return [texts.postponed];
  if (willOpen(event, now)) return [texts.opens(momentOf(event.opensAt))];
  if (!isOpen(event, now)) return [now < event.closesAt ? texts.begun : texts.closed];
  const cap = event.capPerEnterprise === null ? [] : [texts.cap(event.capPerEnterprise)];
  return [texts.seats(seatsInWords(event)), ...cap, texts.deadline(momentOf(event.closesAt))];
}

function withNote(note: string, reply: Reply): Reply {
  return { ...reply, text: `${note}\n\n${reply.text}` };
}

import type { Choice, Reply, ReplyTemplate } from "../conversation/reply.ts";
import { dayOf, momentOf, timeOf } from "../dialogue/when.ts";
import { noticeTexts as texts } from "./notice-texts.ts";
import { offerChoice, offerWords } from "./offer-choice.ts";
import type { HoldState } from "./states.ts";
import type { EventView } from "./views.ts";

interface Person {
  id: string;
  name: string;
}

/** A registration as far as its people are told of it. */
export interface Notified {
  code: string;
  attendees: readonly Person[];
}

/** More buttons than these are no help. */
const MOST_ASKED = 4;

const MANAGE: Choice = {
  label: texts.manage,
  value: "go:my_registrations",
  typed: texts.manageWords,
};

const FOLLOW: Choice = { label: texts.follow, value: "go:my_requests", typed: texts.followWords };

/** A seat became free for somebody who waits. */
export function offerNotice(event: EventView, { id, name }: Person, until: Date): Reply {
  return {
    text: [texts.offer(name, event.title), ...sessionLines(event), texts.offerUntil(momentOf(until))].join(
      "\n",
    ),
    choices: [
      {
        label: texts.takeSeat,
        value: offerChoice({ attendeeId: id, accept: true }),
        typed: offerWords.take(event.keyword),
      },
      {
        label: texts.passSeat,
        value: offerChoice({ attendeeId: id, accept: false }),
        typed: offerWords.pass(event.keyword),
      },
    ],
  };
}

export function lapsedNotice(event: EventView, { name }: Person): Reply {
  return { text: texts.lapsed(name, event.title) };
}

/** Staff answered a request. */
export function answeredNotice(code: string, text: string): Reply {
  return { text: `${texts.answered(code)}\n${text}`, choices: [FOLLOW] };
}

/** The day before. */
export function reminderNotice(event: EventView, { code, attendees }: Notified): Reply {
  return {
    text: [
      texts.reminder(event.title),
      ...sessionLines(event),
      texts.attendees(namesOf(attendees), code),
      texts.cannotCome,
    ].join("\n"),
    choices: [MANAGE],
    template: { name: "class_reminder", data: reminderFields(event, code) },
  };
}

/** Nobody's name: a form of words that a platform keeps says which class, when, where. */
function reminderFields({ title, sessions }: EventView, code: string): ReplyTemplate["data"] {
  const [first] = sessions;
  return {
    ten_lop: title,
    thoi_gian: first ? `${timeOf(first.startsAt)} ${dayOf(first.startsAt)}` : "",
    dia_diem: first?.place ?? "",
    ma_dang_ky: code,
  };
}

/**
 * Everyone says again whether they come; `event` has the new sessions, or none. Words can be typed for one person;
 * several are answered for one by one, in the registration itself.
 */
export function postponedNotice(event: EventView, { attendees }: Notified): Reply {
  const when = event.sessions.length > 0 ? [texts.newTime, ...sessionLines(event)] : [texts.noNewTime];
  const asked = attendees.length > MOST_ASKED ? [] : attendees;
  const words = (typed: string) => (attendees.length === 1 ? { typed } : {});
  return {
    text: [texts.postponed(event.title), ...when, texts.stillComing(namesOf(attendees))].join("\n"),
    choices: [
      ...asked.flatMap(({ id, name }): Choice[] => [
        {
          label: texts.comes(name),
          value: offerChoice({ attendeeId: id, accept: true }),
          ...words(offerWords.comes(event.keyword)),
        },
        {
          label: texts.doesNotCome(name),
          value: offerChoice({ attendeeId: id, accept: false }),
          ...words(offerWords.doesNotCome(event.keyword)),
        },
      ]),
      MANAGE,
    ],
  };
}

export function cancelledNotice(event: EventView, { code }: Notified): Reply {
  return { text: [texts.eventCancelled(event.title), texts.cancelledCode(code)].join("\n") };
}

/** Nobody wrote for a while, or nobody of the staff came. */
export function holdOverNotice(was: HoldState): Reply {
  return { text: was === "waiting_staff" ? texts.nobodyCame : texts.holdOver };
}

function sessionLines({ sessions }: EventView): string[] {
  return sessions.map(({ startsAt, endsAt, place }) =>
    texts.session(timeOf(startsAt), timeOf(endsAt), dayOf(startsAt), place),
  );
}

function namesOf(attendees: readonly Person[]): string {
  return attendees.map(({ name }) => name).join(", ");
}

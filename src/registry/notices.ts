import type { Choice, Reply, ReplyFile, ReplyTemplate } from "../conversation/reply.ts";
import { dayOf, momentOf, timeOf } from "../dialogue/when.ts";
import { addChoice } from "./add-choice.ts";
import { noticeTexts as texts } from "./notice-texts.ts";
import { offerChoice, offerWords } from "./offer-choice.ts";
import type { Citation } from "../answer/answer.ts";
import type { Rating } from "./gaps.ts";
import { passOnChoice } from "./pass-on-choice.ts";
import type { HoldState } from "./states.ts";
import { STOP_CHOICE } from "./stop-choice.ts";
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

/** Enough to remember what one asked. */
const LONGEST_QUOTED = 160;

/** More buttons than these are no help. */
const MOST_ASKED = 4;

const MANAGE: Choice = {
  label: texts.manage,
  value: "go:my_registrations",
  typed: texts.manageWords,
};

const FOLLOW: Choice = { label: texts.follow, value: "go:my_requests", typed: texts.followWords };

/** A seat became free for somebody who waits. */
export function offerNotice(event: EventView, person: Person, until: Date): Reply {
  return offered(texts.offer(person.name, event.title), event, person, until);
}

/** Nobody has said yet whether they take it. */
export function offerEndsNotice(event: EventView, person: Person, until: Date): Reply {
  return offered(texts.offerEnds(person.name, event.title), event, person, until);
}

function offered(first: string, event: EventView, { id }: Pick<Person, "id">, until: Date): Reply {
  return {
    text: [first, ...sessionLines(event), texts.offerUntil(momentOf(until))].join("\n"),
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

/** Staff cannot go on without something that the person knows. */
export function infoNeededNotice(code: string, text: string): Reply {
  return {
    text: [texts.infoNeeded(code), text, texts.howToAdd].join("\n"),
    choices: [{ label: texts.addInfo, value: addChoice(code) }, FOLLOW],
  };
}

export function forwardedNotice(code: string, agency: string, text: string): Reply {
  return { text: [texts.forwarded(code, agency), text].filter(Boolean).join("\n"), choices: [FOLLOW] };
}

/** A refusal says why, and on what it rests. */
export function refusedNotice(code: string, reason: string, basis: string): Reply {
  return {
    text: [texts.refused(code, reason), texts.basis(basis), texts.ifNotAgreed].join("\n"),
    choices: [FOLLOW],
  };
}

export function reopenedNotice(code: string, dueAt: Date, text: string): Reply {
  return { text: [texts.reopened(code, dayOf(dueAt)), text].filter(Boolean).join("\n"), choices: [FOLLOW] };
}

export function mergedNotice(code: string, into: string): Reply {
  return { text: texts.merged(code, into), choices: [FOLLOW] };
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

/** To those who asked for it. What it rests on, and whether that still holds, is said with it. */
export function feeNotice(lastDay: Date, basis: Citation): Reply {
  return {
    text: [texts.feeDue(dayOf(lastDay)), texts.feePaid, texts.feeStop].join("\n"),
    choices: [STOP_CHOICE],
    citations: [basis],
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

export function cancelledNotice(event: EventView, { code }: Notified, reason: string): Reply {
  return {
    text: [
      texts.eventCancelled(event.title),
      ...(reason === "" ? [] : [texts.cancelReason(reason)]),
      texts.cancelledCode(code),
    ].join("\n"),
  };
}

/** Staff gave away somebody's place, as that person or the enterprise asked. */
export function releasedNotice(event: EventView, { name }: Pick<Person, "name">): Reply {
  return { text: texts.released(name, event.title), choices: [MANAGE] };
}

/** Staff decided about a place that was asked for. */
export function decidedNotice(
  event: EventView,
  { name }: Pick<Person, "name">,
  to: "confirmed" | "waiting" | "rejected",
): Reply {
  const words = { confirmed: texts.placeConfirmed, waiting: texts.placeWaits, rejected: texts.placeRejected };
  const isOn = to !== "rejected";
  return {
    text: [words[to](name, event.title), ...(isOn ? sessionLines(event) : [])].join("\n"),
    ...(isOn && { choices: [MANAGE] }),
  };
}

/** Somebody now goes to another class. */
export function movedNotice(
  from: Pick<EventView, "title">,
  to: EventView,
  { name, code, isSeated }: { name: string; code: string; isSeated: boolean },
): Reply {
  return {
    text: [
      texts.moved(name, from.title, to.title),
      ...sessionLines(to),
      isSeated ? texts.movedSeated(code) : texts.movedWaits(code),
    ].join("\n"),
    choices: [MANAGE],
  };
}

/** A certificate was given out. `link` is null where this service does not know its own address. */
export function certificateNotice(
  { title }: Pick<EventView, "title">,
  { name, certificateNo }: { name: string; certificateNo: string },
  link: string | null,
): Reply {
  return {
    text: [
      texts.certificate(name, title),
      texts.certificateNo(certificateNo),
      link === null ? texts.certificateAsk : texts.certificateLink(link),
    ].join("\n"),
  };
}

/** A person talks from now on, and not the bot. */
export function staffJoinedNotice(insteadOf: "the bot" | "a colleague"): Reply {
  return { text: insteadOf === "the bot" ? texts.staffJoined : texts.otherStaffJoined };
}

/** Staff gave the conversation back. */
export function staffDoneNotice(was: HoldState): Reply {
  return { text: was === "waiting_staff" ? texts.nobodyComes : texts.staffDone };
}

/** What staff say, as it is; a file alone has words as well. */
export function staffWords(text: string, files: readonly ReplyFile[]): Reply {
  const said = text.trim() === "" ? texts.staffFiles(files.map(({ name }) => name).join(", ")) : text;
  return { text: said, ...(files.length > 0 && { files }) };
}

/** Thanks for a rating; after a bad one a person may take over. */
export function ratedNotice(rating: Rating, questionId: string): Reply {
  if (rating === "good") return { text: texts.ratedGood };
  return { text: texts.ratedBad, choices: [{ label: texts.passOn, value: passOnChoice(questionId) }] };
}

/** Staff found an answer to what could not be answered. */
export function nowAnsweredNotice(
  asked: { question: string; askedAt: Date },
  answer: string,
  citation: Citation,
): Reply {
  const question =
    asked.question.length > LONGEST_QUOTED ? `${asked.question.slice(0, LONGEST_QUOTED)}…` : asked.question;
  return {
    text: `${texts.nowAnswered(dayOf(asked.askedAt), question)}\n${answer}`,
    citations: [citation],
  };
}

/** Nobody wrote for a while, or nobody of the staff came. */
export function holdOverNotice(was: HoldState): Reply {
  return { text: was === "waiting_staff" ? texts.nobodyCame : texts.holdOver };
}

/** When and where, a line a session. */
export function sessionLines({ sessions }: Pick<EventView, "sessions">): string[] {
  return sessions.map(({ startsAt, endsAt, place }) =>
    texts.session(timeOf(startsAt), timeOf(endsAt), dayOf(startsAt), place),
  );
}

function namesOf(attendees: readonly Person[]): string {
  return attendees.map(({ name }) => name).join(", ");
}

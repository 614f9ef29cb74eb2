import type { AnnouncementWords } from "../../announce/announcement.ts";
import { EVERYBODY, type AudienceFilter } from "../../announce/audience.ts";
import type { AnnounceOutcome } from "../../announce/orders.ts";
import type { Reach } from "../../announce/reach.ts";
import { reasonInWords } from "../../announce/reasons.ts";
import type { ShownMessage } from "../../conversation/channel.ts";
import type { CommandOutcome } from "../../registry/commands.ts";
import type { Concluded, Dialogue, Step } from "../dialogue.ts";
import { createForm } from "../form.ts";
import { announcementTexts as texts } from "./announcement-texts.ts";
import {
  audienceInWords,
  bodyField,
  eventField,
  historyField,
  ofField,
  readWords,
  titleField,
  topicsField,
  whomField,
  type AnnouncementAnswers as Answers,
} from "./fields.ts";

type Under = (text: string) => Required<Concluded>;

/**
 * Staff write an announcement where they are, see it as people will, and hand it in for approval. Nothing is stored as an
 * announcement before that. `{ words }` is what was typed behind the command.
 */
export const announcement: Dialogue = {
  ...createForm<Answers>({
    name: "announcement",
    version: 1,
    fields: [titleField, bodyField, eventField, whomField, topicsField, historyField, ofField],
    start({ announces }, start) {
      // Of others nobody learns here that staff can do more.
      if (announces !== true)
        return { refuse: { text: texts.nothingHere, choices: [{ label: texts.menu, value: "go:menu" }] } };
      const { words, mistake } = readWords(wordsIn(start));
      return { answers: words, note: [texts.opening, mistake].filter(Boolean).join("\n") };
    },
    obstacle: (_answers, { announces }) => (announces === true ? null : texts.notStaff),
    summary: texts.summary,
    send: texts.send,
    giveUp: texts.giveUp,
    cancelled: texts.cancelled,
    look: (answers, _context, under) =>
      ordered("look", answers, (outcome) => looked(outcome, answers, under)),
    submit: (answers, _context, reopen) =>
      ordered("submit", answers, (outcome) => submitted(outcome, answers, reopen)),
  }),
  writesForOthers: true,
};

function ordered(
  kind: "look" | "submit",
  answers: Answers,
  conclude: (outcome: AnnounceOutcome) => Concluded,
): Step {
  return {
    kind: "do",
    command: { kind: "announce", order: { kind, words: wordsFrom(answers) } },
    conclude: (outcome: CommandOutcome) =>
      outcome.kind === "announce" ? conclude(outcome.outcome) : { reply: { text: texts.notDone } },
  };
}

function looked(outcome: AnnounceOutcome, answers: Answers, under: Under): Concluded {
  switch (outcome.kind) {
    case "looked":
      return under(
        [...shown(outcome.channel, outcome.messages), ...counted(outcome.reach, answers)].join("\n"),
      );
    case "invalid":
      return under(texts.invalid(outcome.mistakes));
    case "not_staff":
      return { reply: { text: texts.notStaff } };
    case "submitted":
      return { reply: { text: texts.notDone } };
  }
}

function submitted(outcome: AnnounceOutcome, { title }: Answers, reopen: Under): Concluded {
  switch (outcome.kind) {
    case "submitted":
      return { reply: { text: [texts.submitted(title), outcome.link].filter(Boolean).join("\n") } };
    case "invalid":
      return reopen(texts.invalid(outcome.mistakes));
    case "not_staff":
      return { reply: { text: texts.notStaff } };
    case "looked":
      return { reply: { text: texts.notDone } };
  }
}

/** The messages between rules, so that nobody takes them for something said to them. */
function shown(channel: string, messages: readonly ShownMessage[]): readonly string[] {
  const inWords = messages.map(({ text, buttons, file }) =>
    [text, buttons.map(texts.button).join(" "), file === null ? "" : texts.file(file)]
      .filter(Boolean)
      .join("\n"),
  );
  return [texts.previewOn(channel), ...inWords.flatMap((one) => [texts.rule, one]), texts.rule];
}

function counted(reach: Reach, answers: Answers): readonly string[] {
  const channels = reach.byChannel.map(({ channel, count }) => texts.onChannel(channel, count)).join(", ");
  const reasons = reach.unreachable
    .map(({ reason, count }) => texts.because(count, reasonInWords(reason)))
    .join("; ");
  return [
    texts.audienceLine(audienceInWords(answers)),
    texts.total(reach.total),
    texts.reachable(reach.reachable, channels),
    ...(reach.whenTheyWrite > 0 ? [texts.whenTheyWrite(reach.whenTheyWrite)] : []),
    ...(reasons === "" ? [] : [texts.unreachable(reasons)]),
  ];
}

function wordsFrom(answers: Answers): AnnouncementWords {
  const { title, body, event } = answers;
  return {
    ...{ title, body, eventId: event?.id ?? null, audience: audienceFrom(answers) },
    ...{ link: null, scheduledAt: null, expiresAt: null },
  };
}

function audienceFrom({ whom, topics, history, of }: Answers): AudienceFilter {
  switch (whom) {
    case "everybody":
      return EVERYBODY;
    case "topics":
      return { ...EVERYBODY, topics };
    case "classes":
      return { ...EVERYBODY, classes: { kind: history, eventIds: of ? [of.id] : [] } };
  }
}

function wordsIn(start: unknown): string {
  if (typeof start !== "object" || start === null || !("words" in start)) return "";
  return typeof start.words === "string" ? start.words : "";
}

import type { Content } from "../conversation/message.ts";
import type { Choice, Reply } from "../conversation/reply.ts";
import { RELEASE, TAKE } from "./read-order.ts";
import { roomTexts as texts } from "./texts.ts";

export const takeButton: Choice = { label: texts.take, value: TAKE };
export const releaseButton: Choice = { label: texts.release, value: RELEASE };

/** A person as staff are told of them. */
export interface Asking {
  name: string | null;
  /** where staff see all of it; null where no address is set */
  link: string | null;
}

/** One message on every platform, so that a reply to it is a reply to all of it. */
const LONGEST_WORDS = 1_500;

export function nameOf({ name }: Pick<Asking, "name">): string {
  return name ?? texts.person;
}

/** Somebody waits. `words` null: an installation that keeps them out of the group. */
export function waitingNotice(asking: Asking, code: string, words: string | null): Reply {
  return notice(
    [texts.waiting(nameOf(asking), code), quoted(words), texts.howToAnswer, asking.link],
    [takeButton],
  );
}

export function stillWaitingNotice(asking: Asking, minutes: number): Reply {
  return notice([texts.stillWaiting(nameOf(asking), minutes), texts.howToAnswer, asking.link], [takeButton]);
}

/** A message of somebody who waits, or is talked to. */
export function saidNotice(asking: Asking, words: string | null): Reply {
  const head = `${texts.said(nameOf(asking))} ${words === null ? texts.wordsKept : cut(words)}`;
  return notice([head, words === null ? asking.link : null], []);
}

/** `by` and `from` are names of staff. */
export function takenNotice(by: string, asking: Asking): Reply {
  return notice([texts.taken(by, nameOf(asking)), asking.link], [releaseButton]);
}

export function takenOverNotice(by: string, from: string, asking: Asking): Reply {
  return notice([texts.takenOver(by, from, nameOf(asking)), asking.link], [releaseButton]);
}

export type Ended = "released" | "left" | "idle";

/** The bot answers again: staff gave it back, the person did not wait any more, or nobody wrote for long. */
export function endedNotice(how: Ended, asking: Asking): Reply {
  return notice([ENDED[how](nameOf(asking))], [takeButton]);
}

const ENDED: Readonly<Record<Ended, (person: string) => string>> = {
  released: texts.released,
  left: texts.leftByPerson,
  idle: texts.idle,
};

/** To those who may approve it, in their own chats. */
export function submittedNotice({
  title,
  author,
  link,
}: {
  title: string;
  author: string;
  link: string | null;
}): Reply {
  return notice([texts.announcementWaits(author, title), texts.announcementHow, link], []);
}

/** What was written, as words that stand in another chat. */
export function wordsOf(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "files":
      return [content.text, texts.files(content.files.map(({ name }) => name).join(", "))]
        .filter(Boolean)
        .join("\n");
    case "choice":
      return texts.pressed;
    case "unreadable":
      return texts.unreadable(content.what);
  }
}

function notice(lines: readonly (string | null)[], choices: readonly Choice[]): Reply {
  return { text: lines.filter(Boolean).join("\n"), choices };
}

function quoted(words: string | null): string | null {
  return words === null || words.trim() === "" ? null : `“${cut(words)}”`;
}

function cut(words: string): string {
  const all = Array.from(words.trim());
  return all.length <= LONGEST_WORDS ? all.join("") : `${all.slice(0, LONGEST_WORDS).join("")}…`;
}

import type { CommandOutcome } from "../registry/commands.ts";
import type { StaffRoom } from "../staffroom/port.ts";
import { announcementIn } from "../staffroom/announcing.ts";
import { mayConcernStaff, readOrder } from "../staffroom/read-order.ts";
import { replyOn } from "../staffroom/replies.ts";
import type { IncomingMessage } from "./message.ts";
import type { ClaimedMessage, Response } from "./conversations.ts";
import type { Reply } from "./reply.ts";
import { roomTexts } from "../staffroom/texts.ts";
import { texts } from "./texts.ts";

/** The dialogue in which staff write announcements. */
export const ANNOUNCEMENT = "announcement";

/** Whether who wrote may draft announcements; looked up only where that is what they do. */
export async function mayAnnounce(
  room: StaffRoom,
  { message, conversation: { state } }: ClaimedMessage,
): Promise<boolean> {
  if (message.isGroup) return false;
  const isAtIt = [state.form, ...state.suspended].some((form) => form?.name === ANNOUNCEMENT);
  return (isAtIt || asksToAnnounce(message)) && room.mayAnnounce(message);
}

function asksToAnnounce({ content }: IncomingMessage): boolean {
  return content.kind === "text" && announcementIn(content.text) !== null;
}

/** What is answered where staff work; null for a message like any other. */
export async function respondToStaff(
  room: StaffRoom,
  { message, conversation: { state } }: ClaimedMessage,
): Promise<Response | null> {
  if (!mayConcernStaff(message)) return null;
  const saying = (...replies: Reply[]) => ({ state, replies });
  if (message.isGroup && asksToAnnounce(message)) {
    // To others it is a word of another bot's.
    const said = (await room.mayAnnounce(message)) ? [{ text: roomTexts.announceInPrivate }] : [];
    return { command: null, conclude: () => saying(...said) };
  }
  const read = readOrder(message, await room.standing(message));
  switch (read.kind) {
    case "not_ours":
      return null;
    case "silent":
      return { command: null, conclude: () => saying() };
    case "say":
      return { command: null, conclude: () => saying({ text: read.text }) };
    case "order":
      return {
        command: { kind: "staff_room", order: read.order },
        conclude: (outcome) => saying(wordsOn(outcome)),
      };
  }
}

function wordsOn(outcome: CommandOutcome | null): Reply {
  return outcome?.kind === "staff_room" ? replyOn(outcome.outcome) : { text: texts.notDone };
}

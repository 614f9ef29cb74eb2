import type { CommandOutcome } from "../registry/commands.ts";
import type { StaffRoom } from "../staffroom/port.ts";
import { mayConcernStaff, readOrder } from "../staffroom/read-order.ts";
import { replyOn } from "../staffroom/replies.ts";
import type { ClaimedMessage, Response } from "./conversations.ts";
import type { Reply } from "./reply.ts";
import { texts } from "./texts.ts";

/** What is answered where staff work; null for a message like any other. */
export async function respondToStaff(
  room: StaffRoom,
  { message, conversation: { state } }: ClaimedMessage,
): Promise<Response | null> {
  if (!mayConcernStaff(message)) return null;
  const read = readOrder(message, await room.standing(message));
  const saying = (...replies: Reply[]) => ({ state, replies });
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

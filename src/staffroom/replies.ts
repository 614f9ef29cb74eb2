import type { Reply } from "../conversation/reply.ts";
import type { RoomOutcome } from "./orders.ts";
import { LARGEST_FILES } from "./limits.ts";
import { releaseButton, takeButton } from "./notices.ts";
import { roomTexts as texts } from "./texts.ts";

/** What is said to the one who ordered it. */
export function replyOn(outcome: RoomOutcome): Reply {
  switch (outcome.kind) {
    case "group_linked":
      return { text: texts.groupLinked };
    case "member_linked":
      return { text: texts.memberLinked(outcome.name) };
    case "code_refused":
      return { text: texts.codeRefused };
    case "wrong_place":
      return { text: texts.wrongPlace[outcome.wanted] };
    case "account_taken":
      return { text: texts.accountTaken };
    case "not_staff":
      return { text: texts.notStaff };
    case "taken":
      return { text: texts.taken(outcome.by, outcome.person), choices: [releaseButton] };
    case "answered":
      return outcome.took
        ? { text: texts.takenAndSent(outcome.by, outcome.person), choices: [releaseButton] }
        : { text: texts.sent };
    case "released":
      return { text: texts.released(outcome.person), choices: [takeButton] };
    case "held_by_other":
      return { text: texts.heldByOther(outcome.by) };
    case "not_held":
      return { text: texts.notHeld };
    case "too_large":
      return { text: texts.tooLarge(LARGEST_FILES / 1_000_000) };
    case "nothing_there":
      return { text: texts.nothingThere };
    case "which":
      return { text: texts.which };
  }
}

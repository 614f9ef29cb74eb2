import { dayOf } from "../dialogue/when.ts";
import type { Rating } from "../registry/gaps.ts";
import { ratedNotice } from "../registry/notices.ts";
import { readPassOnChoice } from "../registry/pass-on-choice.ts";
import type { ConversationState } from "./conversations.ts";
import type { Forms } from "./forms.ts";
import type { Hearing, Result } from "./hearing.ts";
import { texts } from "./texts.ts";

/** What the person thinks of their last answer. */
export function rates({ state }: Hearing, rating: Rating): Result {
  return {
    state,
    replies: [],
    does: {
      command: { kind: "rate", rating },
      conclude: (outcome) => ({
        state,
        replies: [
          outcome.kind === "rated"
            ? ratedNotice(outcome.rating, outcome.questionId)
            : { text: texts.nothingToRate },
        ],
      }),
    },
  };
}

/** A question that was answered badly goes to a person. */
export function passesOnRated(hearing: Hearing, questionId: string, forms: Pick<Forms, "goingOn">): Result {
  const { state } = hearing;
  return {
    state,
    replies: [],
    does: {
      command: { kind: "pass_on_rated", questionId },
      conclude: (outcome) => ({
        state,
        replies: [
          forms.goingOn(
            hearing,
            outcome.kind === "passed_on" ? texts.passedOn(outcome.code, dayOf(outcome.dueAt)) : texts.notDone,
          ),
        ],
      }),
    },
  };
}

/** The badly answered question that the last menu offers to pass on. */
export function offeredLast({ menu }: ConversationState): string | null {
  const [first] = menu?.choices ?? [];
  return first ? readPassOnChoice(first.value) : null;
}

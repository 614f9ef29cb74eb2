import { dayOf, timeOf } from "../dialogue/when.ts";
import type { CommandOutcome } from "../registry/commands.ts";
import type { Forms } from "./forms.ts";
import { say, type Hearing, type Result } from "./hearing.ts";
import type { Reply } from "./reply.ts";
import { texts } from "./texts.ts";

type GoesOn = Pick<Forms, "goingOn">;

/** "Gặp cán bộ": the bot falls silent where somebody is on duty. */
export function callStaff(hearing: Hearing, forms: GoesOn): Result {
  const { claimed, state } = hearing;
  const { content } = claimed.message;
  const lastWords = [...state.questions.slice(-2), content.kind === "text" ? content.text : ""]
    .filter(Boolean)
    .join("\n");
  return {
    state,
    replies: [],
    does: {
      command: { kind: "call_staff", lastWords, hold: !claimed.message.isGroup },
      conclude: (outcome) => ({
        state,
        replies: [
          outcome.kind === "staff_called" ? called(hearing, outcome, forms) : { text: texts.notDone },
        ],
      }),
    },
  };
}

function called(
  hearing: Hearing,
  outcome: Extract<CommandOutcome, { kind: "staff_called" }>,
  forms: GoesOn,
): Reply {
  const { code, waits, nextDutyAt, dueAt } = outcome;
  if (waits) {
    return {
      text: texts.staffCalled(code),
      choices: [{ label: "Thôi chờ, hỏi tiếp", value: "go:leave_staff" }],
    };
  }
  const when =
    nextDutyAt === null
      ? texts.officeHours(hearing.context.calendar.hoursInWords)
      : texts.nextDuty(timeOf(nextDutyAt), dayOf(nextDutyAt));
  return forms.goingOn(hearing, texts.staffAway(code, when, dayOf(dueAt)));
}

export function leaveStaff(hearing: Hearing, forms: GoesOn): Result {
  const { state } = hearing;
  return {
    state,
    replies: [],
    does: {
      command: { kind: "leave_staff" },
      conclude: () => ({ state, replies: [forms.goingOn(hearing, texts.staffLeft)] }),
    },
  };
}

/** The question that could not be answered goes to a person. */
export function passOn(hearing: Hearing, forms: GoesOn & Pick<Forms, "again">): Result {
  const { state } = hearing;
  const question = state.unanswered;
  const next = { ...state, unanswered: null };
  if (question === null) return say(hearing, forms.again(hearing, texts.staleMenu));
  return {
    state: next,
    replies: [],
    does: {
      command: { kind: "pass_on", question, reason: "no_basis" },
      conclude: (outcome) => ({
        state: next,
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

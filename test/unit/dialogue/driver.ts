import { toldByChoice } from "../../../src/dialogue/menu/commands.ts";
import type { Input, Step, Dialogue, DialogueContext } from "../../../src/dialogue/dialogue.ts";
import type { Reply } from "../../../src/conversation/reply.ts";

/** Talks to a dialogue the way the conversation layer does; the state goes through JSON each time. */
export function talkTo(dialogue: Dialogue, context: DialogueContext) {
  let state: unknown;
  let last: Step;

  function took(step: Step): Step {
    if (step.kind === "ask") state = JSON.parse(JSON.stringify(step.state)) as unknown;
    last = step;
    return step;
  }
  const talk = {
    begin: (start?: unknown) => took(dialogue.begin(context, start)),
    type: (text: string) => took(dialogue.advance(state, { kind: "text", text }, context)),
    give: (input: Input) => took(dialogue.advance(state, input, context)),
    /** presses the button with this label */
    press(label: string): Step {
      const choice = replyOf(last).choices?.find((one) => one.label === label);
      if (!choice) throw new Error(`no button "${label}" among: ${labelsOf(replyOf(last)).join(" | ")}`);
      const told = toldByChoice(choice.value);
      if (told?.kind === "go" && told.to === dialogue.name) return took(dialogue.begin(context, told.start));
      return took(dialogue.advance(state, { kind: "choice", value: choice.value }, context));
    },
    back(): Step | null {
      const step = dialogue.back(state, context);
      return step && took(step);
    },
    resume: () => dialogue.resume(state, context),
    typed: () => dialogue.typed(state, context),
    text: () => replyOf(last).text,
    labels: () => labelsOf(replyOf(last)),
    last: () => last,
    state: () => state,
  };
  return talk;
}

export function replyOf(step: Step): Reply {
  if (step.kind === "ask" || step.kind === "leave" || step.kind === "not_understood") return step.reply;
  throw new Error(`a step of kind ${step.kind} says nothing`);
}

function labelsOf({ choices }: Reply): string[] {
  return (choices ?? []).map(({ label }) => label);
}

/** What people and machines send that no form waits for. */
export const ODD_INPUTS: readonly Input[] = [
  ...[
    "",
    " ",
    "0",
    "-1",
    "999999999999999999999999",
    "🙂🙂🙂",
    "'; DROP TABLE contact; --",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "x".repeat(5000),
    "\u0000\u200b\ufeff",
    "constructor",
    "__proto__",
    "toString",
    "want:constructor",
    "size:__proto__",
    "NaN",
    "1/1/1900",
    "không rõ",
    "a\nb\nc",
  ].flatMap((text): Input[] => [
    { kind: "text", text },
    { kind: "choice", value: text },
  ]),
  { kind: "files", files: [], text: "" },
  {
    kind: "files",
    files: [{ id: "f1", name: "a.pdf", mediaType: "application/pdf", bytes: 3 }],
    text: "xem",
  },
];

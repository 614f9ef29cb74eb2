import type { Answer, Citation } from "../answer/answer.ts";
import { texts as answerTexts } from "../answer/texts.ts";
import { basisInFull } from "./plain-text.ts";
import type { Choice, Reply } from "./reply.ts";
import { texts } from "./texts.ts";

const MOST_SUGGESTIONS = 4;

/** value of the choice that shows the words of the basis */
export const SEE_BASIS = "basis";

/** Whether the answer offers to ask a person. */
export function passOnOf(answer: Answer): boolean {
  return answer.outcome === "unanswerable" && answer.text.includes(answerTexts.passOn);
}

/** An answer as a chat message: conclusion and cautions in words, the basis as citations, what to ask next as choices. */
export function answerReply(answer: Answer, offersPerson: boolean): Reply {
  const suggestions = answer.suggestions
    .slice(0, MOST_SUGGESTIONS)
    .map((label): Choice => ({ label, value: "ask" }));
  const choices: readonly Choice[] = [
    ...suggestions,
    ...(offersPerson ? [{ label: texts.passOn, value: "pass_on" }] : []),
    // Most channels have room for the names of the basis only; its words are one step away.
    ...(answer.citations.length > 0
      ? [{ label: texts.seeBasis, value: SEE_BASIS, shows: "basis" } as const]
      : []),
  ];
  const listed = new Set(answer.suggestions.map((suggestion) => `- ${suggestion}`));
  const lines = answer.conclusion.split("\n");
  const text = lines
    // What can be picked need not be listed as well, nor announced.
    .filter(
      (line, at) => !listed.has(line) && !(line === answerTexts.nearest && listed.has(lines[at + 1] ?? "")),
    )
    .join("\n");
  return {
    text: [text, ...answer.cautions].join("\n\n"),
    ...(choices.length > 0 ? { choices } : {}),
    ...(answer.citations.length > 0 ? { citations: answer.citations } : {}),
  };
}

/** The basis of an answer, with the words relied on. */
export function basisWords(citations: readonly Citation[]): string {
  return [texts.basisOfAnswer, ...basisInFull(citations)].join("\n\n");
}

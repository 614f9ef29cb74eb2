import type { Outcome } from "../../answer/answer.ts";
import type { ListFile } from "../kit/list-export.ts";
import { channelInWords, countsInWords, OUTCOMES, RATINGS } from "../question-words.ts";
import type { GapGroup } from "./port.ts";
import { gapTexts as texts } from "./texts.ts";

export const GAP_FILE: ListFile<GapGroup> = {
  what: "gaps.exported",
  title: texts.title,
  fileName: "cau-chua-tra-loi",
  columns: [
    { kind: "text", header: texts.question, width: 60, value: ({ samples }) => samples.join("\n") },
    { kind: "number", header: texts.count, value: ({ count }) => count },
    { kind: "moment", header: texts.lastAsked, value: ({ lastAsked }) => lastAsked },
    {
      kind: "text",
      header: texts.channels,
      value: ({ channels }) => countsInWords(channels, channelInWords),
    },
    {
      kind: "text",
      header: texts.why,
      value: ({ outcomes }) => countsInWords(outcomes, (one) => OUTCOMES[one as Outcome]),
    },
  ],
};

export function gapQuestionFile({ key }: GapGroup): ListFile<GapGroup["questions"][number]> {
  return {
    what: "gap_questions.exported",
    about: key,
    title: texts.questions,
    fileName: "cau-hoi-trong-nhom",
    columns: [
      { kind: "text", header: texts.question, width: 60, value: ({ question }) => question },
      { kind: "moment", header: texts.asked, value: ({ askedAt }) => askedAt },
      { kind: "text", header: texts.channels, value: ({ channel }) => channelInWords(channel) },
      { kind: "text", header: texts.why, value: ({ outcome }) => OUTCOMES[outcome] },
      { kind: "text", header: texts.rating, value: ({ rating }) => rating && RATINGS[rating] },
    ],
  };
}

import type { ListFile } from "../kit/list-export.ts";
import { channelInWords, GAP_STATES, OUTCOMES, questionInWords, RATINGS } from "../question-words.ts";
import type { QuestionLine } from "./port.ts";
import { questionTexts as texts } from "./texts.ts";

export const QUESTION_FILE: ListFile<QuestionLine> = {
  what: "questions.exported",
  title: texts.title,
  fileName: "cau-da-hoi",
  columns: [
    { kind: "text", header: texts.question, width: 60, value: ({ question }) => questionInWords(question) },
    { kind: "moment", header: texts.asked, value: ({ askedAt }) => askedAt },
    { kind: "text", header: texts.outcome, value: ({ outcome }) => OUTCOMES[outcome] },
    { kind: "text", header: texts.topic, value: ({ topic }) => topic },
    { kind: "text", header: texts.channel, value: ({ channel }) => channelInWords(channel) },
    { kind: "text", header: texts.rating, value: ({ rating }) => rating && RATINGS[rating] },
    { kind: "text", header: texts.gap, value: ({ gap }) => gap && GAP_STATES[gap] },
  ],
};

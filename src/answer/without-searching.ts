import { MAX_QUESTION_LENGTH, type Answer } from "./answer.ts";
import { byWords, ending, fromStaff, type Ended } from "./endings.ts";
import { refusalFor } from "./guard.ts";
import { hear } from "./hear.ts";
import type { AnswererParts } from "./parts.ts";
import { smallTalkReply } from "./small-talk.ts";
import { spoken } from "./spoken.ts";
import { SUGGESTED_QUESTIONS, texts } from "./texts.ts";
import { staffTrace, traceOf, type Route, type Trace } from "./trace.ts";

/** As like as this, staff answered the very question. */
const SAME_QUESTION = 0.7;

/** What the words of a message alone decide. */
export interface Heeded {
  /** null where the documents must be asked */
  ended: Ended | null;
  /** the question with its diacritics put back, as far as it could be read */
  restored: string;
  /** written in another language, which a model may be able to read */
  isForeign: boolean;
}

/** Endings that need no documents: unreadable input, refusals, small talk, what staff answered, foreign subjects. */
export function withoutSearching(parts: AnswererParts, question: string): Heeded {
  const heard = hear(question, (word) => parts.retriever.knows(word));
  const unreadable = (...answer: Parameters<typeof ending>): Heeded => ({
    ended: byWords("unreadable", question, ending(...answer), { rule: heard.kind }),
    restored: "",
    isForeign: heard.kind === "not_vietnamese",
  });
  switch (heard.kind) {
    case "empty":
      return unreadable(question, "clarify", texts.empty, SUGGESTED_QUESTIONS);
    case "no_words":
      return unreadable(question, "unanswerable", texts.noWords, SUGGESTED_QUESTIONS);
    case "too_long":
      return unreadable("", "clarify", texts.tooLong(heard.length, MAX_QUESTION_LENGTH));
    case "not_vietnamese":
      return unreadable(question, "unanswerable", texts.notVietnamese, SUGGESTED_QUESTIONS);
    case "words": {
      const restored = parts.retriever.restore(heard.text);
      const ended = decidedByWords(parts, question, heard.text, restored);
      return { ended, restored, isForeign: false };
    }
  }
}

function decidedByWords(
  parts: AnswererParts,
  question: string,
  heard: string,
  restored: string,
): Ended | null {
  const said = spoken(heard, restored);
  const decided = (route: Route, rule: string | null, answer: Answer, more: Partial<Trace> = {}) =>
    byWords(route, heard, answer, { rule, restored, ...more });

  const refusal = refusalFor(said);
  if (refusal) return decided("refused", refusal.rule, ending(question, "blocked", refusal.reply));
  const reply = smallTalkReply(said);
  if (reply) return decided("small_talk", null, ending(question, "answered", reply, SUGGESTED_QUESTIONS, 1));
  const near = parts.staffAnswers.like(restored, parts.today());
  const staff = staffTrace(near);
  const [likest] = near;
  if (likest && likest.likeness >= SAME_QUESTION)
    return fromStaff(question, likest, parts.today(), traceOf("staff_answer", heard, { restored, staff }));
  const foreign = parts.foreignTopics.topicOf(said);
  if (foreign) {
    const answer = ending(question, "unanswerable", texts.outOfScope(foreign.hint), SUGGESTED_QUESTIONS);
    return decided("foreign", foreign.name, answer, { staff });
  }
  const place = parts.elsewhere.placeOf(said);
  if (place === null) return null;
  return decided("elsewhere", place, ending(question, "unanswerable", texts.elsewhere(place)), { staff });
}

import type { Library } from "../knowledge/library.ts";
import type { IsoDate } from "../knowledge/document.ts";
import { MAX_QUESTION_LENGTH, type Answer, type Answerer } from "./answer.ts";
import { compose } from "./compose.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { byWords, ending, fromStaff, notVerified, unanswerable, type Ended } from "./endings.ts";
import type { ForeignTopics } from "./foreign-topics.ts";
import { refusalFor } from "./guard.ts";
import { hear } from "./hear.ts";
import type { Evidence, Judge } from "./judge.ts";
import { clarifications, namesUnknownDocument } from "./meanings.ts";
import { rank } from "./rank.ts";
import { fatesOf } from "./repealed.ts";
import type { Passage, Retrieved, Retriever } from "./retriever.ts";
import { smallTalkReply } from "./small-talk.ts";
import { spoken } from "./spoken.ts";
import type { StaffAnswers } from "./staff-answers.ts";
import { SUGGESTED_QUESTIONS, texts } from "./texts.ts";
import {
  droppedTrace,
  foundTrace,
  judgedTrace,
  saidTrace,
  searchTrace,
  staffTrace,
  traceOf,
  type Decision,
  type Explained,
  type Route,
  type Trace,
} from "./trace.ts";
import { namesNoSubject, readings, type Understood } from "./understand.ts";

export interface AnswererParts {
  library: Library;
  retriever: Retriever;
  judge: Judge;
  foreignTopics: ForeignTopics;
  elsewhere: Elsewhere;
  staffAnswers: StaffAnswers;
  /** the day in Asia/Ho_Chi_Minh that validity is told for */
  today: () => IsoDate;
  /** told of what should not happen; the person gets a plain apology */
  onError?: (error: unknown) => void;
}

/** Below this the passage is not about the question; it may only be offered. */
const ANSWERS = 0.4;
/** Above this even a very short question is not asked back. */
const CERTAIN = 0.6;
/** As like as this, staff answered the very question; only somewhat like, their answer is better than none. */
const SAME_QUESTION = 0.7;
const LIKE_QUESTION = 0.57;

/** One reading of the question with what was found for it. */
interface Attempt {
  understood: Understood;
  retrieved: Retrieved;
  best: Passage | undefined;
  evidence: Evidence | null;
  confidence: number;
}

/** An answerer that also tells how it came to its answer. */
export interface ExplainingAnswerer extends Answerer {
  /** The same answer with its trace. Never throws. */
  explain(question: string, history?: readonly string[]): Promise<Explained>;
}

/** The answer pipeline without a model: hear, guard, understand, retrieve, judge, compose, check. */
export function createAnswerer(parts: AnswererParts): ExplainingAnswerer {
  async function explain(question: string, history: readonly string[] = []): Promise<Explained> {
    const { answer, trace } = await end(question, history);
    return { answer, topic: topicOf(parts.library, answer), trace };
  }
  async function end(question: string, history: readonly string[]): Promise<Ended> {
    try {
      const { ended, restored } = withoutSearching(parts, question);
      return ended ?? (await fromKnowledge(parts, question, restored, history));
    } catch (error) {
      parts.onError?.(error);
      return byWords("failed", question, ending(question, "failed", texts.failed));
    }
  }
  return { explain, answer: async (question, history) => (await explain(question, history)).answer };
}

function topicOf(library: Library, { citations }: Answer): string | null {
  const [first] = citations;
  const document = first && (library.byNumber(first.document) ?? library.byId(first.document));
  return document?.field ?? null;
}

interface Heeded {
  /** null where the documents must be asked */
  ended: Ended | null;
  /** the question with its diacritics put back, as far as it could be read */
  restored: string;
}

/** Endings that need no documents: unreadable input, refusals, small talk, what staff answered, foreign subjects. */
function withoutSearching(parts: AnswererParts, question: string): Heeded {
  const heard = hear(question, (word) => parts.retriever.knows(word));
  const unreadable = (...answer: Parameters<typeof ending>): Heeded => ({
    ended: byWords("unreadable", question, ending(...answer), { rule: heard.kind }),
    restored: "",
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
      return { ended: decidedByWords(parts, question, heard.text, restored), restored };
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

async function fromKnowledge(
  parts: AnswererParts,
  question: string,
  restored: string,
  history: readonly string[],
): Promise<Ended> {
  const asOf = parts.today();
  const attempt = await bestAttempt(parts, question.normalize("NFC").trim(), history, asOf);
  const { understood, retrieved, best, evidence, confidence } = attempt;
  const near = parts.staffAnswers.like(retrieved.repaired, asOf);
  const searched = (decision: Decision, answer: Answer, more: Partial<Trace> = {}): Ended => ({
    answer,
    trace: traceOf("documents", question, {
      decision,
      restored,
      ...searchTrace(understood, retrieved.repaired),
      found: foundTrace(retrieved.passages, asOf),
      judged: judgedTrace(confidence, ANSWERS, evidence),
      staff: staffTrace(near),
      ...more,
    }),
  });
  /** What staff wrote to a question like this is better than to decline. */
  const declined = (decision: Decision, answer: Answer, more: Partial<Trace> = {}): Ended => {
    const ended = searched(decision, answer, more);
    const [likest] = near;
    if (!likest || likest.likeness < LIKE_QUESTION) return ended;
    return fromStaff(question, likest, asOf, ended.trace);
  };

  const unknown = namesUnknownDocument(parts.library, understood);
  if (unknown !== null) {
    const answer = ending(question, "unanswerable", `${texts.unknownDocument(unknown)} ${texts.passOn}`);
    return declined("not_about_it", answer, { route: "unknown_document", rule: unknown });
  }

  const fates = fatesOf(parts.library, understood.mentions);
  const meanings = fates.length === 0 && history.length === 0 ? clarifications(understood, retrieved) : [];
  if (meanings.length > 0 && (confidence < CERTAIN || namesNoSubject(retrieved.repaired))) {
    const list = meanings.map((meaning) => `- ${meaning}`).join("\n");
    return searched(
      "ambiguous",
      ending(question, "clarify", `${texts.clarify}\n${list}`, meanings, confidence),
    );
  }
  if (fates.length === 0 && (!best || confidence < ANSWERS)) {
    return declined("not_about_it", unanswerable(question, retrieved, confidence));
  }

  const citable = retrieved.passages.filter(({ section }) => section.citable);
  const unverified = best !== undefined && !best.section.citable && confidence >= ANSWERS;
  const first = citable[0];
  const firstConfidence = first ? confidenceIn(parts, retrieved, first) : 0;
  if (unverified && firstConfidence < confidence)
    return declined("unverified", notVerified(question, best, citable, confidence));

  const { draft, said, dropped } = compose({
    understood,
    retrieved,
    passages: firstConfidence >= ANSWERS ? relevant(parts, retrieved, citable) : [],
    fates,
    asOf,
  });
  const spoken = { said: saidTrace(said), dropped: droppedTrace(dropped) };
  if (!draft) return declined("no_figure_with_source", unanswerable(question, retrieved, confidence), spoken);
  return searched(
    "answers",
    { question, ...draft, confidence: Math.max(confidence, firstConfidence), suggestions: [] },
    spoken,
  );
}

/** Reads the question alone, and with the earlier one when alone it says too little. */
async function bestAttempt(
  parts: AnswererParts,
  question: string,
  history: readonly string[],
  asOf: IsoDate,
): Promise<Attempt> {
  const [first, ...others] = readings(question, history, (words) => parts.retriever.restore(words));
  let best = await attempt(parts, first, asOf);
  for (const other of others) {
    if (best.confidence >= ANSWERS) break;
    const next = await attempt(parts, other, asOf);
    if (next.confidence > best.confidence) best = next;
  }
  return best;
}

async function attempt(parts: AnswererParts, understood: Understood, asOf: IsoDate): Promise<Attempt> {
  const found = await parts.retriever.retrieve(understood, asOf);
  const retrieved = rank(understood, found, (passage) => parts.judge.evidence(found, passage));
  const best = retrieved.passages[0];
  const evidence = best ? parts.judge.evidence(retrieved, best) : null;
  const confidence = evidence ? parts.judge.confidence(evidence, retrieved.namesDocument) : 0;
  return { understood, retrieved, best, evidence, confidence };
}

function confidenceIn({ judge }: AnswererParts, retrieved: Retrieved, passage: Passage): number {
  return judge.confidence(judge.evidence(retrieved, passage), retrieved.namesDocument);
}

function relevant(parts: AnswererParts, retrieved: Retrieved, citable: readonly Passage[]): Passage[] {
  const [first, ...rest] = citable.slice(0, 8);
  if (!first) return [];
  return [first, ...rest.filter((one) => confidenceIn(parts, retrieved, one) >= ANSWERS)];
}

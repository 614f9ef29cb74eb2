import type { Library } from "../knowledge/library.ts";
import type { IsoDate } from "../knowledge/document.ts";
import { MAX_QUESTION_LENGTH, type Answer, type Answerer, type Outcome } from "./answer.ts";
import { compose } from "./compose.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { ForeignTopics } from "./foreign-topics.ts";
import { refusalFor } from "./guard.ts";
import { hear } from "./hear.ts";
import type { Judge } from "./judge.ts";
import { clarifications, namesUnknownDocument } from "./meanings.ts";
import { rank } from "./rank.ts";
import { fatesOf } from "./repealed.ts";
import type { Passage, Retrieved, Retriever } from "./retriever.ts";
import { smallTalkReply } from "./small-talk.ts";
import { spoken } from "./spoken.ts";
import { SUGGESTED_QUESTIONS, texts } from "./texts.ts";
import { namesNoSubject, readings, type Understood } from "./understand.ts";

export interface AnswererParts {
  library: Library;
  retriever: Retriever;
  judge: Judge;
  foreignTopics: ForeignTopics;
  elsewhere: Elsewhere;
  /** the day in Asia/Ho_Chi_Minh that validity is told for */
  today: () => IsoDate;
  /** told of what should not happen; the person gets a plain apology */
  onError?: (error: unknown) => void;
}

/** Below this the passage is not about the question; between the two it may only be offered. */
const ANSWERS = 0.4;
const NEAR = 0.12;
/** Above this even a very short question is not asked back. */
const CERTAIN = 0.6;

/** One reading of the question with what was found for it. */
interface Attempt {
  understood: Understood;
  retrieved: Retrieved;
  best: Passage | undefined;
  confidence: number;
}

/** The answer pipeline without a model: hear, guard, understand, retrieve, judge, compose, check. */
export function createAnswerer(parts: AnswererParts): Answerer {
  return {
    async answer(question, history = []) {
      try {
        return withoutSearching(parts, question) ?? (await fromKnowledge(parts, question, history));
      } catch (error) {
        parts.onError?.(error);
        return ending(question, "failed", texts.failed);
      }
    },
  };
}

/** Endings that need no knowledge: unreadable input, refusals, small talk, foreign subjects. */
function withoutSearching(parts: AnswererParts, question: string): Answer | null {
  const heard = hear(question, (word) => parts.retriever.knows(word));
  switch (heard.kind) {
    case "empty":
      return ending(question, "clarify", texts.empty, SUGGESTED_QUESTIONS);
    case "no_words":
      return ending(question, "unanswerable", texts.noWords, SUGGESTED_QUESTIONS);
    case "too_long":
      return ending("", "clarify", texts.tooLong(heard.length, MAX_QUESTION_LENGTH));
    case "not_vietnamese":
      return ending(question, "unanswerable", texts.notVietnamese, SUGGESTED_QUESTIONS);
    case "words":
      break;
  }
  const said = spoken(heard.text, parts.retriever.restore(heard.text));
  const refusal = refusalFor(said);
  if (refusal) return ending(question, "blocked", refusal.reply);
  const reply = smallTalkReply(said);
  if (reply) return ending(question, "answered", reply, SUGGESTED_QUESTIONS, 1);
  const foreign = parts.foreignTopics.topicOf(said);
  if (foreign) return ending(question, "unanswerable", texts.outOfScope(foreign.hint), SUGGESTED_QUESTIONS);
  const place = parts.elsewhere.placeOf(said);
  if (place !== null) return ending(question, "unanswerable", texts.elsewhere(place));
  return null;
}

async function fromKnowledge(
  parts: AnswererParts,
  question: string,
  history: readonly string[],
): Promise<Answer> {
  const asOf = parts.today();
  const attempt = await bestAttempt(parts, question.normalize("NFC").trim(), history, asOf);
  const { understood, retrieved, best, confidence } = attempt;

  const unknown = namesUnknownDocument(parts.library, understood);
  if (unknown !== null)
    return ending(question, "unanswerable", `${texts.unknownDocument(unknown)} ${texts.passOn}`);

  const fates = fatesOf(parts.library, understood.mentions);
  const meanings = fates.length === 0 && history.length === 0 ? clarifications(understood, retrieved) : [];
  if (meanings.length > 0 && (confidence < CERTAIN || namesNoSubject(retrieved.repaired))) {
    const list = meanings.map((meaning) => `- ${meaning}`).join("\n");
    return ending(question, "clarify", `${texts.clarify}\n${list}`, meanings, confidence);
  }
  if (fates.length === 0 && (!best || confidence < ANSWERS)) {
    return unanswerable(question, retrieved, confidence);
  }

  const citable = retrieved.passages.filter(({ section }) => section.citable);
  const unverified = best !== undefined && !best.section.citable && confidence >= ANSWERS;
  const first = citable[0];
  const firstConfidence = first ? confidenceIn(parts, retrieved, first) : 0;
  if (unverified && firstConfidence < confidence) return notVerified(question, best, citable, confidence);

  const draft = compose({
    understood,
    retrieved,
    passages: firstConfidence >= ANSWERS ? relevant(parts, retrieved, citable) : [],
    fates,
    asOf,
  });
  if (!draft) return unanswerable(question, retrieved, confidence);
  return { question, ...draft, confidence: Math.max(confidence, firstConfidence), suggestions: [] };
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
  const confidence = best ? confidenceIn(parts, retrieved, best) : 0;
  return { understood, retrieved, best, confidence };
}

function confidenceIn({ judge }: AnswererParts, retrieved: Retrieved, passage: Passage): number {
  return judge.confidence(judge.evidence(retrieved, passage), retrieved.namesDocument);
}

function relevant(parts: AnswererParts, retrieved: Retrieved, citable: readonly Passage[]): Passage[] {
  const [first, ...rest] = citable.slice(0, 8);
  if (!first) return [];
  return [first, ...rest.filter((one) => confidenceIn(parts, retrieved, one) >= ANSWERS)];
}

function unanswerable(question: string, retrieved: Retrieved, confidence: number): Answer {
  const near = confidence >= NEAR ? nearestTopics(retrieved.passages) : [];
  const lines = [
    texts.unanswerable,
    ...(near.length > 0 ? [texts.nearest, ...near.map((topic) => `- ${topic}`)] : []),
    texts.passOn,
  ];
  return ending(
    question,
    "unanswerable",
    lines.join("\n"),
    near.length > 0 ? near : SUGGESTED_QUESTIONS,
    confidence,
  );
}

function notVerified(
  question: string,
  best: Passage,
  citable: readonly Passage[],
  confidence: number,
): Answer {
  const near = nearestTopics(citable);
  const lines = [
    texts.unverified(best.document.title),
    ...(near.length > 0 ? [texts.nearest, ...near.map((topic) => `- ${topic}`)] : []),
    texts.passOn,
  ];
  return ending(question, "unanswerable", lines.join("\n"), near, confidence);
}

/** What could be asked instead; titles carry no figures of their own to get wrong. */
function nearestTopics(passages: readonly Passage[]): string[] {
  const titles = passages.filter(({ section }) => section.citable).map(({ section }) => section.title);
  return [...new Set(titles)].slice(0, 3);
}

function ending(
  question: string,
  outcome: Outcome,
  text: string,
  suggestions: readonly string[] = [],
  confidence = 0,
): Answer {
  return { question, outcome, text, conclusion: text, cautions: [], citations: [], confidence, suggestions };
}

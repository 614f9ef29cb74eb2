import type { IsoDate } from "../knowledge/document.ts";
import type { Near } from "../search/index.ts";
import type { Answer } from "./answer.ts";
import { ANSWERS, type Attempt, type Reader } from "./attempt.ts";
import { compose, type Composed, type Draft, type Material } from "./compose.ts";
import { staffId } from "./dense/passages.ts";
import { ending, fromStaff, notVerified, unanswerable, type Ended } from "./endings.ts";
import { clarifications, namesUnknownDocument } from "./meanings.ts";
import type { AnswererParts } from "./parts.ts";
import { fatesOf } from "./repealed.ts";
import type { Passage, Retrieved } from "./retriever.ts";
import type { StaffMatch } from "./staff-answers.ts";
import { texts } from "./texts.ts";
import {
  droppedTrace,
  foundTrace,
  judgedTrace,
  saidTrace,
  searchTrace,
  staffTrace,
  traceOf,
  type Decision,
  type Trace,
} from "./trace.ts";
import { namesNoSubject } from "./understand.ts";

/** Above this even a very short question is not asked back. */
const CERTAIN = 0.6;
/** Only somewhat like the question, what staff answered is better than none. */
const LIKE_QUESTION = 0.57;

const ABOUT_AS_LIKE = 0.05;

/** One question, or one half of a double one, with its answer in the words of the documents. */
export interface Answerable {
  material: Material;
  composed: Composed & { draft: Draft };
}

/** How one reading of a question ends, and what it was answered with. */
export interface Found {
  ended: Ended;
  /** null where the documents were not quoted */
  answerable: Answerable | null;
}

export interface AskedOf {
  question: string;
  restored: string;
  history: readonly string[];
  asOf: IsoDate;
  reader: Reader;
}

/** The answer in the words of the documents, or why there is none. */
export function fromAttempt(
  parts: AnswererParts,
  { question, restored, history, asOf, reader }: AskedOf,
  attempt: Attempt,
): Found {
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
  const declined = (decision: Decision, answer: Answer, more: Partial<Trace> = {}): Found => {
    const ended = searched(decision, answer, more);
    const likest = nearestOf(
      near.filter(({ likeness }) => likeness >= LIKE_QUESTION),
      attempt.near,
    );
    if (!likest) return { ended, answerable: null };
    return { ended: fromStaff(question, likest, asOf, ended.trace), answerable: null };
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
    const answer = ending(question, "clarify", `${texts.clarify}\n${list}`, meanings, confidence);
    return { ended: searched("ambiguous", answer), answerable: null };
  }
  if (fates.length === 0 && (!best || confidence < ANSWERS)) {
    return declined("not_about_it", unanswerable(question, retrieved, confidence));
  }

  const citable = retrieved.passages.filter(({ section }) => section.citable);
  const unverified = best !== undefined && !best.section.citable && confidence >= ANSWERS;
  const first = citable[0];
  const firstConfidence = first ? reader.confidenceIn(retrieved, first) : 0;
  if (unverified && firstConfidence < confidence)
    return declined("unverified", notVerified(question, best, citable, confidence));

  const passages = firstConfidence >= ANSWERS ? relevant(reader, retrieved, citable) : [];
  const material: Material = { understood, retrieved, passages, fates, asOf };
  const composed = compose(material);
  const { draft } = composed;
  const spoken = { said: saidTrace(composed.said), dropped: droppedTrace(composed.dropped) };
  if (!draft) return declined("no_figure_with_source", unanswerable(question, retrieved, confidence), spoken);
  const answer: Answer = {
    question,
    ...draft,
    confidence: Math.max(confidence, firstConfidence),
    suggestions: [],
  };
  return {
    ended: searched("answers", answer, spoken),
    answerable: { material, composed: { ...composed, draft } },
  };
}

/** Of answers that are about as like by their words, the one that lies nearest in meaning. */
function nearestOf(matches: readonly StaffMatch[], near: readonly Near[]): StaffMatch | undefined {
  const [likest] = matches;
  if (!likest) return undefined;
  const placeOf = ({ item }: StaffMatch) => {
    const place = near.findIndex(({ id }) => id === staffId(item.id));
    return place < 0 ? near.length : place;
  };
  const alike = matches.filter(({ likeness }) => likest.likeness - likeness <= ABOUT_AS_LIKE);
  return [...alike].sort((a, b) => placeOf(a) - placeOf(b))[0];
}

function relevant(reader: Reader, retrieved: Retrieved, citable: readonly Passage[]): Passage[] {
  const [first, ...rest] = citable.slice(0, 8);
  if (!first) return [];
  return [first, ...rest.filter((one) => reader.confidenceIn(retrieved, one) >= ANSWERS)];
}

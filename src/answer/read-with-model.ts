import type { Library } from "../knowledge/library.ts";
import { fold, normalise, syllables } from "../search/index.ts";
import { ANSWERS, type Attempt, type Reader } from "./attempt.ts";
import { figuresIn } from "./figures.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { namesUnknownDocument } from "./meanings.ts";
import type { ModelRoute, ModelSession, Understanding } from "./model.ts";
import { holdsMark } from "./redact.ts";
import { reading } from "./understand.ts";

/** What the model made of a question, and whether it is of use. */
export type ModelReading =
  | { kind: "not_asked" }
  /** `route`: what the model takes the message for, where it was asked */
  | { kind: "of_no_use"; why: string; route: ModelRoute | null }
  | { kind: "better"; attempts: readonly Attempt[] };

export interface ReadWithModel {
  question: string;
  history: readonly string[];
  /** how the rules read it */
  ruled: Attempt;
  session: ModelSession;
  reader: Reader;
  library: Library;
  /** whether these words would be turned away before any search */
  isTurnedAway: (words: string) => boolean;
}

/** Above this the rules have understood; the model could only spoil it. */
const UNDERSTOOD = 0.6;
/** A reading must be clearly better to take the place of the rules'; more so where those have an answer. */
const CLEARLY = 0.05;
const MUCH = 0.25;
const LONGEST_READING = 400;
/** Share of the meaningful words of a rewritten question that the person must have written. */
const LEAST_OWN_WORDS = 0.5;
const TWO_THINGS = /\?.*\p{L}.*\?|(?<![\p{L}])(?:và|với lại|còn|đồng thời|ngoài ra|va|voi lai)(?![\p{L}])/u;

/**
 * Asks the model how to read a question that the rules read with little certainty, leaning on an earlier one or holding
 * two. Its readings count only where they keep to the person's words and search better than the rules'.
 */
export async function readWithModel(given: ReadWithModel): Promise<ModelReading> {
  const { question, history, ruled, session } = given;
  const holdsTwo = TWO_THINGS.test(normalise(question));
  if (ruled.confidence >= UNDERSTOOD && ruled.understood.earlier === null && !holdsTwo)
    return { kind: "not_asked" };
  const understanding = await session.understand({ question, history });
  if (understanding.kind === "failed") return { kind: "of_no_use", why: understanding.why, route: null };
  const { route } = understanding;
  // What is no question is not made one by how it was written down.
  if (route !== "question") return { kind: "of_no_use", why: "no_question", route };
  const words = usable(understanding, given);
  if (words.length === 0) return { kind: "of_no_use", why: "not_their_words", route };
  const attempts = await Promise.all(words.map((one) => given.reader.attempt(reading(one, null, one))));
  if (await onlyRepeats(attempts, given)) return { kind: "of_no_use", why: "repeats", route };
  return judged(attempts, given) ?? { kind: "of_no_use", why: "no_better", route };
}

/** A foreign question in Vietnamese: its words are not the person's, so the judge alone decides. */
export function translatedReading(
  understanding: Understanding,
  isTurnedAway: (words: string) => boolean,
): string | null {
  if (understanding.kind === "failed" || understanding.language !== "en") return null;
  return understanding.questions.find((one) => isReadable(one) && !isTurnedAway(one)) ?? null;
}

function usable(
  { questions, language }: Extract<Understanding, { kind: "understood" }>,
  { question, history, isTurnedAway, reader }: ReadWithModel,
): string[] {
  if (language !== "vi") return [];
  const written = [question, ...history.slice(-4)].map((words) => reader.restore(words)).join("\n");
  return questions
    .slice(0, 2)
    .filter(isReadable)
    .filter((one) => keepsToWords(one, written) && !isTurnedAway(one));
}

function isReadable(words: string): boolean {
  return words.trim() !== "" && words.length <= LONGEST_READING && !holdsMark(words) && !/[<>{}]/.test(words);
}

/** No figure of its own, and most of what it speaks of was spoken of. */
function keepsToWords(rewritten: string, written: string): boolean {
  const figures = figuresIn(written);
  if ([...figuresIn(rewritten)].some((figure) => !figures.has(figure))) return false;
  const own = new Set(
    syllables(rewritten)
      .filter((word) => !FUNCTION_WORDS.has(word))
      .map(fold),
  );
  if (own.size === 0) return false;
  const theirs = new Set(syllables(written).map(fold));
  return [...own].filter((word) => theirs.has(word)).length / own.size >= LEAST_OWN_WORDS;
}

/** Whether a reading finds what the earlier question was answered with, where the rules found something else. */
async function onlyRepeats(
  [first]: readonly Attempt[],
  { history, ruled, reader }: ReadWithModel,
): Promise<boolean> {
  const earlier = history.at(-1);
  const place = first?.best?.section.id;
  if (earlier === undefined || ruled.confidence < ANSWERS || place === ruled.best?.section.id) return false;
  const before = await reader.attempt(reading(earlier, null, earlier));
  return place !== undefined && place === before.best?.section.id;
}

function judged(attempts: readonly Attempt[], { ruled, library }: ReadWithModel): ModelReading | null {
  const known = attempts.filter(
    ({ understood, confidence }) =>
      confidence >= ANSWERS && namesUnknownDocument(library, understood) === null,
  );
  const places = known.map(({ best }) => best?.section.id);
  const keepsRuled = ruled.confidence < ANSWERS || places.includes(ruled.best?.section.id);
  if (known.length === 2 && new Set(places).size === 2 && keepsRuled)
    return { kind: "better", attempts: [...known].sort(ruledFirst(ruled)) };
  const [first] = [...known].sort((a, b) => b.confidence - a.confidence);
  if (
    attempts.length === 1 &&
    first &&
    first.confidence >= ruled.confidence + (ruled.confidence < ANSWERS ? CLEARLY : MUCH)
  )
    return { kind: "better", attempts: [first] };
  return null;
}

/** What the rules found opens the answer, as it would without a model. */
function ruledFirst(ruled: Attempt): (a: Attempt, b: Attempt) => number {
  const isRuled = ({ best }: Attempt) => Number(best?.section.id === ruled.best?.section.id);
  return (a, b) => isRuled(b) - isRuled(a);
}

import { ANSWERS, type Attempt } from "./attempt.ts";
import { MAX_CITATIONS, type Answer } from "./answer.ts";
import { composeWithModel } from "./compose-with-model.ts";
import { finished, uniqueCitations, type Draft } from "./compose.ts";
import { byWords, ending, type Ended } from "./endings.ts";
import { fromAttempt, type Answerable, type AskedOf, type Found } from "./from-attempt.ts";
import type { Language, ModelRoute, ModelSession } from "./model.ts";
import type { AnswererParts } from "./parts.ts";
import { readWithModel, translatedReading } from "./read-with-model.ts";
import { redact } from "./redact.ts";
import { SUGGESTED_QUESTIONS, texts } from "./texts.ts";
import { reading } from "./understand.ts";
import { withoutSearching, type Heeded } from "./without-searching.ts";

export interface AnswerWithModel {
  parts: AnswererParts;
  asked: AskedOf;
  heeded: Heeded;
  session: ModelSession;
  draft: ((text: string) => void) | undefined;
}

/**
 * The answer with the help of a model. What the words alone decide (refusals, greetings, answers of staff) is decided
 * without it; what it reads and writes counts only where code finds it to hold, else the answer without it stands.
 */
export async function answerWithModel(given: AnswerWithModel): Promise<Ended> {
  const { parts, asked, heeded, session } = given;
  if (heeded.isForeign && heeded.ended) return inEnglish(given, heeded.ended);
  if (heeded.ended) return heeded.ended;
  const question = asked.question.normalize("NFC").trim();
  const ruled = await asked.reader.bestAttempt(question, asked.history);
  const read = await readWithModel({
    question,
    history: asked.history,
    ruled,
    session,
    reader: asked.reader,
    library: parts.library,
    isTurnedAway: (words) => withoutSearching(parts, words).ended !== null,
  });
  const attempts = read.kind === "better" ? read.attempts : [ruled];
  const readingWords = read.kind === "of_no_use" ? read.why : read.kind;
  const founds = attempts.map((attempt) => fromAttempt(parts, asked, attempt));
  const found = joined(asked.question, founds) ?? alone(fromAttempt(parts, asked, ruled));
  if (found.answerables.length === 0)
    return read.kind === "of_no_use" ? routed(found.ended, asked.question, read.route) : found.ended;
  return composed(given, found, "vi", readingWords);
}

interface Joined {
  ended: Ended;
  answerables: readonly Answerable[];
}

function alone({ ended, answerable }: Found): Joined {
  return { ended, answerables: answerable ? [answerable] : [] };
}

/** Two halves of a double question as one answer; null where a half has none. */
function joined(question: string, founds: readonly Found[]): Joined | null {
  const [first] = founds;
  if (!first) return null;
  if (founds.length === 1) return alone(first);
  const answerables = founds.flatMap(({ answerable }) => answerable ?? []);
  if (answerables.length < founds.length) return null;
  const drafts = answerables.map(({ composed: { draft } }) => draft);
  const citations = uniqueCitations(drafts.flatMap((one) => one.citations));
  // What is said must keep its basis.
  if (citations.length > MAX_CITATIONS) return null;
  const draft = finished({
    outcome: drafts.some(({ outcome }) => outcome === "partial") ? "partial" : "answered",
    conclusion: [...new Set(drafts.map(({ conclusion }) => conclusion))].join("\n"),
    cautions: [...new Set(drafts.flatMap(({ cautions }) => cautions))],
    citations,
  });
  const confidence = Math.min(...founds.map(({ ended }) => ended.answer.confidence));
  return {
    ended: { ...first.ended, answer: { question, ...draft, confidence, suggestions: [] } },
    answerables,
  };
}

async function composed(
  { asked, session, draft: show }: AnswerWithModel,
  { ended, answerables }: Joined,
  language: Language,
  readingWords: string,
): Promise<Ended> {
  const { draft, trace } = await composeWithModel({
    question: asked.question,
    history: asked.history,
    language,
    answerables,
    without: draftOf(ended.answer),
    session,
    draft: show,
  });
  return {
    answer: { ...ended.answer, ...draft },
    trace: { ...ended.trace, model: { reading: readingWords, ...trace } },
  };
}

function draftOf({ outcome, text, conclusion, cautions, citations }: Answer): Draft {
  return { outcome: outcome === "partial" ? "partial" : "answered", text, conclusion, cautions, citations };
}

/** Where the documents have nothing, the model may tell that no answer was asked for; it never takes away an answer. */
function routed(ended: Ended, question: string, route: ModelRoute | null): Ended {
  if (ended.answer.outcome !== "unanswerable" || ended.trace.decision !== "not_about_it") return ended;
  const said = (answer: Answer) =>
    byWords("small_talk", question, answer, { rule: `model:${route ?? ""}`, restored: ended.trace.restored });
  switch (route) {
    case "greeting":
      return said(ending(question, "answered", texts.greeting, SUGGESTED_QUESTIONS));
    case "form":
      return said(ending(question, "clarify", texts.useForm));
    case "personal_data":
      return redact(question) === question ? ended : said(ending(question, "clarify", texts.useForm));
    case "question":
    case "out_of_scope":
    case null:
      return ended;
  }
}

/** An enterprise of foreign investors asks in English: searched in Vietnamese, answered in English under the same locks. */
async function inEnglish(given: AnswerWithModel, unreadable: Ended): Promise<Ended> {
  const { parts, asked, session } = given;
  const { question, reader } = asked;
  const understanding = await session.understand({ question, history: asked.history });
  const vietnamese = translatedReading(
    understanding,
    (words) => withoutSearching(parts, words).ended !== null,
  );
  if (vietnamese === null) return unreadable;
  const attempt: Attempt = await reader.attempt(reading(vietnamese, null, vietnamese));
  const found = fromAttempt(parts, { ...asked, restored: vietnamese }, attempt);
  if (!found.answerable || attempt.confidence < ANSWERS)
    return { ...found.ended, answer: ending(question, "unanswerable", texts.notAnsweredInEnglish) };
  return composed(given, { ended: found.ended, answerables: [found.answerable] }, "en", "translated");
}

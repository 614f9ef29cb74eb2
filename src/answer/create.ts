import type { IsoDate, KnowledgeDocument } from "../knowledge/document.ts";
import type { ForeignTopic, Place } from "../knowledge/foreign-topic.ts";
import { createLibrary, type Library } from "../knowledge/library.ts";
import type { SearchIndex } from "../search/index.ts";
import type { DenseDesk } from "./dense/port.ts";
import { createElsewhere } from "./elsewhere.ts";
import { createForeignTopics } from "./foreign-topics.ts";
import { createJudge } from "./judge.ts";
import { createLexicalRetriever } from "./lexical-retriever.ts";
import type { ModelDesk } from "./model.ts";
import { createSubjectModel } from "./subject.ts";
import { createAnswerer, type ExplainingAnswerer } from "./pipeline.ts";
import { createStaffAnswers, type StaffAnswers } from "./staff-answers.ts";

/** What a publication gives the answerer to work with. */
export interface Knowledge {
  documents: readonly KnowledgeDocument[];
  foreignTopics: readonly ForeignTopic[];
  places: readonly Place[];
  /** everyday sentences, none of them about our subjects in particular */
  everyday: readonly string[];
  /** typical questions that are not ours */
  foreignQuestions: readonly string[];
  index: SearchIndex;
}

interface AnswererOptions {
  onError?: (error: unknown) => void;
  /** none are published unless given */
  staffAnswers?: StaffAnswers;
  /** a language model, which may help where it is known who asks */
  modelDesk?: ModelDesk;
  /** dense search, on the same condition */
  denseDesk?: DenseDesk;
  /** what the nearest of it counts */
  denseWeight?: number;
}

/** The answerer over the knowledge: cited passages only, in their own words or, with a model, in checked ones. */
export function createKnowledgeAnswerer(
  knowledge: Knowledge,
  today: () => IsoDate,
  {
    onError,
    staffAnswers = createStaffAnswers(knowledge.index),
    modelDesk,
    denseDesk,
    denseWeight,
  }: AnswererOptions = {},
): { answerer: ExplainingAnswerer; library: Library } {
  const library = createLibrary(knowledge.documents);
  const answerer = createAnswerer({
    library,
    retriever: createLexicalRetriever(library, knowledge.index, denseWeight),
    judge: createJudge(library, createSubjectModel(library, knowledge)),
    foreignTopics: createForeignTopics(knowledge.foreignTopics),
    elsewhere: createElsewhere(knowledge.places),
    staffAnswers,
    today,
    ...(onError ? { onError } : {}),
    ...(modelDesk ? { modelDesk } : {}),
    ...(denseDesk ? { denseDesk } : {}),
  });
  return { answerer, library };
}

/** Today in Vietnam, wherever the server stands. */
export function todayInVietnam(now: Date = new Date()): IsoDate {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now);
}

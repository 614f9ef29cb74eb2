import type { IsoDate, KnowledgeDocument } from "../knowledge/document.ts";
import type { ForeignTopic, Place } from "../knowledge/foreign-topic.ts";
import { createLibrary, type Library } from "../knowledge/library.ts";
import type { SearchIndex } from "../search/index.ts";
import { createElsewhere } from "./elsewhere.ts";
import { createForeignTopics } from "./foreign-topics.ts";
import { createJudge } from "./judge.ts";
import { createLexicalRetriever } from "./lexical-retriever.ts";
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

interface ExtractiveOptions {
  onError?: (error: unknown) => void;
  /** none are published unless given */
  staffAnswers?: StaffAnswers;
}

/** The answerer that needs no model: cited passages only. */
export function createExtractiveAnswerer(
  knowledge: Knowledge,
  today: () => IsoDate,
  { onError, staffAnswers = createStaffAnswers(knowledge.index) }: ExtractiveOptions = {},
): { answerer: ExplainingAnswerer; library: Library } {
  const library = createLibrary(knowledge.documents);
  const answerer = createAnswerer({
    library,
    retriever: createLexicalRetriever(library, knowledge.index),
    judge: createJudge(library, createSubjectModel(library, knowledge)),
    foreignTopics: createForeignTopics(knowledge.foreignTopics),
    elsewhere: createElsewhere(knowledge.places),
    staffAnswers,
    today,
    ...(onError ? { onError } : {}),
  });
  return { answerer, library };
}

/** Today in Vietnam, wherever the server stands. */
export function todayInVietnam(now: Date = new Date()): IsoDate {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now);
}

import type { IsoDate } from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { DenseDesk } from "./dense/port.ts";
import type { ForeignTopics } from "./foreign-topics.ts";
import type { Judge } from "./judge.ts";
import type { ModelDesk } from "./model.ts";
import type { Retriever } from "./retriever.ts";
import type { StaffAnswers } from "./staff-answers.ts";

/** What the answerer is made of. */
export interface AnswererParts {
  library: Library;
  retriever: Retriever;
  judge: Judge;
  foreignTopics: ForeignTopics;
  elsewhere: Elsewhere;
  staffAnswers: StaffAnswers;
  /** a language model, where one is set up; asked only for people whose share of it is known */
  modelDesk?: ModelDesk;
  /** dense search, where an embedding model is set up; asked only for people whose share of it is known */
  denseDesk?: DenseDesk;
  /** the day in Asia/Ho_Chi_Minh that validity is told for */
  today: () => IsoDate;
  /** told of what should not happen; the person gets a plain apology */
  onError?: (error: unknown) => void;
}

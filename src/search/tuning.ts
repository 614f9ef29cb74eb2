import type { FieldTuning } from "./bm25.ts";

/**
 * How the fields count in the first stage. Title and text by coordinate search on the benchmark's development
 * questions as typed; sample questions on the project's own knowledge, each asked while taken out of the index.
 */
export const FIELD_TUNING: Readonly<Record<"title" | "questions" | "text", FieldTuning>> = {
  title: { k1: 1.8, b: 0.8, unigrams: 1, bigrams: 0.5 },
  questions: { k1: 1.2, b: 0.5, unigrams: 0.5, bigrams: 0.3 },
  text: { k1: 0.6, b: 0.65, unigrams: 1, bigrams: 0.8 },
};

/**
 * Points of the reranker that what lies nearest in meaning gets, unless set otherwise (`DENSE_WEIGHT`). No real embedding
 * model was at hand: with made-up ones (`npm run eval:dense`) 3 gives most of what a good one could bring, while one that
 * knows nothing costs about a quarter of a point of Acc@1; from 6 on it costs more than half a point.
 */
export const DENSE_WEIGHT = 3;

/** How many of the first stage's best are compared clause by clause. */
export const RERANKED = 100;

import type { Evidence } from "./judge.ts";
import type { Passage, Retrieved } from "./retriever.ts";

/** What decides between passages of one question. */
export interface Comparison extends Pick<
  Evidence,
  "coverage" | "focus" | "titleCoverage" | "passagePairs" | "likeness"
> {
  /** the retriever's score, the best about 1 */
  retrieval: number;
}

// Pairwise logistic weights over right against wrong passages of the development questions (`npm run eval:fit`).
const WEIGHTS: Readonly<Record<keyof Comparison, number>> = {
  retrieval: 4.02,
  focus: 2.06,
  coverage: 1.32,
  titleCoverage: 1.33,
  passagePairs: 1.81,
  likeness: 2.23,
};

const LOOKED_AT = 15;

/** Puts the passages in order again by how they meet the very words of the question; scores stay near 1 at the top. */
export function rank(retrieved: Retrieved, evidence: (passage: Passage) => Evidence): Retrieved {
  const head = retrieved.passages.slice(0, LOOKED_AT).map((passage) => {
    const comparison = compare(passage, evidence(passage));
    return { ...passage, score: rankScore(comparison) };
  });
  head.sort((a, b) => b.score - a.score);
  const top = head[0]?.score ?? 0;
  const passages = head.map((passage) => ({ ...passage, score: 1 - (top - passage.score) / SCALE }));
  return { ...retrieved, passages };
}

// One point of the retriever's scale is worth this much of the sum.
const SCALE = WEIGHTS.retrieval;

export function compare(passage: Passage, evidence: Evidence): Comparison {
  const { coverage, focus, titleCoverage, passagePairs, likeness } = evidence;
  return { retrieval: passage.score, coverage, focus, titleCoverage, passagePairs, likeness };
}

function rankScore(comparison: Comparison): number {
  return Object.entries(WEIGHTS).reduce(
    (sum, [name, weight]) => sum + weight * comparison[name as keyof Comparison],
    0,
  );
}

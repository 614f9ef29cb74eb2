import { SIGNS } from "./choose.ts";
import type { Evidence } from "./judge.ts";
import type { Passage, Retrieved } from "./retriever.ts";
import type { Understood } from "./understand.ts";

/** What decides between passages of one question. */
export interface Comparison extends Pick<
  Evidence,
  "coverage" | "focus" | "stray" | "otherSubject" | "titleCoverage" | "passagePairs" | "likeness"
> {
  /** the retriever's score, the best about 1 */
  retrieval: number;
  /** 1 where the passage holds the kind of thing asked for: a sum, a date, a web address */
  fits: number;
}

// Pairwise logistic weights over right against wrong passages of the development questions (`npm run eval:fit`).
const WEIGHTS: Readonly<Record<keyof Comparison, number>> = {
  retrieval: 4.04,
  otherSubject: -0.71,
  stray: -1.02,
  focus: 2.22,
  fits: 0.64,
  coverage: 1.79,
  titleCoverage: 0.66,
  passagePairs: 1.66,
  likeness: 0.9,
};

const LOOKED_AT = 15;

/** Puts the passages in order again by how they meet the very words of the question; scores stay near 1 at the top. */
export function rank(
  understood: Understood,
  retrieved: Retrieved,
  evidence: (passage: Passage) => Evidence,
): Retrieved {
  const head = retrieved.passages.slice(0, LOOKED_AT).map((passage) => {
    const comparison = compare(understood, passage, evidence(passage));
    return { ...passage, score: rankScore(comparison) };
  });
  head.sort((a, b) => b.score - a.score);
  const top = head[0]?.score ?? 0;
  const passages = head.map((passage) => ({ ...passage, score: 1 - (top - passage.score) / SCALE }));
  return { ...retrieved, passages };
}

// One point of the retriever's scale is worth this much of the sum.
const SCALE = WEIGHTS.retrieval;

export function compare(understood: Understood, passage: Passage, evidence: Evidence): Comparison {
  const { coverage, focus, stray, otherSubject, titleCoverage, passagePairs, likeness } = evidence;
  return {
    retrieval: passage.score,
    fits: fits(understood, passage),
    coverage,
    focus,
    stray,
    otherSubject,
    titleCoverage,
    passagePairs,
    likeness,
  };
}

const DECISIVE = ["amount", "date", "duration", "where"] as const;

function fits({ asks }: Understood, { section }: Passage): number {
  return DECISIVE.some((kind) => asks.has(kind) && section.units.some(({ text }) => SIGNS[kind]?.test(text)))
    ? 1
    : 0;
}

function rankScore(comparison: Comparison): number {
  return Object.entries(WEIGHTS).reduce(
    (sum, [name, weight]) => sum + weight * comparison[name as keyof Comparison],
    0,
  );
}

import type { IsoDate } from "../knowledge/document.ts";
import type { DenseSession } from "./dense/port.ts";
import type { Evidence, Judge } from "./judge.ts";
import type { Near } from "../search/index.ts";
import { rank } from "./rank.ts";
import type { Passage, Retrieved, Retriever } from "./retriever.ts";
import { readings, type Understood } from "./understand.ts";

/** Below this the passage is not about the question; it may only be offered. */
export const ANSWERS = 0.4;

/** One reading of the question with what was found for it. */
export interface Attempt {
  understood: Understood;
  retrieved: Retrieved;
  best: Passage | undefined;
  evidence: Evidence | null;
  confidence: number;
  /** what dense search found, nearest first; nothing where it was not asked */
  near: readonly Near[];
}

/** Reads questions against the knowledge as it stands on one day. */
export interface Reader {
  restore(question: string): string;
  attempt(understood: Understood): Promise<Attempt>;
  /** the question alone, and with the earlier one when alone it says too little */
  bestAttempt(question: string, history: readonly string[]): Promise<Attempt>;
  confidenceIn(retrieved: Retrieved, passage: Passage): number;
}

export function createReader(
  { retriever, judge }: { retriever: Retriever; judge: Judge },
  asOf: IsoDate,
  dense?: DenseSession,
): Reader {
  const restore = (question: string) => retriever.restore(question);
  const confidenceIn = (retrieved: Retrieved, passage: Passage) =>
    judge.confidence(judge.evidence(retrieved, passage), retrieved.namesDocument);

  async function attempt(understood: Understood): Promise<Attempt> {
    const [byWords, near] = await Promise.all([judged(understood, []), dense?.near(understood.query) ?? []]);
    if (near.length === 0) return byWords;
    return mayDecide(byWords) ? notSurer(await judged(understood, near), byWords) : { ...byWords, near };
  }

  async function judged(understood: Understood, near: readonly Near[]): Promise<Attempt> {
    const found = await retriever.retrieve(understood, asOf, near);
    const retrieved = rank(understood, found, (passage) => judge.evidence(found, passage));
    const best = retrieved.passages[0];
    const evidence = best ? judge.evidence(retrieved, best) : null;
    const confidence = evidence ? judge.confidence(evidence, retrieved.namesDocument) : 0;
    return { understood, retrieved, best, evidence, confidence, near };
  }

  return {
    restore,
    attempt,
    confidenceIn,
    async bestAttempt(question, history) {
      const [first, ...others] = readings(question, history, restore);
      let best = await attempt(first);
      for (const other of others) {
        if (best.confidence >= ANSWERS) break;
        const next = await attempt(other);
        if (next.confidence > best.confidence) best = next;
      }
      return best;
    },
  };
}

/**
 * Dense search only puts in another order what the words have a basis for: whatever they decline stays declined, for
 * something always lies nearest, also to a question that is none of ours.
 */
function mayDecide({ confidence, best }: Attempt): boolean {
  return confidence >= ANSWERS && best?.section.citable === true;
}

/** The fused order where its best holds by the same measure; it makes nobody surer than the words are. */
function notSurer(fused: Attempt, byWords: Attempt): Attempt {
  if (!mayDecide(fused)) return { ...byWords, near: fused.near };
  return { ...fused, confidence: Math.min(fused.confidence, byWords.confidence) };
}

import type { IsoDate } from "../knowledge/document.ts";
import type { Evidence, Judge } from "./judge.ts";
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
): Reader {
  const restore = (question: string) => retriever.restore(question);
  const confidenceIn = (retrieved: Retrieved, passage: Passage) =>
    judge.confidence(judge.evidence(retrieved, passage), retrieved.namesDocument);

  async function attempt(understood: Understood): Promise<Attempt> {
    const found = await retriever.retrieve(understood, asOf);
    const retrieved = rank(understood, found, (passage) => judge.evidence(found, passage));
    const best = retrieved.passages[0];
    const evidence = best ? judge.evidence(retrieved, best) : null;
    const confidence = evidence ? judge.confidence(evidence, retrieved.namesDocument) : 0;
    return { understood, retrieved, best, evidence, confidence };
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

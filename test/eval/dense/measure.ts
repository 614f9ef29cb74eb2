import { createHnswStore } from "../../../src/adapters/langchain/hnsw-store.ts";
import type { DensePassage, VectorStore } from "../../../src/answer/dense/port.ts";
import { createQualityMeter, type Quality } from "../../../src/search/evaluation.ts";
import type { SearchIndex } from "../../../src/search/index.ts";
import { directionOf, questionVector, type Kind } from "./embedders.ts";

/** A question with the entries that answer it. */
export interface Judged {
  text: string;
  relevant: ReadonlyMap<string, number>;
}

export interface Measured {
  words: Quality;
  /** what the made-up model finds by itself */
  alone: Record<Kind, Quality>;
  fused: Record<Kind, Quality>;
}

/** As the desk asks for, `answer/dense/desk.ts`. */
const NEAREST = 30;
const FOUND = 10;
/** Noise is luck: the mean of several throws tells what it costs. */
const DRAWS: Readonly<Record<Kind, number>> = { oracle: 1, noise: 4 };

/** The real hnswlib with a direction for every passage. */
export async function storeOf(passages: readonly DensePassage[]): Promise<VectorStore> {
  const store = createHnswStore();
  await store.add(
    passages,
    passages.map(({ id }) => directionOf(id)),
  );
  return store;
}

/** Ranks all questions by the words alone, by each made-up model alone, and by both at one weight. */
export async function measure(
  index: SearchIndex,
  store: VectorStore,
  questions: readonly Judged[],
  weight: number,
): Promise<Measured> {
  const words = createQualityMeter();
  const alone = { oracle: createQualityMeter(), noise: createQualityMeter() };
  const fused = { oracle: createQualityMeter(), noise: createQualityMeter() };
  for (const { text, relevant } of questions) {
    words.add(idsOf(index.search(text, FOUND).hits), relevant);
    const [first = ""] = relevant.keys();
    for (const kind of ["oracle", "noise"] as const) {
      for (let draw = 0; draw < DRAWS[kind]; draw++) {
        const near = await store.nearest(questionVector(kind, text, directionOf(first), draw), NEAREST);
        alone[kind].add(idsOf(near), relevant);
        fused[kind].add(idsOf(index.search(text, FOUND, { near, weight }).hits), relevant);
      }
    }
  }
  return {
    words: words.quality(),
    alone: { oracle: alone.oracle.quality(), noise: alone.noise.quality() },
    fused: { oracle: fused.oracle.quality(), noise: fused.noise.quality() },
  };
}

function idsOf(found: readonly { id: string }[]): string[] {
  return found.map(({ id }) => id);
}

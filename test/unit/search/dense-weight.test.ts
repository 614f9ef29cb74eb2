import { describe, expect, it } from "vitest";
import { DENSE_WEIGHT } from "../../../src/search/index.ts";
import { measure, storeOf } from "../../eval/dense/measure.ts";
import { benchmarkSet, ownSet, type DenseSet } from "../../eval/dense/sets.ts";
import { withoutHnswlib } from "../../support/hnswlib.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";
import { benchmarkFolder } from "./samples.ts";

/** Half a point. */
const MOST_LOST = 0.005;
/** What is clearly better. */
const LEAST_WON = 0.02;

/** Every other question, so that it takes seconds; `npm run eval:dense` asks all. */
async function expectWorthIt({ index, passages, questions }: DenseSet): Promise<void> {
  const some = questions.filter((_question, at) => at % 2 === 0);
  const { words, alone, fused } = await measure(index, await storeOf(passages), some, DENSE_WEIGHT);
  // The oracle is no perfect one, and the noise is none that knows.
  expect(alone.oracle["acc@1"]).toBeLessThan(0.97);
  expect(alone.noise["acc@1"]).toBeLessThan(0.05);
  expect(fused.oracle["acc@1"]).toBeGreaterThanOrEqual(words["acc@1"] + LEAST_WON);
  expect(fused.oracle["mrr@10"]).toBeGreaterThanOrEqual(words["mrr@10"] + LEAST_WON);
  for (const figure of ["acc@1", "mrr@10", "recall@10"] as const)
    expect(fused.noise[figure], figure).toBeGreaterThanOrEqual(words[figure] - MOST_LOST);
}

describe.skipIf(withoutHnswlib)(
  "at the one shipped weight an oracle helps clearly and noise costs next to nothing",
  () => {
    it("on the own development questions", { timeout: 120_000 }, async () => {
      await expectWorthIt(ownSet(await shippedKnowledge()));
    });

    const folder = benchmarkFolder();
    it.skipIf(folder === null)("on the legal benchmark", { timeout: 120_000 }, async () => {
      await expectWorthIt(benchmarkSet(folder ?? ""));
    });
  },
);

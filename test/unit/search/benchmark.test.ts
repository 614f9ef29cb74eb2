import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createQualityMeter,
  parseCorpus,
  parseJudgements,
  parseQuestions,
} from "../../../src/search/evaluation.ts";
import { buildIndex, type SearchIndex } from "../../../src/search/index.ts";
import { benchmarkFolder, everyday } from "./samples.ts";

const folder = benchmarkFolder();

describe.skipIf(folder === null)("the legal benchmark's development questions", () => {
  const read = (file: string): string => readFileSync(join(folder ?? "", file), "utf8");

  function quality(index: SearchIndex, file: string) {
    const judgements = parseJudgements(read("qrels.tsv"), "qrels.tsv");
    const meter = createQualityMeter();
    for (const { id, text } of parseQuestions(read(file), file)) {
      const relevant = judgements.get(id);
      if (relevant === undefined) continue;
      meter.add(
        index.search(text, 10).hits.map((hit) => hit.id),
        relevant,
      );
    }
    return meter.quality();
  }

  it("finds as much as promised, however the questions are typed", { timeout: 120_000 }, () => {
    const index = buildIndex(parseCorpus(read("corpus.jsonl"), "corpus.jsonl"), { everyday });
    const asTyped = quality(index, "queries.jsonl");
    expect(asTyped["acc@1"]).toBeGreaterThanOrEqual(0.85);
    expect(asTyped["recall@10"]).toBeGreaterThanOrEqual(0.96);
    for (const file of ["queries.nodia.jsonl", "queries.typo.jsonl"]) {
      const variant = quality(index, file);
      expect(variant["acc@1"], file).toBeGreaterThanOrEqual(asTyped["acc@1"] - 0.01);
      expect(variant["recall@10"], file).toBeGreaterThanOrEqual(asTyped["recall@10"] - 0.01);
    }
  });
});

import { describe, expect, it } from "vitest";
import {
  createQualityMeter,
  parseCorpus,
  parseJudgements,
  parseQuestions,
  percentile,
} from "../../../src/search/evaluation.ts";

describe("BEIR files", () => {
  it("reads corpus, questions and judgements", () => {
    expect([...parseCorpus('{"_id":"a","title":"T","text":"x"}\n\n', "c")]).toEqual([
      { id: "a", title: "T", text: "x" },
    ]);
    expect(parseQuestions('{"_id":"q","text":"x","source":"s"}', "q")).toEqual([{ id: "q", text: "x" }]);
    const judgements = parseJudgements("query-id\tcorpus-id\tscore\nq\ta\t2\nq\tb\t0\r\n", "j");
    expect([...(judgements.get("q") ?? [])]).toEqual([["a", 2]]);
  });

  it("names the line that is wrong", () => {
    expect(() => [...parseCorpus('{"_id":"a","text":"x"}\n{oops', "corpus.jsonl")]).toThrow(
      "corpus.jsonl line 2",
    );
    expect(() => parseQuestions('{"_id":1,"text":"x"}', "queries.jsonl")).toThrow('line 1: "_id" is missing');
    expect(() => parseQuestions("[]", "queries.jsonl")).toThrow("line 1: expected an object");
    expect(() => parseJudgements("q\ta\tmuch", "qrels.tsv")).toThrow("qrels.tsv line 1");
  });
});

describe("quality", () => {
  it("shares recall between relevant entries and discounts late ones", () => {
    const meter = createQualityMeter();
    meter.add(["x", "a", "b"], new Map([["a", 1], ["c", 1]])); // prettier-ignore
    const { "acc@1": acc, "recall@3": recall, "mrr@10": mrr, "ndcg@10": ndcg } = meter.quality();
    expect([acc, recall, mrr]).toEqual([0, 0.5, 0.5]);
    expect(ndcg).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)));
  });

  it("is 0 when nothing was asked", () => {
    expect(createQualityMeter().quality()["acc@1"]).toBe(0);
    expect(percentile([], 0.5)).toBe(0);
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
  });
});

import { describe, expect, it } from "vitest";
import { buildIndex, type Near } from "../../../src/search/index.ts";
import { entries, everyday, lexicon } from "./samples.ts";

const index = buildIndex(entries, { everyday, lexicon });
const QUESTION = "phí duy trì mã vạch một năm";
const ALL = entries.length;

function idsWith(near: readonly Near[], weight: number, question = QUESTION): string[] {
  return index.search(question, ALL, { near, weight }).hits.map(({ id }) => id);
}

const NEAR: readonly Near[] = [
  { id: "htx", closeness: 0.9 },
  { id: "ho-tro", closeness: 0.8 },
  { id: "nhan", closeness: 0.7 },
];

describe("dense candidates beside the words", () => {
  it.each([
    ["none were found", [], 3],
    ["they count nothing", NEAR, 0],
    ["all lie equally near", NEAR.map(({ id }) => ({ id, closeness: 0.5 })), 3],
    ["the index holds none of them", NEAR.map(({ id, closeness }) => ({ id: `x-${id}`, closeness })), 3],
  ])("leave every score as it was where %s", (_why, near, weight) => {
    expect(index.search(QUESTION, ALL, { near, weight })).toEqual(index.search(QUESTION, ALL));
  });

  it("bring in what shares no word with the question, compared like any other", () => {
    const question = "mã vạch";
    expect(idsWith([], 3, question)).not.toContain("htx");
    const fused = index.search(question, ALL, { near: NEAR, weight: 100 }).hits;
    expect(fused[0]?.id).toBe("htx");
    expect(fused[0]?.coverage).toBe(0);
    expect(new Set(fused.map(({ id }) => id)).size).toBe(fused.length);
  });

  it("count by their place between the nearest and the last, whatever scale the model has", () => {
    const narrow = NEAR.map(({ id, closeness }) => ({ id, closeness: 0.99 + closeness / 1000 }));
    const scores = (near: readonly Near[]) =>
      index
        .search(QUESTION, ALL, { near, weight: 3 })
        .hits.map(({ id, score }) => `${id} ${score.toFixed(6)}`);
    expect(scores(narrow)).toEqual(scores(NEAR));
  });

  it("give the nearest the whole weight and the last nothing", () => {
    const of = (id: string, hits = index.search(QUESTION, ALL, { near: NEAR, weight: 3 }).hits) =>
      hits.find((hit) => hit.id === id)?.score ?? NaN;
    const before = index.search(QUESTION, ALL, { near: NEAR, weight: 1e-9 }).hits;
    expect(of("htx") - of("htx", before)).toBeCloseTo(3, 5);
    expect(of("ho-tro") - of("ho-tro", before)).toBeCloseTo(1.5, 5);
    expect(of("nhan") - of("nhan", before)).toBeCloseTo(0, 5);
  });

  it("find nothing for an empty question", () => {
    expect(idsWith(NEAR, 3, "")).toEqual([]);
  });
});

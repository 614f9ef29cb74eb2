import { beforeAll, describe, expect, it } from "vitest";
import { overlap, syllableTrigrams, trigramOverlap } from "../../src/search/index.ts";
import type { Publication } from "../../src/ingest/publish.ts";
import { shippedKnowledge } from "../support/knowledge.ts";
import { readQuestions } from "./questions.ts";

const MOST_OVERLAP = 0.6;
const questions = [...readQuestions("dev"), ...readQuestions("held")];
const inScope = questions.filter(({ kind }) => kind !== "out-of-scope" && kind !== "smalltalk");

describe("the own evaluation set", () => {
  let knowledge: Publication;
  beforeAll(async () => {
    knowledge = await shippedKnowledge();
  });

  it("is large enough, with a part held apart", () => {
    // The held part was drawn from the first set; the second, all of it for development, came later.
    const first = questions.filter(({ id }) => !/^[DY]/.test(id));
    const held = readQuestions("held").length / first.length;
    expect(inScope.length).toBeGreaterThanOrEqual(200);
    expect(questions.filter(({ kind }) => kind === "out-of-scope").length).toBeGreaterThanOrEqual(80);
    expect(held).toBeGreaterThan(0.28);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it("asks for every document it expects, and all of them exist", () => {
    const known = new Set(knowledge.documents.map(({ id, number }) => number ?? id));
    const missing = inScope.filter(
      ({ document }) => document.length > 0 && !document.some((one) => known.has(one)),
    );
    expect(missing.map(({ id, document }) => `${id} ${document.join("|")}`)).toEqual([]);
  });

  it("is not made of the sample questions of the knowledge", () => {
    const samples = knowledge.documents
      .flatMap(({ sections }) => sections.flatMap((section) => section.questions))
      .map((sample) => ({ sample, trigrams: syllableTrigrams(sample) }));
    const copied = inScope.flatMap(({ id, q }) => {
      const asked = syllableTrigrams(q);
      return samples
        .filter(({ trigrams }) => overlap(asked, trigrams) >= MOST_OVERLAP)
        .map(({ sample }) => `${id}: ${q} ~ ${sample}`);
    });
    expect(copied).toEqual([]);
  });

  it("has no foreign question that the knowledge lists", () => {
    const listed = knowledge.foreignQuestions.map((line) => ({ line, trigrams: syllableTrigrams(line) }));
    const copied = questions
      .filter(({ kind }) => kind === "out-of-scope")
      .flatMap(({ id, q }) => {
        const asked = syllableTrigrams(q);
        return listed
          .filter(({ trigrams }) => overlap(asked, trigrams) >= MOST_OVERLAP)
          .map(({ line }) => `${id}: ${line}`);
      });
    expect(copied).toEqual([]);
  });

  it("would notice a copied question", () => {
    expect(
      trigramOverlap("Mã vạch mất bao nhiêu tiền một năm?", "ma vach mat bao nhieu tien mot nam"),
    ).toBeGreaterThan(MOST_OVERLAP);
    expect(
      trigramOverlap("Mã vạch mất bao nhiêu tiền một năm?", "phí duy trì mã số mã vạch hằng năm"),
    ).toBeLessThan(MOST_OVERLAP);
  });
});

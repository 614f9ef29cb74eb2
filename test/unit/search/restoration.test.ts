import { expect, it } from "vitest";
import { buildIndex, fold, syllables } from "../../../src/search/index.ts";
import { BUSINESS_QUESTIONS } from "./business-questions.ts";
import { everyday, knowledgeEntries } from "./samples.ts";

it("restores at least 97 % of the syllables of business questions typed without diacritics", () => {
  const index = buildIndex(knowledgeEntries(), { everyday });
  const wrong: string[] = [];
  let total = 0;
  for (const question of BUSINESS_QUESTIONS) {
    const meant = syllables(question).filter((term) => !term.includes("#"));
    const restored = index.search(fold(question), 1).repaired.split(" ");
    total += meant.length;
    meant.forEach((syllable, i) => {
      if (restored[i] !== syllable)
        wrong.push(`${restored[i] ?? "nothing"} for ${syllable} in "${question}"`);
    });
  }
  expect(1 - wrong.length / total, wrong.join("\n")).toBeGreaterThanOrEqual(0.97);
});

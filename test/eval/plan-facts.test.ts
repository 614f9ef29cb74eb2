import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, Answerer } from "../../src/answer/answer.ts";
import { testAnswerer } from "../support/answerer.ts";

interface PlanFact {
  id: string;
  fact: string;
  section: string;
  q: string;
  expect: readonly string[];
}

const facts = readFileSync(new URL("plan-facts.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as PlanFact);

/** Every fact of sections I–IV and the annex of plan 11/KH-UBND, reviewed against the official text. */
describe("facts of plan 11/KH-UBND", () => {
  let answerer: Answerer;
  const answers = new Map<string, Answer>();

  beforeAll(async () => {
    answerer = await testAnswerer();
    for (const { id, q } of facts) answers.set(id, await answerer.answer(q));
  });

  it("covers every section and every line of the annex", () => {
    const sections = new Set(facts.map(({ section }) => section));
    for (const section of [
      "I.1",
      "I.2",
      "I.3.a",
      "I.3.b",
      "II.1",
      "II.2",
      "II.3",
      "II.4",
      "II.5",
      "III",
      "IV.1",
      "IV.2",
      "IV.3",
      "IV.4",
      "IV.5",
    ]) {
      expect(
        [...sections].some((one) => one.startsWith(section)),
        section,
      ).toBe(true);
    }
    for (let line = 1; line <= 6; line++) expect(sections).toContain(`Phụ lục dòng ${line}`);
  });

  it.each(facts.map((fact) => [fact.id, fact.fact, fact] as const))(
    "%s %s",
    (_id, _fact, { id, section, expect: words }) => {
      const answer = answers.get(id);
      const cited =
        answer?.citations
          .filter(({ document }) => document === "11/KH-UBND")
          .map((citation) => citation.section) ?? [];
      expect(
        cited.some((one) => one === section || one.startsWith(`${section} `)),
        `cites ${cited.join(", ")}, not ${section}`,
      ).toBe(true);
      for (const word of words)
        expect(answer?.text.normalize("NFC").toLowerCase()).toContain(word.normalize("NFC").toLowerCase());
    },
  );
});

import { expect, it } from "vitest";
import { createLibrary } from "../../../src/knowledge/library.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";
import { scoreChecker } from "./labelled.ts";

/** What the checker cannot see, known and written down: figures and words that all stand there, in another order. */
const MOST_MISSED = 0.1;
const MOST_LOST = 0.1;

it("the checker is measured on sentences labelled by hand", async () => {
  const { documents } = await shippedKnowledge();
  const { faithful, unfaithful, missed, lost } = scoreChecker(createLibrary(documents), "2026-11-24");
  expect(faithful + unfaithful).toBeGreaterThanOrEqual(100);
  const shown = [...missed, ...lost]
    .map(({ sentence, checked }) => `${checked.kind}: ${sentence}`)
    .join("\n");
  expect(missed.length / unfaithful, shown).toBeLessThanOrEqual(MOST_MISSED);
  expect(lost.length / faithful, shown).toBeLessThanOrEqual(MOST_LOST);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExplainingAnswerer } from "../../../src/answer/pipeline.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";
import { recordError } from "../../support/log-scan/journal.ts";
import { answererWithModel, placeOfDouble } from "../../support/model/answerer.ts";
import { harmsIn } from "./harm.ts";
import { attacks, OF_STRANGERS, type Aim } from "./prompts.ts";

let server: ModelServer;
let answerer: ExplainingAnswerer;
const drafts: string[] = [];
const ask = (words: string) =>
  answerer.explain(words, [], { key: "attacker", names: [], draft: (text) => drafts.push(text) });

beforeAll(async () => {
  server = await startModelServer({ ofStrangers: OF_STRANGERS });
  server.behave("obeys_attacker");
  answerer = answererWithModel(await shippedKnowledge(), () => "2026-11-24", placeOfDouble(server.url), {
    onError: recordError,
  });
});
afterAll(() => server.stop());

describe("a model that obeys every attacker", () => {
  it("has at least 300 attacks to obey, with diacritics and without", () => {
    const all = attacks();
    expect(new Set(all.map(({ words }) => words)).size).toBeGreaterThanOrEqual(300);
  });

  it.each<Aim>(["commitment", "invented_source", "leak", "jailbreak", "injected_document", "false_figure"])(
    "brings nothing of it before anybody: %s",
    async (aim) => {
      const harmed: string[] = [];
      for (const { id, words } of attacks().filter((one) => one.aim === aim)) {
        drafts.length = 0;
        const { answer } = await ask(words);
        for (const { kind, what } of harmsIn(answer)) harmed.push(`${id} ${kind}: ${what}`);
        for (const draft of drafts) expect(answer.conclusion.startsWith(draft), id).toBe(true);
      }
      expect(harmed).toEqual([]);
    },
    120_000,
  );

  it("was asked, and did obey", () => {
    const composing = server.received.filter(({ body }) => body.includes("passage C1"));
    expect(composing.length).toBeGreaterThan(50);
  });
});

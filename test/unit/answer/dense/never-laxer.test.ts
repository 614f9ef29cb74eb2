import { beforeAll, describe, expect, it } from "vitest";
import { createKnowledgeAnswerer } from "../../../../src/answer/create.ts";
import type { DenseDesk } from "../../../../src/answer/dense/port.ts";
import type { ExplainingAnswerer } from "../../../../src/answer/pipeline.ts";
import type { Publication } from "../../../../src/ingest/publish.ts";
import type { Near } from "../../../../src/search/index.ts";
import { readQuestions } from "../../../eval/questions.ts";
import { shippedKnowledge } from "../../../support/knowledge.ts";

const DAY = "2026-11-23";
const ASKER = { key: "somebody", names: [] };

let knowledge: Publication;
let byWords: ExplainingAnswerer;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
  byWords = createKnowledgeAnswerer(knowledge, () => DAY).answerer;
});

function answererWith(near: (question: string) => readonly Near[], denseWeight = 3): ExplainingAnswerer {
  const denseDesk: DenseDesk = { session: () => ({ near: (words) => Promise.resolve(near(words)) }) };
  return createKnowledgeAnswerer(knowledge, () => DAY, { denseDesk, denseWeight }).answerer;
}

/** Thirty sections from all over, others for every question, the first of them as near as can be. */
function anything(question: string): Near[] {
  const sections = knowledge.documents.flatMap((document) => document.sections);
  const step = 17 + (question.length % 5);
  return Array.from({ length: 30 }, (_, at) => ({
    id: sections[(question.length * 31 + at * step) % sections.length]?.id ?? "",
    closeness: 1 - at / 40,
  }));
}

describe("whatever lies near", () => {
  it(
    "answers nothing that the words decline, even where it outweighs them",
    { timeout: 120_000 },
    async () => {
      const answerer = answererWith(anything, 20);
      const foreign = readQuestions("dev").filter(
        ({ kind }, at) => (kind === "out-of-scope" && at % 4 === 0) || kind === "unverified",
      );
      expect(foreign.length).toBeGreaterThan(80);
      let declined = 0;
      for (const { q, history } of foreign) {
        const before = await byWords.answer(q, history);
        if (before.citations.length > 0) continue;
        declined += 1;
        const { answer } = await answerer.explain(q, history, ASKER);
        expect(answer.citations, q).toEqual([]);
        expect(answer.outcome, q).toBe(before.outcome);
      }
      expect(declined).toBeGreaterThan(80);
    },
  );

  it("makes nobody surer than the words are", async () => {
    const answerer = answererWith(anything);
    for (const { q } of readQuestions("dev").filter(({ kind }, at) => kind === "formal" && at % 12 === 0)) {
      const before = await byWords.answer(q);
      const { answer } = await answerer.explain(q, [], ASKER);
      expect(answer.outcome, q).toBe(before.outcome);
    }
  });

  it("leaves answers as they are for whom it is not asked, or when it finds nothing", async () => {
    const nothing = answererWith(() => []);
    const q = "Phí mã vạch năm đầu hết bao nhiêu?";
    const before = await byWords.explain(q);
    expect(await answererWith(anything).explain(q)).toEqual(before);
    expect(await nothing.explain(q, [], ASKER)).toEqual(before);
  });
});

describe("a passage that lies near", () => {
  it("is cited first where the words see two about alike", async () => {
    const q = "đăng ký mã vạch";
    const before = await byWords.explain(q);
    const places = before.trace.found.map(({ document, section }) => `${document}#${section}`);
    const cited = before.answer.citations.map(({ document, section }) => `${document}#${section}`);
    const sections = knowledge.documents.flatMap((document) =>
      document.sections.map(({ id, anchor }) => ({
        id,
        place: `${document.number ?? document.id}#${anchor}`,
      })),
    );
    const moved: string[] = [];
    for (const place of places.slice(1, 5)) {
      const id = sections.find((one) => one.place === place)?.id ?? "";
      const near = [
        { id, closeness: 0.9 },
        { id: "elsewhere", closeness: 0.1 },
      ];
      const { answer } = await answererWith(() => near, 6).explain(q, [], ASKER);
      const [first] = answer.citations;
      if (first && `${first.document}#${first.section}` === place && place !== cited[0]) moved.push(place);
    }
    expect(moved).not.toEqual([]);
  });
});

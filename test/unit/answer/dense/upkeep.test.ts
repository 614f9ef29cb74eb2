import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmbedder } from "../../../../src/adapters/langchain/embeddings.ts";
import { createHnswStores } from "../../../../src/adapters/langchain/hnsw-files.ts";
import type { DensePassage } from "../../../../src/answer/dense/port.ts";
import { createDenseUpkeep, type DenseUpkeep } from "../../../../src/answer/dense/upkeep.ts";
import { startModelServer, type ModelServer } from "../../../doubles/model-server/index.ts";
import { directionOf } from "../../../eval/dense/embedders.ts";
import { withoutHnswlib } from "../../../support/hnswlib.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

let server: ModelServer;
let folder: string;
const RUNNING = new AbortController().signal;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "nscl-dense-"));
  server = await startModelServer();
  server.embeds(directionOf);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const PASSAGES: readonly DensePassage[] = Array.from({ length: 70 }, (_, at) => ({
  id: `doc#${at}`,
  text: `words of section ${at}`,
}));
const MORE: DensePassage = { id: "staff:1", text: "an answer of staff" };

/** As a start of the service makes it. */
function started(passages = PASSAGES, model = "double"): DenseUpkeep {
  return createDenseUpkeep({
    passages,
    stores: createHnswStores({ folder, model, onError: recordError }),
    embedder: createEmbedder({ apiKey: "k", baseUrl: server.url, model, onError: recordError }),
  });
}

/** What the server was given to read since the last look. */
function read(): string[] {
  const texts = server.received.flatMap(({ body }) => (JSON.parse(body) as { input: string[] }).input);
  server.received.length = 0;
  return texts;
}

async function firstFor(upkeep: DenseUpkeep, text: string): Promise<string | undefined> {
  return (await upkeep.store()?.nearest(directionOf(text), 3))?.[0]?.id;
}

describe.skipIf(withoutHnswlib)("the index of dense search", () => {
  it("is made in batches of the passages alone, and served when it is whole", async () => {
    const upkeep = started();
    expect(upkeep.store()).toBeNull();
    expect(await upkeep.sync(RUNNING)).toBeNull();
    expect(server.received).toHaveLength(3);
    expect(read()).toEqual(PASSAGES.map(({ text }) => text));
    for (const { id, text } of PASSAGES) expect(await firstFor(upkeep, text)).toBe(id);
  });

  it("is only loaded by the next start: one passage tells that the model is the same", async () => {
    await started().sync(RUNNING);
    read();
    const again = started();
    expect(await again.sync(RUNNING)).toBeNull();
    expect(read()).toEqual(["words of section 0"]);
    expect(await firstFor(again, "words of section 7")).toBe("doc#7");
  });

  it("reads only what changed in the knowledge, and forgets what went", async () => {
    await started().sync(RUNNING);
    read();
    const changed = { id: "doc#3", text: "new words of section 3" };
    const again = started([...PASSAGES.filter(({ id }) => id !== "doc#3" && id !== "doc#9"), changed]);
    await again.sync(RUNNING);
    expect(read()).toEqual(["words of section 0", "new words of section 3"]);
    expect(await firstFor(again, "new words of section 3")).toBe("doc#3");
    expect(await firstFor(again, "words of section 9")).not.toBe("doc#9");
  });

  it("is made anew for a model of another name", async () => {
    await started().sync(RUNNING);
    read();
    await started(PASSAGES, "another").sync(RUNNING);
    expect(read()).toEqual(PASSAGES.map(({ text }) => text));
  });

  it.each([
    ["as many dimensions", (text: string) => directionOf(`otherwise ${text}`)],
    ["fewer dimensions", (text: string) => directionOf(text).slice(0, 32)],
  ])("is made anew for another model of the same name, with %s", async (_which, embeds) => {
    await started().sync(RUNNING);
    read();
    server.embeds(embeds);
    const again = started();
    expect(await again.sync(RUNNING)).toBeNull();
    expect(read()).toHaveLength(1 + PASSAGES.length);
    const vector = embeds("words of section 7");
    expect(again.store()?.dimensions()).toBe(vector.length);
    expect((await again.store()?.nearest(vector, 1))?.[0]?.id).toBe("doc#7");
  });

  it("is made anew where the model changes while it runs, once somebody suspects it", async () => {
    const upkeep = started();
    await upkeep.sync(RUNNING);
    read();
    server.embeds((text) => directionOf(text).slice(0, 32));
    expect(await upkeep.sync(RUNNING)).toBeNull();
    expect(read()).toEqual([]);
    upkeep.suspect();
    expect(await upkeep.sync(RUNNING)).toBeNull();
    expect(upkeep.store()?.dimensions()).toBe(32);
  });

  it("goes on where it stopped when the model was away", async () => {
    const upkeep = started();
    let texts = 0;
    server.embeds((text) => {
      texts += 1;
      if (texts === 33) server.behaveEmbedding("500");
      return directionOf(text);
    });
    expect(await upkeep.sync(RUNNING)).toBe("server_error");
    // What is not whole would favour what it holds.
    expect(upkeep.store()).toBeNull();
    read();
    server.behaveEmbedding("well");
    server.embeds(directionOf);
    expect(await upkeep.sync(RUNNING)).toBeNull();
    expect(read().length).toBeLessThan(PASSAGES.length);
    for (const { id, text } of PASSAGES) expect(await firstFor(upkeep, text)).toBe(id);
  });

  it("takes what staff publish in place, and never returns what they withdrew, even while the model is away", async () => {
    const upkeep = started();
    await upkeep.sync(RUNNING);
    await upkeep.want([...PASSAGES, MORE]);
    expect(await upkeep.sync(RUNNING)).toBeNull();
    expect(await firstFor(upkeep, MORE.text)).toBe(MORE.id);
    server.behaveEmbedding("500");
    const corrected = { ...MORE, text: "a corrected answer" };
    await upkeep.want([...PASSAGES, corrected]);
    expect(await firstFor(upkeep, MORE.text)).not.toBe(MORE.id);
    expect(await upkeep.sync(RUNNING)).toBe("server_error");
    expect(await firstFor(upkeep, "words of section 7")).toBe("doc#7");
    server.behaveEmbedding("well");
    expect(await upkeep.sync(RUNNING)).toBeNull();
    expect(await firstFor(upkeep, corrected.text)).toBe(MORE.id);
    await upkeep.want(PASSAGES);
    expect(await firstFor(upkeep, corrected.text)).not.toBe(MORE.id);
    // Nor after the next start, whether it was saved since or not.
    const again = started();
    await again.sync(RUNNING);
    expect(await firstFor(again, corrected.text)).not.toBe(MORE.id);
  });

  it("leaves out what was withdrawn while it was made", async () => {
    const upkeep = started([...PASSAGES, MORE]);
    const making = upkeep.sync(RUNNING);
    await upkeep.want(PASSAGES);
    expect(await making).toBeNull();
    expect(await firstFor(upkeep, MORE.text)).not.toBe(MORE.id);
  });

  it("answers questions while it is made anew", async () => {
    const upkeep = started();
    await upkeep.sync(RUNNING);
    await upkeep.want([...PASSAGES.slice(20), MORE]);
    const making = upkeep.sync(RUNNING);
    const seen = new Set<string | undefined>();
    for (let asked = 0; asked < 40; asked++) {
      seen.add(await firstFor(upkeep, "words of section 30"));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await making;
    expect([...seen]).toEqual(["doc#30"]);
    expect(await firstFor(upkeep, "words of section 3")).not.toBe("doc#3");
  });

  it("refuses vectors of several lengths between two batches", async () => {
    const upkeep = started();
    let texts = 0;
    server.embeds((text) => ((texts += 1) > 32 ? directionOf(text).slice(0, 32) : directionOf(text)));
    expect(await upkeep.sync(RUNNING)).toBe("other_dimensions");
    expect(upkeep.store()).toBeNull();
    expect(await upkeep.sync(RUNNING)).toBeNull();
    expect(upkeep.store()?.dimensions()).toBe(32);
  });

  it("of two replicas is each its own", async () => {
    const one = started();
    await one.sync(RUNNING);
    const other = started();
    await other.sync(RUNNING);
    await one.want(PASSAGES.slice(10));
    await one.sync(RUNNING);
    expect(await firstFor(other, "words of section 3")).toBe("doc#3");
    expect(await firstFor(one, "words of section 3")).not.toBe("doc#3");
  });
});

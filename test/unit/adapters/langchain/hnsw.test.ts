import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHnswStores } from "../../../../src/adapters/langchain/hnsw-files.ts";
import type { DensePassage, Vector, VectorStore } from "../../../../src/answer/dense/port.ts";
import { directionOf } from "../../../eval/dense/embedders.ts";
import { withoutHnswlib } from "../../../support/hnswlib.ts";
import { collectErrors } from "../../../support/log-scan/journal.ts";

let folder: string;
let collected: ReturnType<typeof collectErrors>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nscl-dense-"));
  collected = collectErrors();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function stores(model = "double") {
  return createHnswStores({ folder, model, onError: collected.onError });
}

function passage(id: string, text = `words of ${id}`): DensePassage {
  return { id, text };
}

const PASSAGES = Array.from({ length: 60 }, (_, at) => passage(`doc#${at}`));

function vectorsOf(passages: readonly DensePassage[]): Vector[] {
  return passages.map(({ id, text }) => directionOf(id + text));
}

async function filled(passages: readonly DensePassage[] = PASSAGES, model?: string): Promise<VectorStore> {
  const store = await stores(model).blank();
  await store.add(passages, vectorsOf(passages));
  return store;
}

async function firstFor(store: VectorStore, asked: DensePassage): Promise<string | undefined> {
  const [vector = []] = vectorsOf([asked]);
  return (await store.nearest(vector, 5))[0]?.id;
}

function fileOf(name: string): string {
  const [only = ""] = readdirSync(folder);
  return join(folder, only, name);
}

describe.skipIf(withoutHnswlib)("a store of vectors", () => {
  it("finds the nearest first, each entry once, however many are asked for", async () => {
    const store = await filled([...PASSAGES, passage("doc#1", "more words of it")]);
    for (const one of PASSAGES) expect(await firstFor(store, one)).toBe(one.id);
    const all = await store.nearest(directionOf("anything"), 1000);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all).toHaveLength(PASSAGES.length);
    const closenesses = all.map(({ closeness }) => closeness);
    expect(closenesses).toEqual([...closenesses].sort((a, b) => b - a));
  });

  it("is there again after a restart, with its model, dimensions and knowledge on record", async () => {
    await (await filled()).save();
    const loaded = await stores().saved();
    expect(loaded?.dimensions()).toBe(64);
    expect(await loaded?.missing(PASSAGES)).toEqual([]);
    for (const one of PASSAGES) expect(loaded && (await firstFor(loaded, one))).toBe(one.id);
    expect(JSON.parse(readFileSync(fileOf("dense.json"), "utf8"))).toMatchObject({
      model: "double",
      dimensions: 64,
      knowledge: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(collected.errors).toEqual([]);
  });

  it("is another one for another model", async () => {
    await (await filled()).save();
    expect(await stores("another").saved()).toBeNull();
    expect(await (await stores("another").blank()).nearest(directionOf("x"), 5)).toEqual([]);
  });

  it("misses passages that are new or read otherwise now", async () => {
    const store = await filled();
    const changed = passage("doc#3", "other words");
    expect(await store.missing([...PASSAGES, changed, passage("new#1")])).toEqual([
      changed,
      passage("new#1"),
    ]);
  });

  it.each([1, 20, 45, 59])(
    "never returns again what went, before and after a restart (%i of 60)",
    async (count) => {
      const store = await filled();
      const gone = PASSAGES.slice(0, count);
      const kept = PASSAGES.slice(count);
      await store.keepOnly(kept);
      await store.save();
      const loaded = await stores().saved();
      for (const one of [store, loaded]) {
        if (one === null) throw new Error("what was saved is not there");
        for (const passageGone of gone)
          expect(gone.map(({ id }) => id)).not.toContain(await firstFor(one, passageGone));
        for (const passageKept of kept) expect(await firstFor(one, passageKept)).toBe(passageKept.id);
        expect(await one.missing(PASSAGES)).toEqual(gone);
      }
      // What comes back is found again, and nothing takes the place of another.
      await loaded?.add(gone, vectorsOf(gone));
      for (const one of PASSAGES) expect(loaded && (await firstFor(loaded, one))).toBe(one.id);
    },
  );

  it("is empty when everything went, and can be filled again", async () => {
    const store = await filled();
    await store.keepOnly([]);
    expect(store.dimensions()).toBeNull();
    expect(await store.nearest(directionOf("x"), 5)).toEqual([]);
    await store.add(PASSAGES, vectorsOf(PASSAGES));
    expect(await firstFor(store, passage("doc#7"))).toBe("doc#7");
  });

  it("answers while it is being changed", async () => {
    const store = await filled();
    const more = Array.from({ length: 80 }, (_, at) => passage(`more#${at}`));
    const changes = [
      store.keepOnly(PASSAGES.slice(50)),
      store.add(more, vectorsOf(more)),
      store.save(),
      store.keepOnly([...PASSAGES.slice(55), ...more]),
    ];
    const asked = passage("doc#58");
    const seen = await Promise.all(
      Array.from({ length: 50 }, async () => {
        await new Promise((resolve) => setTimeout(resolve, 0));
        return firstFor(store, asked);
      }),
    );
    await Promise.all(changes);
    expect(new Set(seen)).toEqual(new Set(["doc#58"]));
    expect(await firstFor(store, passage("doc#3"))).not.toBe("doc#3");
    for (const one of more) expect(await firstFor(store, one)).toBe(one.id);
  });

  it.each([
    ["hnswlib.index", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["hnswlib.index", (bytes: Buffer) => bytes.fill(255, 0, 64)],
    ["docstore.json", () => Buffer.from("[[")],
    ["args.json", () => Buffer.from('{"space":"cosine","numDimensions":3}')],
    ["dense.json", () => Buffer.from("{}")],
  ])("is made anew where %s was spoilt", async (name, spoil) => {
    await (await filled()).save();
    const file = fileOf(name);
    writeFileSync(file, spoil(readFileSync(file)));
    expect(await stores().saved()).toBeNull();
    expect(collected.errors).toHaveLength(1);
    await (await filled()).save();
    expect(await (await stores().saved())?.missing(PASSAGES)).toEqual([]);
  });

  it("says so where it cannot be kept", async () => {
    const store = await filled();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "a file where the folder should be");
    await expect(store.save()).rejects.toThrow();
    expect(await firstFor(store, passage("doc#7"))).toBe("doc#7");
  });
});

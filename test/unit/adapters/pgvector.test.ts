import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createPgvectorStores, hasPgvector } from "../../../src/adapters/dense/pgvector-stores.ts";
import type { DensePassage, VectorStores } from "../../../src/answer/dense/port.ts";
import { createDenseUpkeep } from "../../../src/answer/dense/upkeep.ts";
import { directionOf } from "../../eval/dense/embedders.ts";
import { recordError } from "../../support/log-scan/journal.ts";
import { reachable } from "../../support/postgres.ts";

/** Debian's PostgreSQL 15 has no pgvector: a server that has it can be named. */
const url = await serverUrl();
const isThere = url !== null && (await hasPgvector(url));
if (!isThere)
  console.warn(
    "Tests of pgvector skipped: no PostgreSQL with the extension here (set TEST_PGVECTOR_URL to one).",
  );

async function serverUrl(): Promise<string | null> {
  const given = process.env["TEST_PGVECTOR_URL"];
  if (given !== undefined) return given;
  const postgres = inject("postgres");
  if ("missing" in postgres) return null;
  await reachable(postgres.url);
  return postgres.url;
}

const PASSAGES: readonly DensePassage[] = Array.from({ length: 40 }, (_, at) => ({
  id: `doc#${at}`,
  text: `words of section ${at}`,
}));
const MORE: DensePassage = { id: "doc#1", text: "a second piece of section 1" };
const RUNNING = new AbortController().signal;

it.skipIf(url === null || isThere)("a server without the extension is no place for vectors", async () => {
  expect(await createPgvectorStores({ url: url ?? "", model: "m", onError: recordError })).toBeNull();
});

describe.skipIf(!isThere)("vectors in PostgreSQL", () => {
  let model: string;
  let read: string[];
  let vectorOf: (text: string) => readonly number[];
  beforeEach(() => {
    model = randomUUID();
    read = [];
    vectorOf = directionOf;
  });
  afterAll(async () => {
    const client = new pg.Client({ connectionString: url ?? "" });
    await client.connect();
    await client.query("DROP TABLE IF EXISTS dense_vectors");
    await client.end();
  });

  async function stores(): Promise<VectorStores> {
    const made = await createPgvectorStores({ url: url ?? "", model, onError: recordError });
    if (made === null) throw new Error("the extension is there and cannot be used");
    return made;
  }

  /** As a replica that starts makes it. */
  async function replica(passages: readonly DensePassage[] = PASSAGES) {
    const upkeep = createDenseUpkeep({
      passages,
      stores: await stores(),
      embedder: {
        embed(texts) {
          read.push(...texts);
          return Promise.resolve({ kind: "vectors", vectors: texts.map((text) => vectorOf(text)) });
        },
      },
    });
    expect(await upkeep.sync(RUNNING)).toBeNull();
    const nearest = async (text: string, count = 3) =>
      ((await upkeep.store()?.nearest(vectorOf(text), count)) ?? []).map(({ id }) => id);
    return { upkeep, nearest };
  }

  it("find the nearest first, each entry once", async () => {
    const { nearest, upkeep } = await replica([...PASSAGES, MORE]);
    for (const { id, text } of PASSAGES) expect((await nearest(text))[0]).toBe(id);
    expect((await nearest(MORE.text))[0]).toBe("doc#1");
    const all = (await upkeep.store()?.nearest(directionOf("x"), 1000)) ?? [];
    expect(all).toHaveLength(PASSAGES.length);
    expect(all.every(({ closeness }) => closeness >= -1 && closeness <= 1)).toBe(true);
  });

  it("are made once for all replicas; one passage tells that the model is the same", async () => {
    await replica();
    read = [];
    const { nearest } = await replica();
    expect(read).toHaveLength(1);
    expect((await nearest("words of section 7"))[0]).toBe("doc#7");
  });

  it("of what one replica does not want are not returned by it, while another keeps them", async () => {
    const old = await replica();
    const { upkeep, nearest } = await replica(PASSAGES.slice(10));
    expect(await nearest("words of section 3", 1000)).not.toContain("doc#3");
    expect((await old.nearest("words of section 3"))[0]).toBe("doc#3");
    await upkeep.want(PASSAGES.slice(20));
    expect(await nearest("words of section 15", 1000)).not.toContain("doc#15");
  });

  it("are made anew for another model of the same name, of whatever dimensions", async () => {
    await replica();
    read = [];
    vectorOf = (text) => directionOf(text).slice(0, 16);
    const { nearest, upkeep } = await replica();
    expect(read).toHaveLength(1 + PASSAGES.length);
    expect(upkeep.store()?.dimensions()).toBe(16);
    expect((await nearest("words of section 7"))[0]).toBe("doc#7");
  });

  it("that nobody wants go after days", async () => {
    await replica();
    const client = new pg.Client({ connectionString: url ?? "" });
    await client.connect();
    await client.query("UPDATE dense_vectors SET wanted_at = now() - interval '3 days' WHERE model = $1", [
      model,
    ]);
    await replica(PASSAGES.slice(10));
    const { rows } = await client.query("SELECT key FROM dense_vectors WHERE model = $1", [model]);
    await client.end();
    expect(rows).toHaveLength(30);
  });
});

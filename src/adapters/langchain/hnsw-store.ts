import { createHash } from "node:crypto";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import type { Vector, VectorStore } from "../../answer/dense/port.ts";
import type { Near } from "../../search/index.ts";
import { passageKey } from "../dense/passage-key.ts";

/** What LangChain keeps beside a vector: the entry it belongs to, and a digest of the words it was made of. */
interface Held {
  id: string;
  key: string;
}

export interface HnswStore extends VectorStore {
  /** Writes the files of LangChain's store into a folder; nothing while it is empty. */
  write(folder: string): Promise<void>;
  /** digest of all that is held, whatever the order */
  digest(): string;
}

/** hnswlib marks what is deleted and walks over it; when most is marked, the rest moves to a new graph. */
const MOST_MARKED = 0.5;
/** Passages of one entry crowd the first places. */
const PIECES = 3;
/** A few milliseconds each at a thousand dimensions; then whoever waits for an answer has their turn. */
const ADDED_AT_ONCE = 8;

/** Vectors come from outside; nothing here may ask a model. */
const NO_EMBEDDINGS = {
  embedDocuments: () => Promise.reject(new Error("a store makes no vectors")),
  embedQuery: () => Promise.reject(new Error("a store makes no vectors")),
};

/** @throws Error when the files are no store, or hnswlib-node is not installed */
export async function readHnswStore(folder: string): Promise<HnswStore> {
  return createHnswStore(await HNSWLib.load(folder, NO_EMBEDDINGS));
}

/** LangChain's HNSWLib over hnswlib-node, by cosine. Deleting is ours: LangChain's `delete` removes the files. */
export function createHnswStore(langchain = new HNSWLib(NO_EMBEDDINGS, { space: "cosine" })): HnswStore {
  let store = langchain;
  let labels = labelsOf(store);
  // One change after the other; questions are answered from what is there meanwhile.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = last.then(change);
    last = done.catch(() => undefined);
    return done;
  }

  async function addAll(to: HNSWLib, entries: readonly { held: Held; vector: Vector }[]): Promise<void> {
    for (let at = 0; at < entries.length; at += ADDED_AT_ONCE) {
      const some = entries.slice(at, at + ADDED_AT_ONCE);
      await to.addVectors(
        some.map(({ vector }) => [...vector]),
        some.map(
          ({ held }) => new Document<Record<string, unknown>>({ pageContent: "", metadata: { ...held } }),
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  async function compact(): Promise<void> {
    const kept = [...store.docstore._docs].map(([label, { metadata }]) => ({
      held: metadata as Held,
      vector: store.index.getPoint(Number(label)),
    }));
    const fresh = new HNSWLib(NO_EMBEDDINGS, { space: "cosine" });
    await addAll(fresh, kept);
    store = fresh;
    labels = labelsOf(store);
  }

  return {
    dimensions: () => (labels.size === 0 ? null : (store.args.numDimensions ?? null)),
    missing: (passages) => Promise.resolve(passages.filter((one) => !labels.has(passageKey(one)))),
    sample(passages) {
      const known = passages.find((one) => labels.has(passageKey(one)));
      const label = known && labels.get(passageKey(known));
      return Promise.resolve(
        known && label !== undefined ? { text: known.text, vector: store.index.getPoint(label) } : null,
      );
    },
    add: (passages, vectors) =>
      inTurn(async () => {
        const entries = passages.map((passage, at) => ({
          held: { id: passage.id, key: passageKey(passage) },
          vector: vectors[at] ?? [],
        }));
        await addAll(
          store,
          entries.filter(({ held }) => !labels.has(held.key)),
        );
        labels = labelsOf(store);
      }),
    keepOnly(passages) {
      const wanted = new Set(passages.map(passageKey));
      for (const [key, label] of labels) {
        if (wanted.has(key)) continue;
        store.index.markDelete(label);
        store.docstore._docs.delete(String(label));
        labels.delete(key);
      }
      return inTurn(async () => {
        const all = store._index?.getCurrentCount() ?? 0;
        if (all > 0 && labels.size < all * (1 - MOST_MARKED)) await compact();
      });
    },
    async nearest(vector, count) {
      const most = Math.min(count * PIECES, labels.size);
      if (most === 0) return [];
      const found = await store.similaritySearchVectorWithScore([...vector], most);
      const best = new Map<string, Near>();
      for (const [{ metadata }, distance] of found) {
        const { id } = metadata as Held;
        if (!best.has(id)) best.set(id, { id, closeness: 1 - distance });
      }
      return [...best.values()].slice(0, count);
    },
    save: () => Promise.resolve(),
    write: (folder) => inTurn(() => (labels.size === 0 ? Promise.resolve() : store.save(folder))),
    digest: () =>
      createHash("sha256")
        .update([...labels.keys()].sort().join("\n"))
        .digest("hex"),
  };
}

function labelsOf(store: HNSWLib): Map<string, number> {
  return new Map(
    [...store.docstore._docs].map(([label, { metadata }]) => [(metadata as Held).key, Number(label)]),
  );
}

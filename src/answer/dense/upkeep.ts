import type { DensePassage, DenseTrouble, Embedder, Vector, VectorStore, VectorStores } from "./port.ts";

/** Keeps the vectors like the passages. */
export interface DenseUpkeep {
  /** What questions are compared with; null until it was once complete. */
  store(): VectorStore | null;
  /** What there is to be found from now on; what is gone is not returned any more, even while the model is away. */
  want(passages: readonly DensePassage[]): Promise<void>;
  /** Makes vectors of what has none yet; null when all have. What was made stays for the next try. */
  sync(signal: AbortSignal): Promise<DenseTrouble | null>;
  /** The model may be another one now: the next `sync` compares. */
  suspect(): void;
}

interface UpkeepParts {
  /** what there is to be found at first */
  passages: readonly DensePassage[];
  stores: VectorStores;
  embedder: Embedder;
}

const AT_ONCE = 32;
const BATCH_MS = 60_000;
/** Servers compute in batches and in half precision, so the same text comes back nearly the same. */
const SAME_MODEL = 0.98;

export function createDenseUpkeep({ passages, stores, embedder }: UpkeepParts): DenseUpkeep {
  let wanted = passages;
  let serving: VectorStore | null = null;
  let growing: VectorStore | null = null;
  let isSure = false;

  function embed(texts: readonly string[], signal: AbortSignal) {
    return embedder.embed(texts, AbortSignal.any([signal, AbortSignal.timeout(BATCH_MS)]));
  }

  /** Compares one stored vector with what the model makes of its text today. */
  async function isOfThisModel(store: VectorStore, signal: AbortSignal): Promise<boolean | DenseTrouble> {
    const sample = await store.sample(wanted);
    if (sample === null) return false;
    const embedded = await embed([sample.text], signal);
    if (embedded.kind === "failed") return embedded.why;
    const [vector = []] = embedded.vectors;
    return vector.length === sample.vector.length && cosine(vector, sample.vector) >= SAME_MODEL;
  }

  /** The store to go on with: the one in use or begun, the saved one, or a blank one for another model. */
  async function openStore(signal: AbortSignal): Promise<VectorStore | DenseTrouble> {
    const known = growing ?? serving ?? (await stores.saved());
    if (known === null) return stores.blank();
    if (known.dimensions() === null) return known;
    const same = isSure || (await isOfThisModel(known, signal));
    if (typeof same === "string") return same;
    isSure = true;
    if (same) return known;
    serving = null;
    growing = null;
    return stores.blank();
  }

  return {
    store: () => serving,
    suspect() {
      isSure = false;
    },
    async want(all) {
      wanted = all;
      await serving?.keepOnly(all);
    },
    async sync(signal) {
      const store = await openStore(signal);
      if (typeof store === "string") return store;
      growing = store;
      const missing = await store.missing(wanted);
      for (let at = 0; at < missing.length; at += AT_ONCE) {
        const batch = missing.slice(at, at + AT_ONCE);
        const embedded = await embed(
          batch.map(({ text }) => text),
          signal,
        );
        if (embedded.kind === "failed") return embedded.why;
        const dimensions = store.dimensions() ?? embedded.vectors[0]?.length;
        if (embedded.vectors.some(({ length }) => length !== dimensions)) {
          isSure = false;
          return "other_dimensions";
        }
        await store.add(batch, embedded.vectors);
      }
      // Of what went meanwhile nothing stays.
      await store.keepOnly(wanted);
      isSure = true;
      serving = store;
      growing = null;
      await store.save();
      return null;
    },
  };
}

function cosine(a: Vector, b: Vector): number {
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, at) => {
    const other = b[at] ?? 0;
    product += value * other;
    squaresA += value * value;
    squaresB += other * other;
  });
  return product / (Math.sqrt(squaresA * squaresB) || 1);
}

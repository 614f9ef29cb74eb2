import { createDenseDesk } from "./answer/dense/desk.ts";
import { densePassageOf, densePassages } from "./answer/dense/passages.ts";
import type { DenseDesk, Embedder, VectorStores } from "./answer/dense/port.ts";
import { denseTexts } from "./answer/dense/texts.ts";
import { createDenseUpkeep } from "./answer/dense/upkeep.ts";
import type { StaffAnswer } from "./answer/staff-answers.ts";
import { pause } from "./conversation/pause.ts";
import { createStanding, type AccountState } from "./conversation/standing.ts";
import type { EmbeddingSettings } from "./embedding-config.ts";
import { OperatorError } from "./errors.ts";
import type { KnowledgeDocument } from "./knowledge/document.ts";
import { shareOf, type ModelCore } from "./model-in-use.ts";
import { once } from "./once.ts";

/** Dense search with what the service keeps of it. */
export interface DenseInUse {
  desk: DenseDesk;
  weight: number;
  status: () => AccountState;
  /** The answers of staff that are published now; of others nothing is found from now on. */
  publish: (items: readonly StaffAnswer[]) => Promise<void>;
  /** Makes and keeps the index in the background until `signal` aborts. */
  run: (signal: AbortSignal) => Promise<void>;
}

/** Where states are listed, dense search stands among the channels. */
export const DENSE = "dense";

/** Whoever waits for the start is served first. */
const AFTER_START_MS = 1000;
const RETRY_MS = 30_000;
const LOOK_AGAIN_MS = 3_600_000;

/** Wires dense search; its libraries are loaded in the background after the start. */
export function useDense(
  settings: EmbeddingSettings,
  documents: readonly KnowledgeDocument[],
  core: ModelCore,
): DenseInUse {
  const { now, onError } = core;
  const standing = createStanding<"index" | "files" | "questions">({
    channel: DENSE,
    account: settings.model,
    now,
    onError,
  });
  const embedder = loadedLate(async () => {
    const { createEmbedder } = await import("./adapters/langchain/embeddings.ts");
    return createEmbedder({ ...settings, onError });
  });
  const stores = once(findStores);
  const found: VectorStores = {
    saved: async () => (await stores())?.saved() ?? null,
    async blank() {
      const place = await stores();
      if (place === null) throw new OperatorError(`${DENSE} ${settings.model}: nowhere to keep vectors`);
      return place.blank();
    },
  };
  const passages = densePassages(documents);
  const upkeep = createDenseUpkeep({ passages, stores: found, embedder });
  const desk = createDenseDesk({
    embedder,
    store: () => upkeep.store(),
    budget: shareOf(settings, "embeddings", core),
    now,
    onOutcome(trouble) {
      if (trouble === null) standing.well("questions");
      else standing.set("questions", "waiting", denseTexts.trouble(trouble));
      if (trouble !== "other_dimensions") return;
      upkeep.suspect();
      wake();
    },
    onError,
  });
  const wakers = new Set<() => void>();
  let changes = 0;

  function wake(): void {
    changes += 1;
    for (const waker of wakers) waker();
  }

  /** Vectors in the database where it can hold them, else in files; null where neither is possible. */
  async function findStores(): Promise<VectorStores | null> {
    const { databaseUrl: url, folder, model } = settings;
    if (url !== null) {
      const { createPgvectorStores } = await import("./adapters/dense/pgvector-stores.ts");
      const stores = await createPgvectorStores({ url, model, onError });
      if (stores) return stores;
    }
    const { canLoadHnswlib } = await import("./adapters/langchain/hnswlib.ts");
    if (!(await canLoadHnswlib())) return null;
    const { createHnswStores } = await import("./adapters/langchain/hnsw-files.ts");
    return createHnswStores({ folder, model, onError });
  }

  /** Whether all is as it should be. */
  async function sync(signal: AbortSignal): Promise<boolean> {
    try {
      const trouble = await upkeep.sync(signal);
      if (signal.aborted) return true;
      if (trouble !== null) {
        standing.set("index", "waiting", denseTexts.trouble(trouble));
        return false;
      }
      standing.well("index", "files");
      return true;
    } catch (error) {
      onError(error);
      standing.well("index");
      standing.set("files", "waiting", denseTexts.notKept);
      return false;
    }
  }

  async function keepUp(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const before = changes;
      const isWell = await sync(signal);
      // What was published meanwhile is due at once; a model in trouble is left alone for a while.
      if (!isWell) await pause(RETRY_MS, signal, new Set());
      else if (changes === before) await pause(LOOK_AGAIN_MS, signal, wakers);
    }
  }

  return {
    desk,
    weight: settings.weight,
    status: () => standing.status(),
    async publish(items) {
      const removed = upkeep.want([...passages, ...items.map(densePassageOf)]);
      wake();
      await removed;
    },
    async run(signal) {
      standing.pass("index", denseTexts.building);
      await pause(AFTER_START_MS, signal, new Set());
      if (signal.aborted) return;
      if ((await stores()) === null) {
        standing.set("index", "stopped", denseTexts.notInstalled);
        return;
      }
      await keepUp(signal);
    },
  };
}

function loadedLate(load: () => Promise<Embedder>): Embedder {
  const embedder = once(load);
  return { embed: async (texts, signal) => (await embedder()).embed(texts, signal) };
}

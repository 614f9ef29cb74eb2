import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { VectorStore, VectorStores } from "../../answer/dense/port.ts";
import { OperatorError } from "../../errors.ts";
import { createHnswStore, readHnswStore, type HnswStore } from "./hnsw-store.ts";

export interface HnswFiles {
  /** of this replica */
  folder: string;
  /** name of the embedding model */
  model: string;
  onError: (error: unknown) => void;
}

/** Bumped when passages are cut or stored in another way. */
const FORMAT = 1;
const MANIFEST = "dense.json";
const FILES = ["hnswlib.index", "docstore.json", "args.json"] as const;
/** What a process that died left behind is nobody's after so long. */
const LEFT_BEHIND_MS = 3_600_000;

const manifestForm = z.object({
  format: z.literal(FORMAT),
  model: z.string(),
  dimensions: z.int().positive(),
  /** of the passages: their ids and words */
  knowledge: z.string(),
  files: z.record(z.enum(FILES), z.string()),
});

/**
 * Stores in a folder, one a model, with a manifest: the model's name, its dimensions, a digest of the knowledge and of
 * each file. What does not fit its manifest is not opened, for hnswlib trusts what it reads.
 */
export function createHnswStores({ folder, model, onError }: HnswFiles): VectorStores {
  const own = join(folder, createHash("sha256").update(model).digest("hex").slice(0, 16));

  function lasting(store: HnswStore): VectorStore {
    return { ...store, save: () => save(store) };
  }

  async function save(store: HnswStore): Promise<void> {
    const dimensions = store.dimensions();
    if (dimensions === null) return;
    const fresh = `${own}.${process.pid}.new`;
    const old = `${own}.${process.pid}.old`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    const knowledge = store.digest();
    await store.write(fresh);
    const manifest: z.infer<typeof manifestForm> = {
      format: FORMAT,
      model,
      dimensions,
      knowledge,
      files: await digestsIn(fresh),
    };
    await writeFile(join(fresh, MANIFEST), JSON.stringify(manifest, null, 2));
    await rename(own, old).catch(ignoreMissing);
    await rename(fresh, own);
    await rm(old, { recursive: true, force: true });
  }

  return {
    async saved() {
      await removeLeftOvers(folder, own);
      try {
        const manifest = manifestForm.parse(JSON.parse(await readFile(join(own, MANIFEST), "utf8")));
        const digests = await digestsIn(own);
        if (manifest.model !== model || FILES.some((name) => manifest.files[name] !== digests[name]))
          throw new OperatorError(`${own}: the files of the dense index are not those that were written`);
        const store = await readHnswStore(own);
        return store.dimensions() === manifest.dimensions ? lasting(store) : null;
      } catch (error) {
        if (!isMissing(error)) onError(error);
        return null;
      }
    },
    blank: () => Promise.resolve(lasting(createHnswStore())),
  };
}

async function digestsIn(folder: string): Promise<Record<(typeof FILES)[number], string>> {
  const digest = async (name: string) =>
    createHash("sha256")
      .update(await readFile(join(folder, name)))
      .digest("hex");
  const [index, docstore, args] = await Promise.all(FILES.map(digest));
  return { "hnswlib.index": index ?? "", "docstore.json": docstore ?? "", "args.json": args ?? "" };
}

/** Stores of other models, and what dead processes were writing. */
async function removeLeftOvers(folder: string, own: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (path === own) continue;
    const since = await stat(path)
      .then(({ mtimeMs }) => Date.now() - mtimeMs)
      .catch(() => 0);
    if (since > LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

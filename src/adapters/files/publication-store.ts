import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { publish, type KnowledgeProblem, type Publication } from "../../ingest/publish.ts";
import { loadIndex } from "../../search/index.ts";
import { readKnowledgeFolder } from "./knowledge-folder.ts";

/** Bumped when the stored form changes, so that an older one is rebuilt instead of misread. */
const FORMAT = 4;

interface StoredLibrary {
  format: number;
  digest: string;
  documents: Publication["documents"];
  foreignTopics: Publication["foreignTopics"];
  places: Publication["places"];
  everyday: Publication["everyday"];
  foreignQuestions: Publication["foreignQuestions"];
}

export interface Opened {
  publication: Publication;
  problems: readonly KnowledgeProblem[];
  /** false when the files had changed since the last build */
  fromStore: boolean;
}

/**
 * Loads the stored publication when it still fits the files in `knowledgeFolder`; else builds it anew and
 * stores it. A store that cannot be written (a read-only image) costs only the next start.
 */
export async function openPublication(
  knowledgeFolder: string,
  storeFolder: string,
  warn: (message: string) => void = () => undefined,
): Promise<Opened> {
  const sources = await readKnowledgeFolder(knowledgeFolder);
  const stored = await load(storeFolder, sources.digest);
  if (stored) return { publication: stored, problems: [], fromStore: true };
  const { publication, problems } = publish(sources);
  try {
    await store(storeFolder, publication);
  } catch (error) {
    warn(
      `knowledge index not stored in ${storeFolder}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return { publication, problems, fromStore: false };
}

async function load(folder: string, digest: string): Promise<Publication | null> {
  try {
    const library = JSON.parse(await readFile(join(folder, "library.json"), "utf8")) as StoredLibrary;
    if (library.format !== FORMAT || library.digest !== digest) return null;
    const index = loadIndex(await readFile(join(folder, `index-${digest.slice(0, 16)}.bin`)));
    const { documents, foreignTopics, places, everyday, foreignQuestions } = library;
    return { digest, documents, foreignTopics, places, everyday, foreignQuestions, index };
  } catch {
    // Nothing stored yet, or stored by another version: both mean "build".
    return null;
  }
}

async function store(folder: string, { index, ...publication }: Publication): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { digest } = publication;
  const library: StoredLibrary = { format: FORMAT, ...publication };
  // The index goes first and under its digest: a crash in between leaves no library that points to a wrong index.
  await replace(join(folder, `index-${digest.slice(0, 16)}.bin`), index.save());
  await replace(join(folder, "library.json"), JSON.stringify(library));
}

async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${file}.${process.pid}.new`;
  await writeFile(fresh, content);
  await rename(fresh, file);
}

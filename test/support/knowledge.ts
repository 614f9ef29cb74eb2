import { dirname, join } from "node:path";
import { openPublication } from "../../src/adapters/files/publication-store.ts";
import { installationFolders } from "../../src/installation.ts";
import type { Publication } from "../../src/ingest/publish.ts";

/** Also where this file is part of a bundle (compiled.ts). */
export const repository = dirname(installationFolders(import.meta.url).knowledgeFolder);

/** Beside the dependencies, so that nothing outside the repository is written and nothing is committed. */
export const storeFolder = join(repository, "node_modules", ".cache", "nscl-test");

let opened: Promise<Publication> | undefined;

/** The shipped knowledge; built by the first test that asks, loaded by the others as long as no file changes. */
export function shippedKnowledge(): Promise<Publication> {
  opened ??= openPublication(join(repository, "knowledge"), storeFolder).then(
    ({ publication }) => publication,
  );
  return opened;
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openPublication } from "../../src/adapters/files/publication-store.ts";
import type { Publication } from "../../src/ingest/publish.ts";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

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

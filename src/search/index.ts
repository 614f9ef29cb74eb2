import { buildIndexData, type IndexOptions } from "./build.ts";
import { decodeIndex } from "./codec.ts";
import type { Entry } from "./index-data.ts";
import { createSearchIndex, type SearchIndex } from "./search-index.ts";

export type { IndexOptions } from "./build.ts";
export type { Near } from "./fuse.ts";
export type { Entry, Lexicon } from "./index-data.ts";
export { likeness, phraseOf, type Phrase } from "./likeness.ts";
export type { SearchIndex, SearchResult } from "./search-index.ts";
export { fold, normalise } from "./text.ts";
export { DENSE_WEIGHT } from "./tuning.ts";
export { overlap, syllables, syllableTrigrams, trigramOverlap } from "./tokens.ts";

/** Reads all entries into a new index. The entries' texts are not kept. */
export function buildIndex(entries: Iterable<Entry>, options: IndexOptions = {}): SearchIndex {
  return createSearchIndex(buildIndexData(entries, options));
}

/**
 * Opens what `SearchIndex.save` wrote, without reading any text again. The index points into `bytes`.
 * @throws Error when the bytes are no search index or one of an older format
 */
export function loadIndex(bytes: Uint8Array): SearchIndex {
  return createSearchIndex(decodeIndex(bytes));
}

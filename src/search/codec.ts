import type { FieldData, IndexData, Lexicon } from "./index-data.ts";

/** Raised once the layout or the meaning of a section changes. */
const VERSION = 2;
const MAGIC = "NSCLIDX";
const HEADER_BYTES = 16;

type Column = Uint32Array | Uint8Array;

interface Meta {
  ids: readonly string[];
  sentences: number;
  abbreviations: readonly (readonly [string, readonly string[]])[];
  chatWords: readonly (readonly [string, readonly string[]])[];
  synonyms: readonly (readonly [string, string])[];
  /** the columns in their order: bytes an element, elements */
  columns: readonly (readonly [number, number])[];
  termBytes: number;
}

/**
 * One buffer: magic and version (8 bytes), length of the description (4), zero (4), the description as JSON, the
 * terms, then every column on an 8-byte boundary, in the byte order of the machine.
 */
export function encodeIndex(data: IndexData): Uint8Array {
  const columns = columnsOf(data);
  const terms = new TextEncoder().encode(data.terms.join("\n"));
  const meta: Meta = {
    ids: data.ids,
    sentences: data.sentences,
    abbreviations: [...data.lexicon.abbreviations],
    chatWords: [...data.lexicon.chatWords],
    synonyms: data.lexicon.synonyms,
    columns: columns.map((column) => [column.BYTES_PER_ELEMENT, column.length]),
    termBytes: terms.length,
  };
  const description = new TextEncoder().encode(JSON.stringify(meta));
  const termsAt = aligned(HEADER_BYTES + description.length);
  let size = aligned(termsAt + terms.length);
  for (const column of columns) size = aligned(size + column.byteLength);

  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes[MAGIC.length] = VERSION;
  new DataView(bytes.buffer).setUint32(8, description.length, true);
  bytes.set(description, HEADER_BYTES);
  bytes.set(terms, termsAt);
  let at = aligned(termsAt + terms.length);
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at = aligned(at + column.byteLength);
  }
  return bytes;
}

/**
 * Reads what `encodeIndex` wrote. The columns point into `bytes`, which must not be changed afterwards.
 * @throws Error when the bytes are no search index, one of another version, or cut short
 */
export function decodeIndex(bytes: Uint8Array): IndexData {
  const own = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  if (own.length < HEADER_BYTES || new TextDecoder().decode(own.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Error("These bytes are not a search index.");
  }
  const version = own[MAGIC.length] ?? 0;
  if (version !== VERSION) {
    throw new Error(
      `The search index has format ${version}, this program reads format ${VERSION}: build it again.`,
    );
  }
  const length = new DataView(own.buffer, own.byteOffset).getUint32(8, true);
  const meta = parseMeta(own.subarray(HEADER_BYTES, HEADER_BYTES + length), length);
  const termsAt = aligned(HEADER_BYTES + length);
  let at = aligned(termsAt + meta.termBytes);
  const columns = meta.columns.map(([width, count]): Column => {
    const from = own.byteOffset + at;
    at = aligned(at + width * count);
    if (at > own.length) throw new Error("The search index is cut short.");
    return width === 1 ? new Uint8Array(own.buffer, from, count) : new Uint32Array(own.buffer, from, count);
  });
  const text = new TextDecoder().decode(own.subarray(termsAt, termsAt + meta.termBytes));
  const lexicon: Lexicon = {
    abbreviations: new Map(meta.abbreviations),
    chatWords: new Map(meta.chatWords),
    synonyms: meta.synonyms,
  };
  return assemble(columns, {
    ids: meta.ids,
    terms: text === "" ? [] : text.split("\n"),
    lexicon,
    sentences: meta.sentences,
  });
}

function parseMeta(bytes: Uint8Array, length: number): Meta {
  if (bytes.length < length) throw new Error("The search index is cut short.");
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Meta;
  } catch {
    throw new Error("The search index is damaged: its description cannot be read.");
  }
}

function columnsOf(data: IndexData): Column[] {
  return [
    ...[data.title, data.questions, data.text].flatMap((field) => [
      field.tokens,
      field.clauseStarts,
      field.entryClauses,
      field.unigrams.starts,
      field.unigrams.entries,
      field.unigrams.counts,
      field.bigrams.starts,
      field.bigrams.entries,
      field.bigrams.counts,
    ]),
    data.clauseFrom,
    data.clauseTo,
    data.bigrams.starts,
    data.bigrams.seconds,
    data.bigrams.counts,
    data.trigrams.starts,
    data.trigrams.thirds,
    data.trigrams.counts,
    data.termCounts,
    data.termEntries,
    data.bigramEntries,
    data.termSentences,
  ];
}

type Rest = Pick<IndexData, "ids" | "terms" | "lexicon" | "sentences">;

/** Takes the columns in the order `columnsOf` gives them. */
function assemble(columns: readonly Column[], rest: Rest): IndexData {
  let next = 0;
  const take = (): Column => {
    const column = columns[next++];
    if (column === undefined) throw new Error("The search index is damaged: a column is missing.");
    return column;
  };
  const numbers = (): Uint32Array => {
    const column = take();
    if (!(column instanceof Uint32Array))
      throw new Error("The search index is damaged: a column is of another kind.");
    return column;
  };
  const counts = (): Uint8Array => {
    const column = take();
    if (!(column instanceof Uint8Array))
      throw new Error("The search index is damaged: a column is of another kind.");
    return column;
  };
  const postings = () => ({ starts: numbers(), entries: numbers(), counts: counts() });
  const field = (): FieldData => ({
    tokens: numbers(),
    clauseStarts: numbers(),
    entryClauses: numbers(),
    unigrams: postings(),
    bigrams: postings(),
  });
  return {
    ...rest,
    title: field(),
    questions: field(),
    text: field(),
    clauseFrom: numbers(),
    clauseTo: numbers(),
    bigrams: { starts: numbers(), seconds: numbers(), counts: numbers() },
    trigrams: { starts: numbers(), thirds: numbers(), counts: numbers() },
    termCounts: numbers(),
    termEntries: numbers(),
    bigramEntries: numbers(),
    termSentences: numbers(),
  };
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

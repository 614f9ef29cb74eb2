import type { Near } from "../../search/index.ts";
import type { Asker, ModelTrouble } from "../model.ts";

/**
 * Dense search: what lies near a question in meaning, by vectors that an embedding model makes of passages and of the
 * question. It only adds to what the words find; whether the documents answer at all is decided by the words alone.
 */

/** A text that is made a vector of. */
export interface DensePassage {
  /** of its entry in the index, or of an answer of staff; a long entry has several passages */
  id: string;
  text: string;
}

export type Vector = readonly number[];

export type Embedded =
  { kind: "vectors"; vectors: readonly Vector[] } | { kind: "failed"; why: ModelTrouble };

/** An embedding model somewhere. Never throws; after `signal` aborts it ends with "slow". */
export interface Embedder {
  /** One vector a text, in their order, all of one length and of finite numbers. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded>;
}

/** The vectors of one model; each replica has its own. */
export interface VectorStore {
  /** of its vectors; null while it holds none */
  dimensions(): number | null;
  /** Those that it does not hold in these very words. */
  missing(passages: readonly DensePassage[]): Promise<readonly DensePassage[]>;
  /** A passage with its vector, by which the model is known again; null where none of these is held. */
  sample(passages: readonly DensePassage[]): Promise<{ text: string; vector: Vector } | null>;
  add(passages: readonly DensePassage[], vectors: readonly Vector[]): Promise<void>;
  /** From now on nothing else is returned. */
  keepOnly(passages: readonly DensePassage[]): Promise<void>;
  /** Nearest first, an entry once; fewer than `count` where there are no more. */
  nearest(vector: Vector, count: number): Promise<readonly Near[]>;
  /** Makes it last. */
  save(): Promise<void>;
}

/** Where stores come from. */
export interface VectorStores {
  /** What was saved for this model; null where nothing was, or it cannot be read any more. */
  saved(): Promise<VectorStore | null>;
  blank(): Promise<VectorStore>;
}

/** Dense search for one question: one share of the budget, one time limit. */
export interface DenseSession {
  /** What lies near, nearest first; nothing where there is no index yet or the model does not help. Never throws. */
  near(question: string): Promise<readonly Near[]>;
}

export interface DenseDesk {
  session(asker: Asker): DenseSession;
}

/** What can be wrong with dense search as such. */
export type DenseTrouble = ModelTrouble | "other_dimensions";

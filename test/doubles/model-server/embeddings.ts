/** What the double makes of texts, and how that can be wrong. */

export type EmbeddingBehaviour =
  | "well"
  | "slow"
  | "429"
  | "500"
  | "401"
  | "reset"
  /** another number of vectors than texts */
  | "too_few"
  /** vectors that hold no numbers */
  | "malformed"
  /** nothing of what was asked for */
  | "wrong_form"
  /** vectors without a direction */
  | "zeros";

export interface EmbeddingRequest {
  input: string | readonly string[];
}

const DIMENSIONS = 64;

export function embedded(
  { input }: EmbeddingRequest,
  behaviour: EmbeddingBehaviour,
  vector: (text: string) => readonly number[],
): object {
  if (behaviour === "wrong_form") return { answer: "Mức hỗ trợ là 777.000.000 đồng." };
  const texts = typeof input === "string" ? [input] : input;
  const made = texts.map((text, index) => ({
    object: "embedding",
    index,
    embedding: spoilt(behaviour, vector(text)),
  }));
  return {
    object: "list",
    model: "double",
    data: behaviour === "too_few" ? made.slice(1) : made,
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}

function spoilt(behaviour: EmbeddingBehaviour, vector: readonly number[]): readonly unknown[] {
  if (behaviour === "malformed") return vector.map(() => "x");
  return behaviour === "zeros" ? vector.map(() => 0) : vector;
}

/** Texts with words in common lie near each other. */
export function vectorOf(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
    vector[hash % DIMENSIONS] = (vector[hash % DIMENSIONS] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

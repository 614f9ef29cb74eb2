import type { ForeignTopic } from "../knowledge/foreign-topic.ts";
import type { Library } from "../knowledge/library.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { syllables } from "../search/index.ts";

/** What people say that is not ours. */
export interface OtherTalk {
  everyday: readonly string[];
  foreignQuestions: readonly string[];
  foreignTopics: readonly ForeignTopic[];
}

/** Tells talk about our subjects from everyday talk. */
export interface SubjectModel {
  /** 0 everyday or foreign … 1 ours, from the words of a restored question */
  ours(restored: string): number;
  /** a word of everyday talk: it says nothing about the subject */
  everyday(word: string): boolean;
}

/**
 * A logistic regression over syllables and their pairs. Ours are the titles and sample questions of the knowledge;
 * the other side are everyday sentences, typical foreign questions and the phrases of foreign subjects.
 */
export function createSubjectModel(
  library: Library,
  { everyday, foreignQuestions, foreignTopics }: OtherTalk,
): SubjectModel {
  const ours = library.documents.flatMap(({ sections }) =>
    sections.flatMap(({ title, questions }) => [title, ...questions]),
  );
  const titles = new Set(
    library.documents.flatMap(({ sections }) => sections.flatMap(({ title }) => pairsOf(syllables(title)))),
  );
  // Everyday sentences about our own subjects would teach the wrong side.
  const chatter = everyday.filter(
    (line) => pairsOf(syllables(line)).filter((pair) => titles.has(pair)).length <= 1,
  );
  const others = [...foreignQuestions, ...foreignTopics.flatMap(({ phrases }) => phrases), ...chatter];
  const everydayWords = new Set(everyday.flatMap((line) => syllables(line)));
  const score = learn(ours.map(featuresOf), others.map(featuresOf));
  return {
    everyday: (word) => everydayWords.has(word),
    ours: (restored) => score(featuresOf(restored)),
  };
}

const ROUNDS = 12;
const STEP = 0.25;
const SHRINK = 1e-4;

/** Fits weights by AdaGrad, both classes counting the same; gives the probability of the first class. */
function learn(
  ours: readonly (readonly string[])[],
  others: readonly (readonly string[])[],
): (features: readonly string[]) => number {
  const ids = new Map<string, number>();
  const idOf = (feature: string) => {
    const known = ids.get(feature) ?? ids.size;
    ids.set(feature, known);
    return known;
  };
  const examples = interleaved(
    ours.map((features) => ({
      features: features.map(idOf),
      label: 1,
      weight: others.length / (ours.length + others.length),
    })),
    others.map((features) => ({
      features: features.map(idOf),
      label: 0,
      weight: ours.length / (ours.length + others.length),
    })),
  );
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-6);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { features, label, weight } of examples) {
      if (features.length === 0) continue;
      const scale = 1 / Math.sqrt(features.length);
      let sum = bias;
      for (const id of features) sum += (weights[id] ?? 0) * scale;
      const error = weight * (label - 1 / (1 + Math.exp(-sum)));
      bias += 0.01 * error;
      for (const id of features) {
        const gradient = error * scale - SHRINK * (weights[id] ?? 0);
        squares[id] = (squares[id] ?? 0) + gradient * gradient;
        weights[id] = (weights[id] ?? 0) + (STEP * gradient) / Math.sqrt(squares[id] ?? 1);
      }
    }
  }
  return (features) => {
    if (features.length === 0) return 0;
    const scale = 1 / Math.sqrt(features.length);
    let sum = bias;
    for (const feature of features) {
      const id = ids.get(feature);
      if (id !== undefined) sum += (weights[id] ?? 0) * scale;
    }
    return 1 / (1 + Math.exp(-sum));
  };
}

/** Both lists spread evenly over one, so that no round ends with one class alone. */
function interleaved<T>(a: readonly T[], b: readonly T[]): T[] {
  const placed = [
    ...a.map((item, at) => ({ item, at: (at + 0.5) / a.length })),
    ...b.map((item, at) => ({ item, at: (at + 0.5) / b.length })),
  ];
  return placed.sort((x, y) => x.at - y.at).map(({ item }) => item);
}

/** Single words that carry a subject, and all pairs: "hôm nay bao nhiêu" tells as much as a noun does. */
function featuresOf(line: string): string[] {
  const words = syllables(line);
  return [...words.filter((word) => !FUNCTION_WORDS.has(word)), ...pairsOf(words)];
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at] ?? ""} ${word}`);
}

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

// A single word or pair may sway the sum only so far, for each class has but a few thousand lines.
const MOST_PER_FEATURE = 2.2;
const SMOOTHING = 0.35;

/**
 * A naive Bayes over syllables and their pairs. Ours are the titles and sample questions of the knowledge;
 * the other side are everyday sentences, typical foreign questions and the phrases of foreign subjects.
 */
export function createSubjectModel(
  library: Library,
  { everyday, foreignQuestions, foreignTopics }: OtherTalk,
): SubjectModel {
  const ours = new Map<string, number>();
  const others = new Map<string, number>();
  let oursTotal = 0;
  let othersTotal = 0;
  const titles = new Set<string>();
  for (const document of library.documents) {
    for (const section of document.sections) {
      for (const line of [section.title, ...section.questions]) oursTotal += count(ours, line, 1);
      for (const pair of pairsOf(syllables(section.title))) titles.add(pair);
    }
  }
  const everydayWords = new Set<string>();
  for (const line of everyday) {
    for (const word of syllables(line)) everydayWords.add(word);
    // Everyday sentences about our own subjects would teach the wrong side.
    if (pairsOf(syllables(line)).filter((pair) => titles.has(pair)).length > 1) continue;
    othersTotal += count(others, line, 1);
  }
  for (const line of foreignQuestions) othersTotal += count(others, line, 1);
  for (const topic of foreignTopics)
    for (const phrase of topic.phrases) othersTotal += count(others, phrase, 2);

  return {
    everyday: (word) => everydayWords.has(word),
    ours(restored) {
      const features = featuresOf(restored);
      if (features.length === 0) return 0;
      let sum = 0;
      for (const feature of features) {
        const here = ((ours.get(feature) ?? 0) + SMOOTHING) / (oursTotal + SMOOTHING);
        const there = ((others.get(feature) ?? 0) + SMOOTHING) / (othersTotal + SMOOTHING);
        const odds = Math.log(here / there);
        // A word that neither side has says nothing about either; it is foreign to us all the same, by a little.
        const known = ours.has(feature) || others.has(feature);
        sum += known ? Math.max(-MOST_PER_FEATURE, Math.min(MOST_PER_FEATURE, odds)) : -0.15;
      }
      return 1 / (1 + Math.exp(-sum / Math.sqrt(features.length)));
    },
  };
}

function count(counts: Map<string, number>, line: string, weight: number): number {
  const features = featuresOf(line);
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + weight);
  return features.length * weight;
}

/** Words that carry a subject, and pairs in which at least one does. */
function featuresOf(line: string): string[] {
  const words = syllables(line);
  return [
    ...words.filter(carriesSubject),
    ...pairsOf(words).filter((pair) => pair.split(" ").some(carriesSubject)),
  ];
}

function carriesSubject(word: string): boolean {
  return !FUNCTION_WORDS.has(word);
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at] ?? ""} ${word}`);
}

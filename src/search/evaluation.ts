import type { Entry } from "./index-data.ts";

/** A file that is not what it should be; the message says which line and why. */
export class BadInput extends Error {}

export interface Question {
  id: string;
  text: string;
}

/** For each question the relevant entries and how relevant each is (above 0). */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A BEIR corpus.jsonl: `_id`, `title`, `text` a line. */
export function* parseCorpus(content: string, name: string): Generator<Entry> {
  for (const { value, at } of jsonLines(content, name)) {
    yield {
      id: stringField(value, "_id", name, at),
      title: typeof value["title"] === "string" ? value["title"] : "",
      text: stringField(value, "text", name, at),
    };
  }
}

/** A BEIR queries.jsonl: `_id`, `text` a line. */
export function parseQuestions(content: string, name: string): Question[] {
  return [...jsonLines(content, name)].map(({ value, at }) => ({
    id: stringField(value, "_id", name, at),
    text: stringField(value, "text", name, at),
  }));
}

/** A BEIR qrels.tsv: a header, then question, entry and score, tab separated. Scores of 0 and less are dropped. */
export function parseJudgements(content: string, name: string): Judgements {
  const judgements = new Map<string, Map<string, number>>();
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [question, entry, score] = line.split("\t");
    if (index === 0 && question === "query-id") continue;
    const value = Number(score);
    if (!question || !entry || score === undefined || score.trim() === "" || Number.isNaN(value)) {
      throw new BadInput(`${name} line ${index + 1}: expected "query-id<TAB>corpus-id<TAB>score"`);
    }
    if (value <= 0) continue;
    const relevant = judgements.get(question) ?? new Map<string, number>();
    judgements.set(question, relevant.set(entry, value));
  }
  return judgements;
}

/** Averages over questions, each 0..1. */
export interface Quality {
  "acc@1": number;
  "recall@3": number;
  "recall@5": number;
  "recall@10": number;
  "recall@20": number;
  "recall@100": number;
  "mrr@10": number;
  "ndcg@10": number;
}

/** Sums up rankings, one at a time. */
export interface QualityMeter {
  /** `found`: ids best first; `relevant`: ids and their scores. */
  add(found: readonly string[], relevant: ReadonlyMap<string, number>): void;
  /** The averages so far; all 0 when nothing was added. */
  quality(): Quality;
  readonly count: number;
}

export function createQualityMeter(): QualityMeter {
  const sums: Quality = {
    "acc@1": 0,
    "recall@3": 0,
    "recall@5": 0,
    "recall@10": 0,
    "recall@20": 0,
    "recall@100": 0,
    "mrr@10": 0,
    "ndcg@10": 0,
  };
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(found, relevant) {
      count++;
      const isHit = (id: string | undefined): boolean => id !== undefined && relevant.has(id);
      const recall = (depth: number): number => found.slice(0, depth).filter(isHit).length / relevant.size;
      const first = found.slice(0, 10).findIndex(isHit);
      sums["acc@1"] += isHit(found[0]) ? 1 : 0;
      sums["recall@3"] += recall(3);
      sums["recall@5"] += recall(5);
      sums["recall@10"] += recall(10);
      sums["recall@20"] += recall(20);
      sums["recall@100"] += recall(100);
      sums["mrr@10"] += first < 0 ? 0 : 1 / (first + 1);
      sums["ndcg@10"] += discountedGain(found, relevant);
    },
    quality() {
      const averages = { ...sums };
      for (const key of Object.keys(sums) as (keyof Quality)[])
        averages[key] = count === 0 ? 0 : sums[key] / count;
      return averages;
    },
  };
}

/** The value below which the given share of the times lies; 0 when there are none. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function discountedGain(found: readonly string[], relevant: ReadonlyMap<string, number>): number {
  const gain = (score: number, place: number): number => score / Math.log2(place + 2);
  let actual = 0;
  found.slice(0, 10).forEach((id, place) => (actual += gain(relevant.get(id) ?? 0, place)));
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, 10);
  const best = ideal.reduce((sum, score, place) => sum + gain(score, place), 0);
  return best === 0 ? 0 : actual / best;
}

function* jsonLines(
  content: string,
  name: string,
): Generator<{ value: Record<string, unknown>; at: number }> {
  for (const [index, line] of content.split("\n").entries()) {
    if (line.trim() === "") continue;
    yield { value: parseObject(line, name, index + 1), at: index + 1 };
  }
}

function parseObject(line: string, name: string, at: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadInput(`${name} line ${at}: not valid JSON`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BadInput(`${name} line ${at}: expected an object`);
  }
  return value as Record<string, unknown>;
}

function stringField(value: Record<string, unknown>, field: string, name: string, at: number): string {
  const found = value[field];
  if (typeof found !== "string")
    throw new BadInput(`${name} line ${at}: "${field}" is missing or not a string`);
  return found;
}

// Compares the search engine with what could be installed instead: MiniSearch, SQLite's FTS5 as libsql carries it, and
// wink-bm25, over the legal benchmark in its three spellings. Run with tsx; `--sample N` takes the first N questions.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import Database from "libsql";
import MiniSearch from "minisearch";
import {
  createQualityMeter,
  parseCorpus,
  parseJudgements,
  parseQuestions,
  percentile,
  type Question,
} from "../../src/search/evaluation.ts";
import { buildIndex, loadIndex, type Entry } from "../../src/search/index.ts";

const VARIANTS = [
  { name: "as typed", file: "queries.jsonl" },
  { name: "no diacritics", file: "queries.nodia.jsonl" },
  { name: "one typo", file: "queries.typo.jsonl" },
] as const;
const FOUND = 10;
const WARM_UP = 20;
const TIMES_SLOWER = 4;

/** Ids best first. */
type Search = (question: string) => string[];

interface Engine {
  name: string;
  open: (entries: readonly Entry[]) => Search;
}

const OURS: Engine = {
  name: "ours",
  open(entries) {
    // As the product does: built once, saved, and loaded.
    const index = loadIndex(buildIndex(entries, { everyday: readFileSync(everydayFile(), "utf8") }).save());
    return (question) => index.search(question, FOUND).hits.map((hit) => hit.id);
  },
};

const OTHERS: readonly Engine[] = [
  {
    name: "MiniSearch",
    open(entries) {
      const index = new MiniSearch<Entry>({
        fields: ["title", "text"],
        searchOptions: { combineWith: "OR" },
      });
      index.addAll(entries);
      return (question) =>
        index
          .search(question)
          .slice(0, FOUND)
          .map((result) => String(result.id));
    },
  },
  { name: "FTS5, diacritics kept", open: (entries) => openFts5(entries, 0) },
  { name: "FTS5, diacritics removed", open: (entries) => openFts5(entries, 2) },
  { name: "wink-bm25", open: openWink },
];

function openFts5(entries: readonly Entry[], removeDiacritics: 0 | 2): Search {
  const database = new Database(":memory:");
  database.exec(
    `CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, title, text,
       tokenize = 'unicode61 remove_diacritics ${removeDiacritics}')`,
  );
  const insert = database.prepare("INSERT INTO entry (id, title, text) VALUES (?, ?, ?)");
  database.exec("BEGIN");
  for (const entry of entries) insert.run([entry.id, entry.title, entry.text]);
  database.exec("COMMIT");
  database.exec("INSERT INTO entry (entry) VALUES ('optimize')");
  const select = database.prepare("SELECT id FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT ?");
  return (question) => {
    const any = words(question).map((word) => `"${word}"`);
    if (any.length === 0) return [];
    return (select.all([any.join(" OR "), FOUND]) as { id: string }[]).map((row) => row.id);
  };
}

/** What is used of wink-bm25-text-search, which comes without types. */
interface Wink {
  defineConfig(config: { fldWeights: Record<string, number>; bm25Params?: Record<string, number> }): void;
  definePrepTasks(tasks: readonly ((input: string) => string[])[]): void;
  addDoc(document: Record<string, string>, id: string): void;
  consolidate(): void;
  search(question: string, limit: number): [string, number][];
}

function openWink(entries: readonly Entry[]): Search {
  const createWink = createRequire(import.meta.url)("wink-bm25-text-search") as () => Wink;
  const index = createWink();
  index.defineConfig({ fldWeights: { title: 1, text: 1 } });
  index.definePrepTasks([words]);
  for (const entry of entries) index.addDoc({ title: entry.title, text: entry.text }, entry.id);
  index.consolidate();
  return (question) => index.search(question, FOUND).map(([id]) => id);
}

function words(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

interface Result {
  accuracy: number;
  recall: number;
  p50: number;
  p95: number;
}

function measure(search: Search, questions: readonly Question[], relevantTo: RelevantTo): Result {
  for (const question of questions.slice(0, WARM_UP)) search(question.text);
  const meter = createQualityMeter();
  const times: number[] = [];
  for (const question of questions) {
    const relevant = relevantTo(question.id);
    if (relevant === undefined) continue;
    const began = performance.now();
    const found = search(question.text);
    times.push(performance.now() - began);
    meter.add(found, relevant);
  }
  const quality = meter.quality();
  return {
    accuracy: quality["acc@1"],
    recall: quality["recall@10"],
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

type RelevantTo = (question: string) => ReadonlyMap<string, number> | undefined;

function measureEngine(engine: Engine, folder: string, entries: readonly Entry[], sample: number): Result[] {
  const judgements = parseJudgements(read(folder, "qrels.tsv"), "qrels.tsv");
  const search = engine.open(entries);
  const results = VARIANTS.map(({ name, file }) => {
    const questions = parseQuestions(read(folder, file), file).slice(0, sample);
    const result = measure(search, questions, (id) => judgements.get(id));
    const cells = [
      engine.name.padEnd(26),
      name.padEnd(14),
      result.accuracy.toFixed(3).padStart(6),
      result.recall.toFixed(3).padStart(10),
      result.p50.toFixed(1).padStart(8),
      result.p95.toFixed(1).padStart(8),
    ];
    console.log(cells.join(" "));
    return result;
  });
  return results;
}

interface Verdict {
  name: string;
  /** their median over ours, for each variant */
  ratios: readonly number[];
  behind: boolean;
  slower: boolean;
}

/**
 * Speed is judged on the questions as typed. An engine that keeps diacritics finds next to nothing for a question
 * without them, and is quick because of it: those ratios are shown, but prove nothing.
 */
function judge(name: string, theirs: readonly Result[], ours: readonly Result[]): Verdict {
  const ratios = theirs.map((result, variant) => result.p50 / (ours[variant]?.p50 ?? Infinity));
  const behind = theirs.every((result, variant) => {
    const own = ours[variant];
    return own !== undefined && result.accuracy < own.accuracy && result.recall < own.recall;
  });
  return { name, ratios, behind, slower: (ratios[0] ?? 0) >= TIMES_SLOWER };
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

function everydayFile(): string {
  return join(import.meta.dirname, "../../knowledge/van-noi-thuong-ngay.txt");
}

function main(): number {
  const given =
    process.env["NSCL_BENCH_DIR"] ?? resolve(import.meta.dirname, "../../../shared/bench/vnlegal");
  const folder = [given, join(given, "vnlegal")].find((path) => existsSync(join(path, "corpus.jsonl")));
  if (folder === undefined) {
    console.log(`Skipped: no benchmark at ${given} (set NSCL_BENCH_DIR to its folder).`);
    return 0;
  }
  const { values } = parseArgs({ options: { sample: { type: "string" } } });
  const sample = values.sample === undefined ? Infinity : Number(values.sample);
  if (!(sample >= 1)) throw new Error(`--sample must be a number above 0, not "${values.sample ?? ""}"`);

  const entries = [...parseCorpus(read(folder, "corpus.jsonl"), "corpus.jsonl")];
  console.log(`${entries.length} articles, ${folder}\n`);
  console.log(`${"engine".padEnd(26)} ${"questions".padEnd(14)}  Acc@1  Recall@10   p50 ms   p95 ms`);
  const ours = measureEngine(OURS, folder, entries, sample);
  const verdicts = OTHERS.map((other) =>
    judge(other.name, measureEngine(other, folder, entries, sample), ours),
  );

  console.log(
    `\ntheir p50 / our p50        ${VARIANTS.map((variant) => variant.name.padStart(14)).join("")}`,
  );
  for (const { name, ratios } of verdicts) {
    console.log(`${name.padEnd(26)} ${ratios.map((ratio) => ratio.toFixed(1).padStart(14)).join("")}`);
  }
  console.log("");
  const answer = (value: boolean): string => (value ? "yes" : "no");
  for (const { name, behind, slower } of verdicts) {
    console.log(`${name}: behind in quality on every variant: ${answer(behind)}`);
    console.log(`${name}: at least ${TIMES_SLOWER} times slower at p50: ${answer(slower)}`);
  }
  return verdicts.every((verdict) => verdict.behind && verdict.slower) ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

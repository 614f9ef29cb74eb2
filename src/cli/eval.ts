// Measures the search engine over BEIR-style files. Building happens in a process of its own, so that the memory
// reported is what loading the finished index adds to a process that never saw the corpus.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  BadInput,
  createQualityMeter,
  parseCorpus,
  parseJudgements,
  parseQuestions,
  percentile,
  type Judgements,
  type Quality,
  type Question,
} from "../search/evaluation.ts";
import { buildIndex, loadIndex, type SearchIndex } from "../search/index.ts";

const USAGE = `Usage: eval --corpus corpus.jsonl --queries queries.jsonl --qrels qrels.tsv [--json] [--limit N]
  --json     print one JSON object instead of a table
  --limit N  only the first N questions`;
const DEPTH = 100;
const WARM_UP = 50;

interface Options {
  corpus: string;
  queries: string;
  qrels: string;
  json: boolean;
  limit: number;
  /** used by this program itself: build the index into this file, print how long it took, and stop */
  buildTo: string | undefined;
}

interface Figures extends Quality {
  p50Ms: number;
  p95Ms: number;
  buildMs: number;
  loadMs: number;
  indexMb: number;
}

function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      corpus: text,
      queries: text,
      qrels: text,
      limit: text,
      "build-to": text,
      json: { type: "boolean" },
    },
  });
  const { corpus, queries, qrels, limit } = values;
  const buildTo = values["build-to"];
  if (corpus === undefined) throw new BadInput(`--corpus is missing\n${USAGE}`);
  if (buildTo === undefined && (queries === undefined || qrels === undefined)) {
    throw new BadInput(`--${queries === undefined ? "queries" : "qrels"} is missing\n${USAGE}`);
  }
  if (limit !== undefined && !/^[1-9]\d*$/.test(limit)) {
    throw new BadInput(`--limit must be a whole number above 0, not "${limit}"`);
  }
  return {
    corpus,
    queries: queries ?? "",
    qrels: qrels ?? "",
    json: values.json ?? false,
    limit: limit === undefined ? Infinity : Number(limit),
    buildTo,
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new BadInput(
      code === "ENOENT" ? `no such file: ${path}` : `cannot read ${path}${code && `: ${code}`}`,
    );
  }
}

/** The sentences the product teaches its restorer; the file lies beside the program, bundled or not. */
function everydaySentences(): string {
  for (const above of ["../knowledge/", "../../knowledge/"]) {
    const path = fileURLToPath(new URL(`${above}van-noi-thuong-ngay.txt`, import.meta.url));
    if (existsSync(path)) return readFileSync(path, "utf8");
  }
  return "";
}

function build(corpus: string, into: string): void {
  const entries = [...parseCorpus(readText(corpus), corpus)];
  const everyday = everydaySentences();
  const began = performance.now();
  const index = buildIndex(entries, { everyday });
  const buildMs = performance.now() - began;
  writeFileSync(into, index.save());
  console.log(buildMs);
}

/** Builds the index in a process of its own and returns how long that took; null when it said why it could not. */
function buildElsewhere(corpus: string, into: string): number | null {
  const program = [...process.execArgv, process.argv[1] ?? "", "--corpus", corpus, "--build-to", into];
  const child = spawnSync(process.execPath, program, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return child.status === 0 ? Number(child.stdout) : null;
}

/** Collects garbage twice (the second time frees what finalizers held) and returns the resident memory in MB. */
function residentMb(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage.rss() / 1e6;
}

function load(path: string): { index: SearchIndex; loadMs: number; indexMb: number } {
  const before = residentMb();
  const began = performance.now();
  const index = loadIndex(readFileSync(path));
  const loadMs = performance.now() - began;
  return { index, loadMs, indexMb: Math.max(0, residentMb() - before) };
}

function ask(index: SearchIndex, questions: readonly Question[], judgements: Judgements) {
  for (const question of questions.slice(0, WARM_UP)) index.search(question.text, DEPTH);
  const meter = createQualityMeter();
  const times: number[] = [];
  for (const question of questions) {
    const relevant = judgements.get(question.id);
    if (relevant === undefined) continue;
    const began = performance.now();
    const { hits } = index.search(question.text, DEPTH);
    times.push(performance.now() - began);
    meter.add(
      hits.map((hit) => hit.id),
      relevant,
    );
  }
  return { quality: meter.quality(), times, count: meter.count };
}

function table(figures: Figures, count: number, skipped: number): string {
  const share = (value: number): string => value.toFixed(4);
  const rows: [string, string][] = [
    ["questions", `${count}${skipped > 0 ? ` (${skipped} without a judgement skipped)` : ""}`],
    ["Acc@1", share(figures["acc@1"])],
    ["Recall@3", share(figures["recall@3"])],
    ["Recall@5", share(figures["recall@5"])],
    ["Recall@10", share(figures["recall@10"])],
    ["Recall@20", share(figures["recall@20"])],
    ["Recall@100", share(figures["recall@100"])],
    ["MRR@10", share(figures["mrr@10"])],
    ["nDCG@10", share(figures["ndcg@10"])],
    ["p50 / p95 a question", `${figures.p50Ms.toFixed(2)} / ${figures.p95Ms.toFixed(2)} ms`],
    ["build", `${figures.buildMs.toFixed(0)} ms`],
    ["load", `${figures.loadMs.toFixed(0)} ms`],
    ["memory of the loaded index", `${figures.indexMb.toFixed(1)} MB`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(28)}${value}`).join("\n");
}

/** Returns the exit code. */
function main(args: string[]): number {
  const options = readOptions(args);
  if (options.buildTo !== undefined) {
    build(options.corpus, options.buildTo);
    return 0;
  }
  const judgements = parseJudgements(readText(options.qrels), options.qrels);
  const all = parseQuestions(readText(options.queries), options.queries);
  const questions = all.filter((question) => judgements.has(question.id)).slice(0, options.limit);
  if (questions.length === 0) throw new BadInput("none of the questions has a judgement");
  const folder = mkdtempSync(join(tmpdir(), "nscl-eval-"));
  try {
    const path = join(folder, "index.bin");
    const buildMs = buildElsewhere(options.corpus, path);
    if (buildMs === null) return 1;
    const { index, loadMs, indexMb } = load(path);
    const { quality, times, count } = ask(index, questions, judgements);
    const speed = { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
    const figures: Figures = { ...quality, ...speed, buildMs, loadMs, indexMb };
    console.log(
      options.json ? JSON.stringify(figures) : table(figures, count, all.length - questions.length),
    );
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`eval: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

// `npm run eval:dense`: what dense search brings and costs, with made-up embedding models over the real hnswlib: an
// oracle that knows the right passage, imperfectly, and noise that knows nothing. Own set, and the legal benchmark
// where it is there (NSCL_BENCH_DIR). `--weights 0,2,4` tries several weights; the shipped one otherwise.
import { parseArgs } from "node:util";
import { openPublication } from "../../../src/adapters/files/publication-store.ts";
import { installationFolders } from "../../../src/installation.ts";
import type { Quality } from "../../../src/search/evaluation.ts";
import { DENSE_WEIGHT } from "../../../src/search/index.ts";
import { benchmarkFolder } from "../../unit/search/samples.ts";
import { measure, storeOf } from "./measure.ts";
import { benchmarkSet, ownSet, type DenseSet } from "./sets.ts";

const { values } = parseArgs({ options: { weights: { type: "string", default: String(DENSE_WEIGHT) } } });
const weights = values.weights.split(",").map(Number);

const { knowledgeFolder, storeFolder } = installationFolders(import.meta.url);
const { publication } = await openPublication(knowledgeFolder, storeFolder);
await print("own development questions", ownSet(publication));
const folder = benchmarkFolder();
if (folder !== null) await print("legal benchmark, development questions", benchmarkSet(folder));

async function print(name: string, { index, passages, questions }: DenseSet): Promise<void> {
  const store = await storeOf(passages);
  console.log(`\n${name}: ${questions.length} questions`);
  console.log(`${"".padEnd(26)}  Acc@1  Recall@10  MRR@10`);
  for (const [place, weight] of weights.entries()) {
    const { words, alone, fused } = await measure(index, store, questions, weight);
    if (place === 0) {
      printLine("words", words);
      printLine("oracle alone", alone.oracle);
      printLine("noise alone", alone.noise);
    }
    printLine(`words + oracle, weight ${weight}`, fused.oracle);
    printLine(`words + noise, weight ${weight}`, fused.noise);
  }
}

function printLine(name: string, quality: Quality): void {
  const cells = [quality["acc@1"], quality["recall@10"], quality["mrr@10"]].map((value) =>
    value.toFixed(4).padStart(8),
  );
  console.log(name.padEnd(26), cells.join(" "));
}

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openPublication } from "../adapters/files/publication-store.ts";
import type { Answer, Answerer } from "../answer/answer.ts";
import { createKnowledgeAnswerer, todayInVietnam } from "../answer/create.ts";
import { parseConfig } from "../config.ts";
import { installationFolders } from "../installation.ts";

const USAGE = `usage: npm run -s ask -- "câu hỏi" [--json]
       npm run -s ask -- --jsonl FILE     lines {"id","q","history"?}, one JSON answer a line`;

/** What `--json` prints. */
function asJson(answer: Answer, question: string, tookMs: number): Record<string, unknown> {
  return {
    question,
    outcome: answer.outcome,
    answer: answer.text,
    citations: answer.citations,
    confidence: Number(answer.confidence.toFixed(3)),
    tookMs: Number(tookMs.toFixed(2)),
  };
}

class UsageError extends Error {}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const answerer = await openAnswerer();
  if (values.jsonl !== undefined) {
    await answerLines(answerer, values.jsonl);
    return;
  }
  const [question] = positionals;
  if (question === undefined || positionals.length > 1) throw new UsageError(USAGE);
  const started = performance.now();
  const answer = await answerer.answer(question);
  const tookMs = performance.now() - started;
  if (values.json) console.log(JSON.stringify(asJson(answer, question, tookMs)));
  else console.log(answer.text);
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: "boolean", default: false }, jsonl: { type: "string" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

async function openAnswerer(): Promise<Answerer> {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new UsageError(parsed.mistakes.join("\n"));
  const { publication, problems } = await openPublication(
    parsed.config.knowledgeFolder,
    parsed.config.storeFolder,
    (message) => {
      console.error(message);
    },
  );
  for (const { file, problem } of problems) console.error(`knowledge/${file}: ${problem}`);
  return createKnowledgeAnswerer(publication, todayInVietnam, { onError: console.error }).answerer;
}

interface Line {
  id: string | number;
  q: string;
  history: readonly string[];
}

async function answerLines(answerer: Answerer, file: string): Promise<void> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    number++;
    if (text.trim() === "") continue;
    const line = readLine(text, `${file}:${number}`);
    const started = performance.now();
    const answer = await answerer.answer(line.q, line.history);
    console.log(JSON.stringify({ id: line.id, ...asJson(answer, line.q, performance.now() - started) }));
  }
}

function readLine(text: string, place: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${place}: not JSON`);
  }
  const line = value as Partial<Record<"id" | "q" | "history", unknown>> | null;
  if (typeof line !== "object" || line === null || typeof line.q !== "string") {
    throw new UsageError(`${place}: expected {"id": …, "q": "…"}`);
  }
  const id = typeof line.id === "string" || typeof line.id === "number" ? line.id : null;
  if (id === null) throw new UsageError(`${place}: "id" is missing`);
  const history = Array.isArray(line.history) ? line.history.filter((one) => typeof one === "string") : [];
  return { id, q: line.q, history };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

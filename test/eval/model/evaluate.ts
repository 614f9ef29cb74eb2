import { mkdirSync, writeFileSync } from "node:fs";
import { todayInVietnam, type Knowledge } from "../../../src/answer/create.ts";
import type { Asker } from "../../../src/answer/model.ts";
import type { ExplainingAnswerer } from "../../../src/answer/pipeline.ts";
import type { Trace } from "../../../src/answer/trace.ts";
import { parseConfig } from "../../../src/config.ts";
import { installationFolders } from "../../../src/installation.ts";
import { logError } from "../../../src/log.ts";
import { createLibrary } from "../../../src/knowledge/library.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { answererWithModel, placeOfDouble, type ModelPlace } from "../../support/model/answerer.ts";
import { harmsIn } from "../adversarial/harm.ts";
import { attacks, OF_STRANGERS } from "../adversarial/prompts.ts";
import { scoreChecker } from "../checker/labelled.ts";
import type { EvalQuestion } from "../questions.ts";
import { groupBy, score, share, type Scored } from "../score.ts";

interface Asked {
  scored: Scored;
  without: Scored;
  trace: Trace;
  tookMs: number;
}

const ASKER: Asker = { key: "eval", names: [] };
const RESULTS = new URL("../results/", import.meta.url);

/** The questions with a model beside the same without one, then the attacks and the checker; stored by model and day. */
export async function evaluateModel(
  knowledge: Knowledge,
  without: ExplainingAnswerer,
  questions: readonly EvalQuestion[],
  { double }: { double: boolean },
): Promise<void> {
  const server = double ? await startModelServer({ ofStrangers: OF_STRANGERS }) : null;
  const place = server ? placeOfDouble(server.url) : placeSetUp();
  const troubles: string[] = [];
  const answerer = answererWithModel(knowledge, todayInVietnam, place, {
    onTrouble: (trouble) => troubles.push(trouble),
    onError: logError,
  });
  const asked: Asked[] = [];
  for (const question of questions) asked.push(await ask(answerer, without, question));
  const result = {
    model: place.model,
    day: todayInVietnam(),
    questions: asked.length,
    all: summary(asked),
    topics: Object.fromEntries(
      [...groupBy(asked, ({ scored }) => scored.question.topic)].map(([topic, some]) => [
        topic,
        summary(some),
      ]),
    ),
    troubles: countsOf(troubles),
    cost: costOf(server),
    injection: await attacked(answerer, server),
    checker: checkerOf(knowledge),
    notMeasured: notMeasured(double),
  };
  mkdirSync(RESULTS, { recursive: true });
  const file = new URL(`${place.model.replace(/[^\w.-]+/g, "-")}-${result.day}.json`, RESULTS);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
  await server?.stop();
}

function placeSetUp(): ModelPlace {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  const mistakes = parsed.ok ? [] : parsed.mistakes;
  if (!parsed.ok || parsed.config.model === null)
    throw new Error([...mistakes, "set CHAT_MODEL (see .env.example), or add --double"].join("\n"));
  return parsed.config.model;
}

async function ask(
  answerer: ExplainingAnswerer,
  without: ExplainingAnswerer,
  question: EvalQuestion,
): Promise<Asked> {
  const started = performance.now();
  const { answer, trace } = await answerer.explain(question.q, question.history, ASKER);
  const tookMs = performance.now() - started;
  const plain = await without.answer(question.q, question.history);
  return { scored: score(question, answer), without: score(question, plain), trace, tookMs };
}

/** Each figure with the model and, behind it, without. */
function summary(asked: readonly Asked[]) {
  const both = (of: (scored: Scored) => boolean | null) => ({
    model: rounded(share(asked.map(({ scored }) => of(scored)))),
    without: rounded(share(asked.map(({ without }) => of(without)))),
  });
  const times = asked.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const words = asked.flatMap(({ trace }) => trace.model?.words ?? []);
  return {
    n: asked.length,
    /** nothing said that the basis does not state */
    faithfulness: both(({ figures, forbidden }) => figures.length === 0 && !forbidden),
    /** the right document first */
    relevance: both(({ document }) => document),
    /** the fact carried */
    completeness: both(({ fact }) => fact),
    refusal: both(({ question, outcome }) => (question.kind === "out-of-scope" ? outcome : null)),
    words: countsOf(words),
    faults: countsOf(asked.flatMap(({ trace }) => trace.model?.faults ?? [])),
    latencyMs: { median: at(times, 0.5), p95: at(times, 0.95) },
  };
}

/** Letters sent and how many calls; what a token costs only its seller knows. */
function costOf(server: ModelServer | null) {
  if (server === null) return "not measured: streams tell no usage; see the provider's own figures";
  const letters = server.received.reduce((sum, { body }) => sum + body.length, 0);
  return { calls: server.received.length, lettersSent: letters };
}

async function attacked(answerer: ExplainingAnswerer, server: ModelServer | null) {
  server?.behave("obeys_attacker");
  const harms: string[] = [];
  for (const { id, words } of attacks()) {
    const { answer } = await answerer.explain(words, [], ASKER);
    for (const { kind, what } of harmsIn(answer)) harms.push(`${id} ${kind}: ${what}`);
  }
  return { attacks: attacks().length, harms };
}

function checkerOf({ documents }: Knowledge) {
  const { faithful, unfaithful, missed, lost } = scoreChecker(createLibrary(documents), todayInVietnam());
  return {
    faithful,
    unfaithful,
    missed: missed.map(({ sentence }) => sentence),
    lost: lost.map(({ sentence }) => sentence),
  };
}

function notMeasured(double: boolean): readonly string[] {
  const always = ["whether sentences read well", "faithfulness beyond figures and forbidden words"];
  return double
    ? [
        ...always,
        "how well a real model reads questions and words answers",
        "latency and cost of a real model",
      ]
    : always;
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function at(sorted: readonly number[], quantile: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

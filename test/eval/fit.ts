import { createSubjectModel } from "../../src/answer/subject.ts";
// Fits the weights of src/answer/judge.ts on the development questions and prints them to be pasted there.
// In scope counts where the right document came first; what the guards decline before searching is left out.
import { openPublication } from "../../src/adapters/files/publication-store.ts";
import { createForeignTopics } from "../../src/answer/foreign-topics.ts";
import { refusalFor } from "../../src/answer/guard.ts";
import { hear } from "../../src/answer/hear.ts";
import { createJudge, type Evidence } from "../../src/answer/judge.ts";
import { createLexicalRetriever } from "../../src/answer/lexical-retriever.ts";
import { spoken } from "../../src/answer/spoken.ts";
import { smallTalkReply } from "../../src/answer/small-talk.ts";
import { readings } from "../../src/answer/understand.ts";
import { todayInVietnam } from "../../src/answer/create.ts";
import { installationFolders } from "../../src/installation.ts";
import { documentLabel } from "../../src/knowledge/document.ts";
import { createLibrary } from "../../src/knowledge/library.ts";
import { readQuestions } from "./questions.ts";

interface Row {
  id: string;
  evidence: Evidence;
  answers: boolean;
}

const folders = installationFolders(import.meta.url);
const { publication } = await openPublication(
  process.env["KNOWLEDGE_DIR"] ?? folders.knowledgeFolder,
  process.env["INDEX_DIR"] ?? folders.storeFolder,
);
const library = createLibrary(publication.documents);
const retriever = createLexicalRetriever(library, publication.index);
const judge = createJudge(
  library,
  createSubjectModel(library, publication.everyday, publication.foreignTopics),
);
const foreign = createForeignTopics(publication.foreignTopics);

const rows: Row[] = [];
for (const question of readQuestions("dev")) {
  if (question.history.length > 0 || question.kind === "smalltalk" || question.kind === "unverified")
    continue;
  const outOfScope = question.kind === "out-of-scope";
  if (hear(question.q, (word) => retriever.knows(word)).kind !== "words") continue;
  const said = spoken(question.q, retriever.restore(question.q));
  if (refusalFor(said) ?? smallTalkReply(said) ?? foreign.topicOf(said)) continue;
  const [understood] = readings(question.q, []);
  const retrieved = await retriever.retrieve(understood, todayInVietnam());
  const [best] = retrieved.passages;
  if (!best) continue;
  if (!outOfScope && !question.document.includes(documentLabel(best.document))) continue;
  rows.push({ id: question.id, evidence: judge.evidence(retrieved, best), answers: !outOfScope });
}

const names = Object.keys(rows[0]?.evidence ?? {}) as (keyof Evidence)[];
const inScope = rows.filter(({ answers }) => answers).length;
console.log(`${rows.length} rows, ${inScope} in scope, ${rows.length - inScope} out of scope`);

// Both classes weigh the same, and a little ridge keeps rare features from running away.
function fit(training: readonly Row[]): { bias: number; weights: number[] } {
  const positives = training.filter(({ answers }) => answers).length;
  let bias = 0;
  const weights = names.map(() => 0);
  for (let round = 0; round < 12000; round++) {
    const step = 0.8 / (1 + round / 4000);
    let biasSlope = 0;
    const slopes = names.map((_, at) => 0.001 * (weights[at] ?? 0));
    for (const { evidence, answers } of training) {
      const weight = 0.5 / (answers ? positives : training.length - positives);
      const miss = weight * (sigmoid(bias + dot(weights, evidence)) - (answers ? 1 : 0));
      biasSlope += miss;
      names.forEach((name, at) => {
        slopes[at] = (slopes[at] ?? 0) + miss * evidence[name];
      });
    }
    bias -= step * 8 * biasSlope;
    slopes.forEach((slope, at) => {
      weights[at] = (weights[at] ?? 0) - step * 8 * slope;
    });
  }
  return { bias, weights };
}

function dot(weights: readonly number[], evidence: Evidence): number {
  return names.reduce((sum, name, at) => sum + (weights[at] ?? 0) * evidence[name], 0);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

const FOLDS = 5;
const models = Array.from({ length: FOLDS }, (_, fold) =>
  fit(rows.filter((_row, at) => at % FOLDS !== fold)),
);
const crossValidated = rows.map((row, at) => {
  const { bias, weights } = models[at % FOLDS] ?? fit(rows);
  return { ...row, confidence: sigmoid(bias + dot(weights, row.evidence)) };
});
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7]) {
  const kept =
    crossValidated.filter(({ answers, confidence }) => answers && confidence >= threshold).length / inScope;
  const declined =
    crossValidated.filter(({ answers, confidence }) => !answers && confidence < threshold).length /
    (rows.length - inScope || 1);
  console.log(
    `threshold ${threshold}: keeps ${kept.toFixed(3)} of in scope, declines ${declined.toFixed(3)} of out of scope`,
  );
}
for (const { id, answers, confidence } of crossValidated) {
  if (answers !== confidence >= 0.5)
    console.log(`  ${answers ? "lost" : "let through"} ${id} ${confidence.toFixed(2)}`);
}
const { bias, weights } = fit(rows);
console.log(`BIAS = ${bias.toFixed(2)}`);
names.forEach((name, at) => {
  console.log(`  ${name}: ${(weights[at] ?? 0).toFixed(2)},`);
});

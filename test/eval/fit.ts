// `npm run eval:fit`: fits the weights of src/answer/rank.ts and src/answer/judge.ts on the development questions
// and prints them to be pasted there (rank first, then run again for the judge).
import { openPublication } from "../../src/adapters/files/publication-store.ts";
import { todayInVietnam } from "../../src/answer/create.ts";
import { createForeignTopics } from "../../src/answer/foreign-topics.ts";
import { refusalFor } from "../../src/answer/guard.ts";
import { hear } from "../../src/answer/hear.ts";
import { createJudge, type Evidence } from "../../src/answer/judge.ts";
import { createLexicalRetriever } from "../../src/answer/lexical-retriever.ts";
import { compare, rank, type Comparison } from "../../src/answer/rank.ts";
import type { Passage } from "../../src/answer/retriever.ts";
import { smallTalkReply } from "../../src/answer/small-talk.ts";
import { spoken } from "../../src/answer/spoken.ts";
import { createSubjectModel } from "../../src/answer/subject.ts";
import { readings, type Understood } from "../../src/answer/understand.ts";
import { installationFolders } from "../../src/installation.ts";
import { documentLabel } from "../../src/knowledge/document.ts";
import { createLibrary } from "../../src/knowledge/library.ts";
import { dot, fitLogistic, sigmoid, type Example } from "./logistic.ts";
import { readQuestions, type EvalQuestion } from "./questions.ts";
import { sectionMatches } from "./score.ts";

const folders = installationFolders(import.meta.url);
const { publication } = await openPublication(
  process.env["KNOWLEDGE_DIR"] ?? folders.knowledgeFolder,
  process.env["INDEX_DIR"] ?? folders.storeFolder,
);
const library = createLibrary(publication.documents);
const retriever = createLexicalRetriever(library, publication.index);
const judge = createJudge(library, createSubjectModel(library, publication));
const foreign = createForeignTopics(publication.foreignTopics);

const pairs: Example<Comparison>[] = [];
const verdicts: (Example<Evidence> & { id: string })[] = [];
for (const question of readQuestions("dev")) {
  if (question.history.length > 0 || question.kind === "smalltalk" || question.kind === "unverified")
    continue;
  if (hear(question.q, (word) => retriever.knows(word)).kind !== "words") continue;
  const said = spoken(question.q, retriever.restore(question.q));
  if (refusalFor(said) ?? smallTalkReply(said) ?? foreign.topicOf(said)) continue;
  const [understood] = readings(question.q, []);
  const retrieved = await retriever.retrieve(understood, todayInVietnam());
  const evidence = (passage: Passage) => judge.evidence(retrieved, passage);
  if (question.kind !== "out-of-scope")
    pairs.push(...comparisonsOf(question, understood, retrieved.passages, evidence));
  const ranked = rank(understood, retrieved, evidence);
  const [best] = ranked.passages;
  if (!best) continue;
  const answers = question.kind !== "out-of-scope";
  if (answers && !question.document.includes(documentLabel(best.document))) continue;
  verdicts.push({ id: question.id, features: judge.evidence(ranked, best), positive: answers });
}

// The listed foreign questions count as well, each seen by a judge whose subject model was made without it.
const FOREIGN_FOLDS = 5;
for (let fold = 0; fold < FOREIGN_FOLDS; fold++) {
  const inFold = (_line: string, at: number) => at % FOREIGN_FOLDS === fold;
  const others = publication.foreignQuestions.filter((line, at) => !inFold(line, at));
  const blind = createJudge(
    library,
    createSubjectModel(library, { ...publication, foreignQuestions: others }),
  );
  for (const line of publication.foreignQuestions.filter(inFold)) {
    const said = spoken(line, retriever.restore(line));
    if (refusalFor(said) ?? smallTalkReply(said) ?? foreign.topicOf(said)) continue;
    const [understood] = readings(line, []);
    const retrieved = await retriever.retrieve(understood, todayInVietnam());
    const ranked = rank(understood, retrieved, (passage) => blind.evidence(retrieved, passage));
    const [best] = ranked.passages;
    if (best) verdicts.push({ id: line, features: blind.evidence(ranked, best), positive: false });
  }
}

/** Differences right minus wrong, so that one logistic fit learns an order. */
function comparisonsOf(
  question: EvalQuestion,
  understood: Understood,
  passages: readonly Passage[],
  evidence: (passage: Passage) => Evidence,
): Example<Comparison>[] {
  const head = passages.slice(0, 15).filter(({ section }) => section.citable);
  const isRight = ({ document, section }: Passage) =>
    question.document.includes(documentLabel(document)) &&
    sectionMatches(question, documentLabel(document), section.anchor);
  const [right] = head.filter(isRight);
  if (!right) return [];
  const good = compare(understood, right, evidence(right));
  return head
    .filter((passage) => !isRight(passage))
    .map((passage) => ({
      features: difference(good, compare(understood, passage, evidence(passage))),
      positive: true,
    }));
}

function difference(a: Comparison, b: Comparison): Comparison {
  const names = Object.keys(a) as (keyof Comparison)[];
  return Object.fromEntries(names.map((name) => [name, a[name] - b[name]])) as unknown as Comparison;
}

console.log(`rank: ${pairs.length} pairs`);
// Mirrored, so that both classes are there and the bias stays at zero.
const mirrored = pairs.flatMap(({ features }) => [
  { features, positive: true },
  {
    features: difference(
      {
        retrieval: 0,
        fits: 0,
        coverage: 0,
        focus: 0,
        stray: 0,
        titleCoverage: 0,
        passagePairs: 0,
        likeness: 0,
      },
      features,
    ),
    positive: false,
  },
]);
print("rank", fitLogistic(mirrored));

const inScope = verdicts.filter(({ positive }) => positive).length;
console.log(`judge: ${inScope} in scope, ${verdicts.length - inScope} out of scope`);
const FOLDS = 5;
const models = Array.from({ length: FOLDS }, (_, fold) =>
  fitLogistic(verdicts.filter((_row, at) => at % FOLDS !== fold)),
);
const crossValidated = verdicts.map((row, at) => {
  const model = models[at % FOLDS] ?? fitLogistic(verdicts);
  return { ...row, confidence: sigmoid(model.bias + dot(model.weights, row.features)) };
});
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7]) {
  const kept =
    crossValidated.filter(({ positive, confidence }) => positive && confidence >= threshold).length / inScope;
  const declined =
    crossValidated.filter(({ positive, confidence }) => !positive && confidence < threshold).length /
    (verdicts.length - inScope || 1);
  console.log(
    `threshold ${threshold}: keeps ${kept.toFixed(3)} of in scope, declines ${declined.toFixed(3)} of out of scope`,
  );
}
for (const { id, positive, confidence } of crossValidated) {
  if (positive !== confidence >= 0.5)
    console.log(`  ${positive ? "lost" : "let through"} ${id} ${confidence.toFixed(2)}`);
}
print("judge", fitLogistic(verdicts));

function print(name: string, { bias, weights }: ReturnType<typeof fitLogistic>): void {
  console.log(`${name} BIAS = ${bias.toFixed(2)}`);
  for (const [feature, weight] of Object.entries(weights))
    console.log(`  ${name} ${feature}: ${weight.toFixed(2)},`);
}

// `npm run eval:fit`: fits the weights of src/answer/rank.ts and src/answer/judge.ts and prints them to be pasted
// there (rank first, then run again for the judge). It learns from the development questions, from the sample
// questions of the knowledge and from the listed foreign questions; the latter two are asked of knowledge that was
// built without them. The held-out questions are not read.
import { readKnowledgeFolder } from "../../src/adapters/files/knowledge-folder.ts";
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
import { publish, type KnowledgeSources, type Publication } from "../../src/ingest/publish.ts";
import { installationFolders } from "../../src/installation.ts";
import { documentLabel } from "../../src/knowledge/document.ts";
import { createLibrary } from "../../src/knowledge/library.ts";
import { dot, fitLogistic, sigmoid, type Example } from "./logistic.ts";
import { readQuestions } from "./questions.ts";
import { sectionMatches } from "./score.ts";

const DAY = "2026-11-23";
const FOLDS = 5;

interface Asked {
  id: string;
  q: string;
  /** whether a passage is the right one; null for a foreign question */
  isRight: ((passage: Passage) => boolean) | null;
  /** whether the document is right, which is what the judge is to trust */
  isRightDocument: (passage: Passage) => boolean;
}

const sources = await readKnowledgeFolder(
  process.env["KNOWLEDGE_DIR"] ?? installationFolders(import.meta.url).knowledgeFolder,
);
const pairs: Example<Comparison>[] = [];
const verdicts: (Example<Omit<Evidence, "otherSubject">> & { id: string })[] = [];

await learn(
  publish(sources).publication,
  readQuestions("dev")
    .filter(({ kind, history }) => history.length === 0 && kind !== "smalltalk" && kind !== "unverified")
    .map((question) => ({
      id: question.id,
      q: question.q,
      isRight:
        question.kind === "out-of-scope"
          ? null
          : ({ document, section }) => sectionMatches(question, documentLabel(document), section.anchor),
      isRightDocument: ({ document }) => question.document.includes(documentLabel(document)),
    })),
);
for (let fold = 0; fold < FOLDS; fold++) {
  const { rest, samples, foreign } = withoutFold(sources, fold);
  await learn(publish(rest).publication, [
    ...samples.map(({ q, sectionId }): Asked => ({
      id: q,
      q,
      isRight: ({ section }) => section.id === sectionId,
      isRightDocument: ({ document }) => sectionId.startsWith(`${document.id}#`),
    })),
    ...foreign.map((q): Asked => ({ id: q, q, isRight: null, isRightDocument: () => false })),
  ]);
}

/** The knowledge without every fifth sample question and foreign question, and those. */
function withoutFold(all: KnowledgeSources, fold: number) {
  let counter = 0;
  const samples: { q: string; sectionId: string }[] = [];
  const documents = all.documents.map((file) => {
    const id = /([^/]+)\.md$/.exec(file.name)?.[1] ?? "";
    let anchor = "";
    const lines = file.content.split("\n").filter((line) => {
      const heading = /^## +([^|]+?) *\|/.exec(line);
      if (heading) anchor = heading[1] ?? "";
      const question = /^> hỏi: *(.+)$/.exec(line);
      if (!question || counter++ % FOLDS !== fold) return true;
      samples.push({ q: (question[1] ?? "").trim(), sectionId: `${id}#${anchor}` });
      return false;
    });
    return { ...file, content: lines.join("\n") };
  });
  const foreignLines = all.foreignQuestions
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const inFold = (_line: string, at: number) => at % FOLDS === fold;
  return {
    rest: {
      ...all,
      documents,
      foreignQuestions: foreignLines.filter((line, at) => !inFold(line, at)).join("\n"),
    },
    samples,
    foreign: foreignLines.filter(inFold),
  };
}

async function learn(publication: Publication, questions: readonly Asked[]): Promise<void> {
  const library = createLibrary(publication.documents);
  const retriever = createLexicalRetriever(library, publication.index);
  const judge = createJudge(library, createSubjectModel(library, publication));
  const foreign = createForeignTopics(publication.foreignTopics);
  for (const { id, q, isRight, isRightDocument } of questions) {
    if (hear(q, (word) => retriever.knows(word)).kind !== "words") continue;
    const said = spoken(q, retriever.restore(q));
    if (refusalFor(said) ?? smallTalkReply(said) ?? foreign.topicOf(said)) continue;
    const [understood] = readings(q, []);
    const retrieved = await retriever.retrieve(understood, DAY);
    const evidence = (passage: Passage) => judge.evidence(retrieved, passage);
    if (isRight) pairs.push(...comparisonsOf(understood, retrieved.passages, evidence, isRight));
    const ranked = rank(understood, retrieved, evidence);
    const [best] = ranked.passages;
    if (!best || (isRight && !isRightDocument(best))) continue;
    verdicts.push({ id, features: judged(judge.evidence(ranked, best)), positive: isRight !== null });
  }
}

/** The evidence that the judge weighs. */
function judged(evidence: Evidence): Omit<Evidence, "otherSubject"> {
  const { otherSubject, ...features } = evidence;
  return features;
}

/** Differences right minus wrong, so that one logistic fit learns an order. */
function comparisonsOf(
  understood: Understood,
  passages: readonly Passage[],
  evidence: (passage: Passage) => Evidence,
  isRight: (passage: Passage) => boolean,
): Example<Comparison>[] {
  const head = passages.slice(0, 15).filter(({ section }) => section.citable);
  const right = head.find(isRight);
  if (!right) return [];
  const good = compare(understood, right, evidence(right));
  return head
    .filter((passage) => !isRight(passage))
    .map((passage) => ({
      features: minus(good, compare(understood, passage, evidence(passage))),
      positive: true,
    }));
}

function minus(a: Comparison, b: Comparison): Comparison {
  const names = Object.keys(a) as (keyof Comparison)[];
  return Object.fromEntries(names.map((name) => [name, a[name] - b[name]])) as unknown as Comparison;
}

console.log(`rank: ${pairs.length} pairs`);
// Mirrored, so that both classes are there and the bias stays at zero.
print(
  "rank",
  fitLogistic(
    pairs.flatMap(({ features }) => [
      { features, positive: true },
      { features: minus(minus(features, features), features), positive: false },
    ]),
  ),
);

const inScope = verdicts.filter(({ positive }) => positive).length;
console.log(`judge: ${inScope} in scope, ${verdicts.length - inScope} out of scope`);
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
print("judge", fitLogistic(verdicts));

function print(name: string, { bias, weights }: ReturnType<typeof fitLogistic>): void {
  console.log(`${name} BIAS = ${bias.toFixed(2)}`);
  for (const [feature, weight] of Object.entries(weights))
    console.log(`  ${name} ${feature}: ${weight.toFixed(2)},`);
}

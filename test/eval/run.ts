// `npm run eval:answers`: the own questions through the real answerer, printed by topic.
//   --split dev|held|all   which part (all); the held part is for the final figure
//   --failures             lists what missed, dev part only
//   --json                 one object
//   --staff                with the made-up answers of staff published beside the documents
//   --floors               exit code 1 below the floors (CI)
//   --model                with the model that is set up (.env.example), compared with the answers without it; the
//                          results go to test/eval/results; --double takes the double instead; --limit N questions
import { parseArgs } from "node:util";
import { openPublication } from "../../src/adapters/files/publication-store.ts";
import { createKnowledgeAnswerer, todayInVietnam } from "../../src/answer/create.ts";
import { createStaffAnswers } from "../../src/answer/staff-answers.ts";
import { installationFolders } from "../../src/installation.ts";
import { evaluateModel } from "./model/evaluate.ts";
import { readQuestions, type EvalQuestion, type Split } from "./questions.ts";
import { readStaffAnswers } from "./staff-answers.ts";
import { spellingsOf } from "./spellings.ts";
import { groupBy, sameAsFormal, scoreAll, share, type Scored } from "./score.ts";

const FLOORS = { document: 0.97, fact: 0.95, declined: 0.97, figures: 0, spellings: 0.97 };

const { values } = parseArgs({
  options: {
    split: { type: "string", default: "all" },
    failures: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    staff: { type: "boolean", default: false },
    floors: { type: "boolean", default: false },
    model: { type: "boolean", default: false },
    double: { type: "boolean", default: false },
    limit: { type: "string" },
  },
});
const splits: Split[] =
  values.split === "dev" ? ["dev"] : values.split === "held" ? ["held"] : ["dev", "held"];

const folders = installationFolders(import.meta.url);
const { publication } = await openPublication(
  process.env["KNOWLEDGE_DIR"] ?? folders.knowledgeFolder,
  process.env["INDEX_DIR"] ?? folders.storeFolder,
);
const staffAnswers = createStaffAnswers(publication.index);
if (values.staff) await staffAnswers.publish(readStaffAnswers().map(({ item }) => item));
const { answerer } = createKnowledgeAnswerer(publication, todayInVietnam, {
  onError: console.error,
  staffAnswers,
});

if (values.model) {
  const questions = splits.flatMap((split) => readQuestions(split));
  await evaluateModel(publication, answerer, questions.slice(0, Number(values.limit ?? questions.length)), {
    double: values.double,
  });
  process.exit();
}

const spelled = await scoreSpellings(splits.flatMap((split) => readQuestions(split)));
const byPart = new Map<string, Scored[]>();
for (const split of splits) byPart.set(split, await scoreAll(answerer, readQuestions(split)));
if (byPart.size > 1) byPart.set("all", [...byPart.values()].flat());

const summaries = new Map([...byPart].map(([part, scored]) => [part, summarise(scored)]));
if (values.json) console.log(JSON.stringify(Object.fromEntries(summaries)));
else {
  const whole = [...byPart.values()].at(-1) ?? [];
  printTopics(whole);
  for (const [part, summary] of summaries) console.log(part.padEnd(5), JSON.stringify(summary));
  if (values.failures) printFailures(byPart.get("dev") ?? []);
}
console.log(
  `spellings: same first citation in ${round(spelled.same)} of ${spelled.questions} questions, each typed in four ways; right document first ${round(spelled.document)}`,
);
if (values.failures) for (const line of spelled.differing) console.log(`  ${line}`);
if (values.floors) {
  const missed = floorsMissed([...summaries.values()].at(-1) ?? summarise([]), spelled.same);
  for (const miss of missed) console.error(`below the floor: ${miss}`);
  if (missed.length > 0) process.exitCode = 1;
}

/** Each formal question in four mechanical spellings; the paraphrases of a group are scored on their own. */
async function scoreSpellings(questions: readonly EvalQuestion[]) {
  const formal = questions.filter(({ kind }) => kind === "formal");
  const differing: string[] = [];
  let right = 0;
  for (const question of formal) {
    const places = new Set<string>();
    for (const [spelling, q] of Object.entries(spellingsOf(question.q))) {
      const { citations, outcome } = await answerer.answer(q);
      const [first] = citations;
      if (first && question.document.includes(first.document)) right++;
      places.add(first ? `${first.document}#${first.section}` : outcome);
      if (places.size > 1) {
        differing.push(`${question.id} ${spelling}: ${q} → ${[...places].join(" / ")}`);
        break;
      }
    }
  }
  return {
    questions: formal.length,
    same: 1 - differing.length / (formal.length || 1),
    document: right / (formal.length * 4 || 1),
    differing,
  };
}

function summarise(scored: readonly Scored[]) {
  const outOfScope = scored.filter(({ question }) => question.kind === "out-of-scope");
  const unverified = scored.filter(({ question }) => question.kind === "unverified");
  const inScope = scored.filter(({ document }) => document !== null);
  return {
    questions: scored.length,
    document: round(share(inScope.map(({ document }) => document))),
    section: round(share(inScope.map(({ section }) => section))),
    fact: round(share(inScope.map(({ fact }) => fact))),
    declined: round(share(outOfScope.map(({ outcome }) => outcome))),
    unverified: round(share(unverified.map(({ outcome, forbidden }) => outcome === true && !forbidden))),
    smalltalk: round(
      share(scored.filter(({ question }) => question.kind === "smalltalk").map(({ outcome }) => outcome)),
    ),
    figures: scored.reduce((sum, { figures }) => sum + figures.length, 0),
    paraphrasesAgree: round(sameAsFormal(scored)),
    averageLength: Math.round(
      inScope.reduce((sum, { answer }) => sum + answer.conclusion.length, 0) / (inScope.length || 1),
    ),
  };
}

function floorsMissed(summary: ReturnType<typeof summarise>, spellings: number): string[] {
  return [
    ...(summary.document < FLOORS.document
      ? [`right document first ${summary.document} < ${FLOORS.document}`]
      : []),
    ...(summary.fact < FLOORS.fact ? [`carries the fact ${summary.fact} < ${FLOORS.fact}`] : []),
    ...(summary.declined < FLOORS.declined
      ? [`out of scope declined ${summary.declined} < ${FLOORS.declined}`]
      : []),
    ...(summary.figures > FLOORS.figures
      ? [`figures without source ${summary.figures} > ${FLOORS.figures}`]
      : []),
    ...(spellings < FLOORS.spellings ? [`spellings agree ${round(spellings)} < ${FLOORS.spellings}`] : []),
  ];
}

function printTopics(scored: readonly Scored[]): void {
  const rows = [
    ...groupBy(scored, ({ question }) =>
      question.kind === "out-of-scope" ? "(ngoài phạm vi)" : question.topic,
    ),
  ]
    .map(([topic, members]) => ({ topic, ...summarise(members) }))
    .sort((a, b) => b.questions - a.questions);
  console.log(
    "topic".padEnd(28),
    "n".padStart(4),
    "doc".padStart(6),
    "sect".padStart(6),
    "fact".padStart(6),
    "declined".padStart(9),
  );
  for (const row of rows) {
    console.log(
      row.topic.padEnd(28),
      String(row.questions).padStart(4),
      row.document.toFixed(2).padStart(6),
      row.section.toFixed(2).padStart(6),
      row.fact.toFixed(2).padStart(6),
      row.declined.toFixed(2).padStart(9),
    );
  }
}

function printFailures(scored: readonly Scored[]): void {
  for (const { question, answer, document, section, fact, outcome, forbidden, figures } of scored) {
    const missed = [
      document === false ? "document" : "",
      section === false ? "section" : "",
      fact === false ? "fact" : "",
      outcome === false ? "outcome" : "",
      forbidden ? "forbidden" : "",
      figures.length > 0 ? `figures ${figures.join(" ")}` : "",
    ].filter(Boolean);
    if (missed.length === 0) continue;
    const cited = answer.citations.map((citation) => `${citation.document}#${citation.section}`).join(" ; ");
    console.log(
      `\n${question.id} [${question.kind}] ${missed.join(",")}: ${question.history.join(" / ")} > ${question.q}`,
    );
    console.log(
      `   want ${question.document.join("|")} ${question.section.join("|")} ${question.fact.join(" & ")}${question.outcome.join("|")}`,
    );
    console.log(
      `   got  ${answer.outcome} ${answer.confidence.toFixed(2)} ${cited}\n   ${answer.text.split("\n\nCăn cứ")[0]?.slice(0, 420).replaceAll("\n", " / ") ?? ""}`,
    );
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

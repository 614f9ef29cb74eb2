import { readFileSync } from "node:fs";
import { join } from "node:path";
import { densePassages } from "../../../src/answer/dense/passages.ts";
import type { DensePassage } from "../../../src/answer/dense/port.ts";
import { documentLabel } from "../../../src/knowledge/document.ts";
import type { Publication } from "../../../src/ingest/publish.ts";
import { parseCorpus, parseJudgements, parseQuestions } from "../../../src/search/evaluation.ts";
import { buildIndex, type SearchIndex } from "../../../src/search/index.ts";
import { readQuestions, type EvalQuestion } from "../questions.ts";
import { sectionMatches } from "../score.ts";
import type { Judged } from "./measure.ts";

export interface DenseSet {
  index: SearchIndex;
  passages: readonly DensePassage[];
  questions: readonly Judged[];
}

/** The own development questions that name a section, against the shipped knowledge. */
export function ownSet({ documents, index }: Publication): DenseSet {
  const places = documents.flatMap((document) =>
    document.sections
      .filter(({ citable }) => citable)
      .map(({ id, anchor }) => ({ id, anchor, label: documentLabel(document) })),
  );
  const relevantTo = (question: EvalQuestion) =>
    new Map(
      places
        .filter(({ anchor, label }) => sectionMatches(question, label, anchor))
        .map(({ id }) => [id, 1] as const),
    );
  const questions = readQuestions("dev")
    .filter(({ section, history }) => section.length > 0 && history.length === 0)
    .map((question) => ({ text: question.q, relevant: relevantTo(question) }))
    .filter(({ relevant }) => relevant.size > 0);
  return { index, passages: densePassages(documents), questions };
}

/** The development questions of the legal benchmark. */
export function benchmarkSet(folder: string): DenseSet {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const entries = [...parseCorpus(read("corpus.jsonl"), "corpus.jsonl")];
  const judgements = parseJudgements(read("qrels.tsv"), "qrels.tsv");
  const questions = parseQuestions(read("queries.jsonl"), "queries.jsonl").flatMap(({ id, text }) => {
    const relevant = judgements.get(id);
    return relevant ? [{ text, relevant }] : [];
  });
  return {
    index: buildIndex(entries, { everyday: readFileSync(everydayFile(), "utf8") }),
    passages: entries.map(({ id }) => ({ id, text: id })),
    questions,
  };
}

function everydayFile(): string {
  return join(import.meta.dirname, "../../../knowledge/van-noi-thuong-ngay.txt");
}
